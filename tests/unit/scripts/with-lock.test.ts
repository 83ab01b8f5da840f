import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { script } from './script';
import { temporaryFolder } from './temporary-folder';

test('two pieces of work never run at the same time, and the second is told that it waits', async () => {
  const file = join(temporaryFolder(), 'a.lock');
  const events: string[] = [];
  const work = (name: string) => async () => {
    events.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    events.push(`${name} ends`);
  };
  await Promise.all([
    script('with-lock', file, work('one')),
    script('with-lock', file, work('two'), { onWait: () => events.push('two waits') }),
  ]);
  expect(events).toEqual(['one begins', 'two waits', 'one ends', 'two begins', 'two ends']);
  expect(existsSync(file)).toBe(false);
});

test('work that fails gives the lock back', async () => {
  const file = join(temporaryFolder(), 'a.lock');
  await expect(script('with-lock', file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await script('with-lock', file, () => Promise.resolve('next'))).toBe('next');
});

test('a lock that its holder no longer touches is taken over', async () => {
  const file = join(temporaryFolder(), 'a.lock');
  writeFileSync(file, '');
  const minuteAgo = Date.now() / 1000 - 60;
  utimesSync(file, minuteAgo, minuteAgo);
  expect(await script('with-lock', file, () => Promise.resolve('done'))).toBe('done');
});
