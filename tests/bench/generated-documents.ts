import { CATEGORIES, FORMS } from '../../publishers/content';
import type { SearchDocument } from '../../src/site/search/search-index';
import { SYNONYM_GROUPS } from '../../src/site/search/synonyms';

/** Stand in more than half of all texts. */
export const COMMON = ['补贴', '申请', '办理', '标准'] as const;

/** Signs of which words are made that no table knows. */
const SIGNS = Array.from(
  '云澜市县镇村街道路桥河湖山林田水电气热网云数智慧新老旧改建修养护管服务站点站所中心园区楼房屋门窗灯',
);
const WORDS = [...SYNONYM_GROUPS.flat(), ...SIGNS.flatMap((one) => SIGNS.slice(0, 20).map((other) => one + other))];
const DAY = 24 * 3_600_000;
const NEWEST = Date.parse('2026-11-20T01:00:00Z');

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Explainers and documents with texts of some 400 characters, in which few words are common and most are rare. */
export function* generatedDocuments(count: number, seed: number): Generator<SearchDocument> {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T; // never empty
  // Cubed: the first words of the list come often, the last hardly ever, as words do.
  const word = (): string => WORDS[Math.floor(random() ** 3 * WORDS.length)] ?? '';
  const sentence = (): string =>
    Array.from({ length: 8 }, () => (random() < 0.12 ? pick(COMMON) : word())).join(pick(['的', '和', '，', '在']));
  for (let index = 0; index < count; index += 1) {
    const isPolicy = index % 5 === 0;
    const year = 2016 + Math.floor((index / count) * 11);
    const number = `云澜政办发〔${year}〕${(index % 400) + 1}号`;
    const token = `dn云澜政办发y${year}s${(index % 400) + 1}`;
    yield {
      kind: isPolicy ? 'policy' : 'explainer',
      ref: `bench-${index}`,
      source: `bench-${index}`,
      title: `${word()}${word()}${word()}：${sentence()}`.slice(0, 40),
      summary: isPolicy ? `云澜市人民政府办公室 · ${number}` : `${sentence()}，${sentence()}。`,
      keywords: isPolicy ? [] : [word(), word(), word()],
      form: isPolicy ? 'policy' : pick(FORMS),
      category: pick(CATEGORIES),
      moment: NEWEST - Math.floor(((count - index) / count) * 3_600) * DAY,
      asOf: index,
      inForce: random() > 0.1,
      expiresOn: null,
      text: Array.from({ length: 14 }, () => `${sentence()}。`).join(''),
      numbers: { own: isPolicy ? [token] : [], named: isPolicy ? [] : [token] },
    };
  }
}
