import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { DEEDS } from '../../../src/newsroom/deeds';
import { COMPONENTS, CONTENT_TYPES } from '../../../src/newsroom/field-words';
import { ACTIONS, ROLES } from '../../../src/newsroom/permissions';

const SRC = resolve(__dirname, '../../../src');
const schema = z.object({ attributes: z.record(z.string(), z.unknown()) });
const fieldsOf = (file: string): string[] =>
  Object.keys(schema.parse(JSON.parse(readFileSync(resolve(SRC, file), 'utf8'))).attributes);

test('every deed of the newsroom asks for a permission that exists', () => {
  const known = ACTIONS.map(({ uid }) => uid);
  for (const { permission } of DEEDS) expect(known).toContain(`publishing.${permission}`);
});

test('what changes something asks for more than reading, except to mark a notice as read', () => {
  const reading = DEEDS.filter(({ method, permission }) => method !== 'GET' && permission === 'read');
  expect(reading.map(({ path }) => path)).toEqual(['/notices/:id/read']);
});

test('who writes may neither sign, plan nor manage; who signs does not delete by way of the system', () => {
  const [clerk, editor] = ['mingbai-clerk', 'mingbai-editor'].map((code) => ROLES.find((role) => role.code === code));
  expect(clerk?.actions.filter((action) => action.startsWith('api::'))).toEqual(['api::publishing.read']);
  expect(clerk?.content).not.toContain('delete');
  expect(editor?.actions).toEqual(expect.arrayContaining(ACTIONS.map(({ uid }) => `api::${uid}`)));
  for (const role of ROLES) expect(role.actions.filter((action) => action.startsWith('admin::'))).toEqual([]);
});

test.each(Object.entries(CONTENT_TYPES))(
  'every field of %s has Chinese words and a place in the form',
  (uid, words) => {
    const name = uid.split('.')[1] ?? '';
    const fields = fieldsOf(`api/${name}/content-types/${name}/schema.json`);
    expect(Object.keys(words.fields).sort()).toEqual([...fields].sort());
    for (const [label] of Object.values(words.fields)) expect(label).toMatch(/\p{Script=Han}/u);
    const placed = words.edit.flat().map(([field]) => field);
    expect(new Set(placed).size).toBe(placed.length);
    for (const field of placed) expect(fields).toContain(field);
    for (const row of words.edit) expect(row.reduce((sum, [, size]) => sum + size, 0)).toBeLessThanOrEqual(12);
  },
);

test('every component has Chinese words for all of its fields', () => {
  const files = readdirSync(resolve(SRC, 'components/explainer'));
  expect(Object.keys(COMPONENTS).sort()).toEqual(files.map((file) => `explainer.${file.replace('.json', '')}`).sort());
  for (const file of files) {
    const words = COMPONENTS[`explainer.${file.replace('.json', '')}`];
    expect(Object.keys(words?.fields ?? {}).sort()).toEqual(fieldsOf(`components/explainer/${file}`).sort());
  }
});
