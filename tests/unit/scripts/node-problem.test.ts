import { script } from './script';

const RANGE = '>=20.19 <25';

test.each(['20.19.0', '20.20.2', '22.0.0', '24.11.1'])('Node.js %s fits', async (version) => {
  expect(await script('node-problem', version, RANGE)).toBeUndefined();
});

test.each(['16.20.0', '20.18.3', '20.2.0', '25.0.0', '26.1.0'])('Node.js %s is refused', async (version) => {
  const problem = await script('node-problem', version, RANGE);
  expect(problem).toContain(`需要 Node.js ${RANGE}，当前是 ${version}`);
  expect(problem).toContain(`Node.js ${RANGE} is required`);
});

test('a range that cannot be read is a bug, not a fit', async () => {
  await expect(script('node-problem', '20.19.0', '^20')).rejects.toThrow('engines.node');
});
