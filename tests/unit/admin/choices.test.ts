import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CATEGORY_TITLES, FORM_TITLES } from '../../../publishers/content';
import { GENRES, VALIDITY } from '../../../src/editorial/policy-words';
import { chinese } from '../../../src/admin/translations/chinese';

const schema = z.object({
  attributes: z.record(z.string(), z.object({ enum: z.array(z.string()).optional() })),
});

/** The values of every enumeration in our content types and components. */
function choices(): readonly string[] {
  return ['src/api', 'src/components'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => {
        const { attributes } = schema.parse(JSON.parse(readFileSync(join(root, file), 'utf8')));
        return Object.values(attributes).flatMap((attribute) => attribute.enum ?? []);
      }),
  );
}

test('every choice of an enumeration reads in Chinese', () => {
  expect(choices()).toContain('social-security');
  expect(choices().filter((choice) => !/\p{Script=Han}/u.test(chinese[choice] ?? choice))).toEqual([]);
});

test.each(Object.entries({ ...FORM_TITLES, ...CATEGORY_TITLES, ...GENRES, ...VALIDITY }))(
  'the choice %s is called %s in the admin as everywhere else',
  (choice, word) => {
    expect(chinese[choice]).toBe(word);
  },
);
