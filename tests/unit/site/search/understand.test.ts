import fc from 'fast-check';
import { fold } from '../../../../publishers/website/folded';
import { askedNumbers } from '../../../../src/site/search/doc-number-tokens';
import { levelsOf } from '../../../../src/site/search/levels';
import { SYNONYM_GROUPS } from '../../../../src/site/search/synonyms';
import { runsOf } from '../../../../src/site/search/tokens';
import { understand } from '../../../../src/site/search/understand';

const KEYWORDS = new Set(['起付线', '学前一年']);
const understood = (question: string) =>
  understand(question, (candidates) => Promise.resolve(new Set(candidates.filter((word) => KEYWORDS.has(word)))));

test.each(SYNONYM_GROUPS.map((group) => [group.join('、'), group] as const))(
  'the group %s is made of folded runs, each once',
  (_name, group) => {
    for (const term of group) expect([term, runsOf(term)]).toEqual([term, [fold(term)]]);
    expect(new Set(group).size).toBe(group.length);
    expect(group.length).toBeGreaterThan(1);
  },
);

test.each([
  ['娃上幼儿园要钱吗', ['娃', '幼儿园', '要钱'], []],
  ['户口不在本地能参保吗', ['户口', '参保'], ['不在本地']],
  ['门诊怎么报销', ['门诊', '报销'], []],
  ['起付线是多少', ['起付线'], []],
  ['学前一年政策', ['学前一年'], ['政策']],
  ['怎么办理落户', ['怎么办理', '落户'], []],
  ['火星移民', ['火星移民'], []],
  ['多少钱', ['多少钱'], []],
  ['怎么办', [], []],
])('%s asks for %j, and only in passing for %j', async (question, strong, weak) => {
  const { words } = await understood(question);
  expect(words.filter((one) => !one.weak).map(({ word }) => word)).toEqual(strong);
  expect(words.filter((one) => one.weak).map(({ word }) => word)).toEqual(weak);
});

test.each(['延迟退休2025', '满60周岁', '12月1日起', '2026年12月', '500元', '5号线', '12345'])(
  '%s is no document number',
  (question) => {
    const { numbers } = askedNumbers(question);
    expect(numbers).toEqual([]);
  },
);

test('what a question costs is bounded, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...SYNONYM_GROUPS.flat(), ' ', '吗', '国办发〔2025〕27号')),
      async (parts) => {
        const levels = levelsOf(await understood(parts.join('')));
        const looks = levels.reduce((sum, { expressions }) => sum + expressions.length, 0);
        const terms = levels.flatMap(({ expressions }) => expressions.flat().map((group) => group.length));
        expect(looks).toBeLessThanOrEqual(100);
        expect(Math.max(0, ...terms)).toBeLessThanOrEqual(40);
      },
    ),
    { numRuns: 300, seed: 5 },
  );
});
