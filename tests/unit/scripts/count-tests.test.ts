import { join } from 'node:path';
import { script } from './script';

const REPOSITORY = join(__dirname, '../../..');
const file = (name: string, status: string, assertionResults: object[] = []) => ({
  name: join(REPOSITORY, 'tests', name),
  status,
  assertionResults,
});
const report = (...testResults: object[]) => ({ numPassedTests: 3, numPendingTests: 1, numTodoTests: 1, testResults });

test('passed, failed and skipped tests are counted, failed ones named', async () => {
  const failed = file('a.test.ts', 'failed', [
    { status: 'failed', fullName: 'a plan waits' },
    { status: 'passed', fullName: 'a plan runs' },
  ]);
  expect(await script('count-tests', report(failed, file('b.test.ts', 'passed')), 1)).toEqual({
    passed: 3,
    failed: 1,
    skipped: 2,
    failures: ['tests/a.test.ts › a plan waits'],
  });
});

test('a file that cannot be loaded counts as a failure', async () => {
  expect(await script('count-tests', report(file('a.test.ts', 'failed')), 1)).toMatchObject({
    failed: 1,
    failures: ['tests/a.test.ts 无法运行'],
  });
});

test('a failing exit without a failing test counts as a failure', async () => {
  expect(await script('count-tests', report(file('a.test.ts', 'passed')), 1)).toMatchObject({ failed: 1 });
  expect(await script('count-tests', report(file('a.test.ts', 'passed')), 0)).toMatchObject({ failed: 0 });
});

test('a run without a report is a failure', async () => {
  expect(await script('count-tests', undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
});
