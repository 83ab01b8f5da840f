import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { join } from 'node:path';
import { chinese } from '../../../src/admin/translations/chinese';

type Messages = Readonly<Record<string, string>>;

/** Where each part of Strapi keeps its messages; those of a plugin are known by its name and a dot. */
const PARTS: readonly { readonly prefix: string; readonly directory: string }[] = [
  { prefix: '', directory: 'admin/dist/admin/admin/src/translations' },
  ...['content-manager', 'upload', 'i18n', 'email', 'content-type-builder'].map((name) => ({
    prefix: `${name}.`,
    directory: `${name}/dist/admin/translations`,
  })),
];

/** Names and values that read the same in Chinese. */
const SAME_IN_CHINESE = new Set([
  'URL',
  'Logo',
  'Webhook',
  '_blank、_self、_parent、_top',
  'noopener、nofollow、noreferrer',
]);

async function messages(directory: string, language: string): Promise<Messages> {
  const path = join(process.cwd(), 'node_modules/@strapi', directory, `${language}.json.js`);
  const loaded = (await import(path)) as { readonly default: Messages };
  return loaded.default;
}

async function all(language: string): Promise<Messages> {
  const merged: Record<string, string> = {};
  for (const { prefix, directory } of PARTS) {
    for (const [key, text] of Object.entries(await messages(directory, language))) merged[prefix + key] = text;
  }
  return merged;
}

/** What a message needs to be filled in with: `name` for a value, `name*` for a choice, `<name>` for a mark-up. */
function slots(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...slots(element.children)];
      case TYPE.select:
      case TYPE.plural:
        return [`${element.value}*`, ...Object.values(element.options).flatMap((option) => slots(option.value))];
      default:
        return [element.value];
    }
  });
}

/** Some English messages lack the choice `other`, which must not hide what they are filled in with. */
const slotsOf = (text: string): Set<string> => new Set(slots(parse(text, { requiresOtherClause: false })));
const withoutChoice = (slot: string): string => slot.replace('*', '');

/** The words of a message, without what is filled in. */
function words(elements: readonly MessageFormatElement[]): string {
  return elements
    .map((element) => {
      if (element.type === TYPE.literal) return element.value;
      if (element.type === TYPE.tag) return words(element.children);
      if (element.type !== TYPE.select && element.type !== TYPE.plural) return '';
      return Object.values(element.options)
        .map((option) => words(option.value))
        .join(' ');
    })
    .join(' ');
}

const isEnglish = (text: string): boolean => {
  const said = words(parse(text));
  return /[a-z]{2}/i.test(said) && !/\p{Script=Han}/u.test(said) && !SAME_IN_CHINESE.has(said.trim());
};

describe('the admin in Simplified Chinese', () => {
  let english: Messages;
  let shipped: Messages;

  beforeAll(async () => {
    english = await all('en');
    shipped = await all('zh-Hans');
  });

  test('leaves no message of the parts that staff meet in English', () => {
    const left = Object.entries(english).filter(([key]) => {
      const translated = chinese[key] ?? shipped[key];
      return translated === undefined || isEnglish(translated);
    });
    expect(left).toEqual([]);
  });

  test('fills in the same values and mark-up as the English message', () => {
    const differing = Object.entries(chinese).filter(([key, text]) => {
      const source = english[key];
      // An address in angle brackets is not mark-up, and the formatter cannot read it.
      if (source === undefined || /<[^>]*@/.test(source)) return false;
      const [wanted, given] = [slotsOf(source), slotsOf(text)];
      const known = new Set([...wanted].map(withoutChoice));
      const invented = [...given].some((slot) => !known.has(withoutChoice(slot)));
      const chosen = new Set([...given].map(withoutChoice));
      const lost = [...wanted].some((slot) => !slot.endsWith('*') && !chosen.has(slot));
      return invented || lost;
    });
    expect(differing).toEqual([]);
  });

  test('every message can be read by the formatter', () => {
    for (const key of Object.keys({ ...english, ...chinese })) {
      expect(() => parse(chinese[key] ?? shipped[key] ?? '')).not.toThrow();
    }
  });

  test('never shouts, and uses Chinese punctuation between Chinese words', () => {
    const wrong = Object.entries(chinese).filter(
      ([, text]) => /[!！]/.test(text) || /\p{Script=Han}[,?;]/u.test(text.replace(/\{[^{}]*\}/g, '')),
    );
    expect(wrong).toEqual([]);
  });
});
