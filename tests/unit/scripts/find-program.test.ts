import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { script } from './script';
import { temporaryFolder } from './temporary-folder';

const first = temporaryFolder({ browser: 'not to be run' });
const second = temporaryFolder({ browser: '#!/bin/sh' });
chmodSync(join(first, 'browser'), 0o644);
chmodSync(join(second, 'browser'), 0o755);

test('a program is found by its name, past a file that cannot be run', async () => {
  expect(await script('find-program', 'browser', [first, second].join(delimiter))).toBe(join(second, 'browser'));
  expect(await script('find-program', 'browser', first)).toBeUndefined();
});

test('a path is taken as it is', async () => {
  expect(await script('find-program', join(second, 'browser'), '')).toBe(join(second, 'browser'));
  expect(await script('find-program', join(second, 'missing'), second)).toBeUndefined();
});
