import { script } from './script';

const CHECKS = [
  { name: 'install', needs: [], hidden: true },
  { name: 'chromium', needs: [], hidden: true },
  { name: 'build', needs: ['install'] },
  { name: 'unit', needs: ['install'] },
  { name: 'browser', needs: ['build', 'chromium'] },
];

async function selected(...args: string[]) {
  const chosen = (await script('selected-checks', CHECKS, args)) as { selected: { name: string }[]; extra: string[] };
  return { names: chosen.selected.map((check) => check.name), extra: chosen.extra };
}

test('without names everything runs, in the order of the table', async () => {
  expect(await selected()).toEqual({ names: ['install', 'chromium', 'build', 'unit', 'browser'], extra: [] });
});

test('a named check brings what it needs, and no more', async () => {
  expect(await selected('unit')).toEqual({ names: ['install', 'unit'], extra: [] });
  expect(await selected('browser', 'unit')).toEqual({
    names: ['install', 'chromium', 'build', 'unit', 'browser'],
    extra: [],
  });
});

test('what follows the names is for jest', async () => {
  expect(await selected('unit', '-t', 'unit')).toEqual({ names: ['install', 'unit'], extra: ['-t', 'unit'] });
});

test('an unknown name is refused with the known ones', async () => {
  await expect(selected('units')).rejects.toThrow(/没有“units”这一步[^]*build、unit、browser/);
});
