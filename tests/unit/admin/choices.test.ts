import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { z } from 'zod';
import { chinese } from '../../../src/admin/translations/chinese';

const schema = z.object({
  attributes: z.record(z.string(), z.object({ enum: z.array(z.string()).optional() })),
});

/** Every schema of ours with the prefix under which Strapi looks for the labels of its fields. */
function schemas(): { readonly labels: string; readonly attributes: z.infer<typeof schema>['attributes'] }[] {
  const files = ['src/api', 'src/components'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .map((file) => join(root, file)),
  );
  return files.map((file) => {
    const parts = file.split(sep);
    const [, , folder = ''] = parts;
    const labels = file.endsWith(`${sep}schema.json`)
      ? `content-manager.content-types.api::${folder}.${parts.at(-2) ?? ''}`
      : `content-manager.components.${folder}.${basename(file, '.json')}`;
    return { labels, attributes: schema.parse(JSON.parse(readFileSync(file, 'utf8'))).attributes };
  });
}

test('every field that staff fill in has a Chinese label', () => {
  const unnamed = schemas().flatMap(({ labels, attributes }) =>
    Object.keys(attributes)
      .map((field) => `${labels}.${field}`)
      .filter((id) => !chinese[id]),
  );
  expect(unnamed).toEqual([]);
});

test('every choice of an enumeration reads in Chinese', () => {
  const unnamed = schemas().flatMap(({ attributes }) =>
    Object.values(attributes)
      .flatMap((attribute) => attribute.enum ?? [])
      .filter((choice) => !/\p{Script=Han}/u.test(choice) && !chinese[choice]),
  );
  expect(unnamed).toEqual([]);
});
