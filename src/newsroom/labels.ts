import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { COMPONENTS, CONTENT_TYPES, type FormWords } from './field-words';

const configuration = z.looseObject({
  settings: z.looseObject({}),
  metadatas: z.record(z.string(), z.looseObject({ edit: z.looseObject({}), list: z.looseObject({}) })),
  layouts: z.looseObject({ edit: z.unknown(), list: z.unknown() }),
});
type Configuration = z.infer<typeof configuration>;

/** Of the content manager's services for types and components, what is used here; the package exports no types. */
interface ConfigurationService {
  findConfiguration(type: unknown): Promise<unknown>;
  updateConfiguration(type: unknown, configuration: unknown): Promise<unknown>;
}

/**
 * Gives the forms of the admin their Chinese words and their order. Done once for each state of the words, so that
 * what an administrator rearranges afterwards stays.
 */
export async function labelContentTypes(strapi: Core.Strapi): Promise<void> {
  const stamp = createHash('sha256')
    .update(JSON.stringify([CONTENT_TYPES, COMPONENTS]))
    .digest('hex');
  const store = strapi.store({ type: 'mingbai', name: 'labels' });
  if ((await store.get({ key: 'stamp' })) === stamp) return;

  const manager = strapi.plugin('content-manager');
  const types = manager.service<ConfigurationService>('content-types');
  const components = manager.service<ConfigurationService>('components');
  for (const [uid, words] of Object.entries(CONTENT_TYPES)) await label(types, strapi.contentTypes, uid, words);
  for (const [uid, words] of Object.entries(COMPONENTS)) await label(components, strapi.components, uid, words);
  await store.set({ key: 'stamp', value: stamp });
}

async function label(service: ConfigurationService, registry: object, uid: string, words: FormWords): Promise<void> {
  const type: unknown = Object.entries(registry).find(([name]) => name === uid)?.[1];
  if (!type) throw new Error(`field words for an unknown type: ${uid}`);
  const current = configuration.parse(await service.findConfiguration(type));
  await service.updateConfiguration(type, withWords(current, words));
}

function withWords(current: Configuration, words: FormWords): Configuration {
  const metadatas = Object.fromEntries(
    Object.entries(current.metadatas).map(([field, metadata]) => {
      const [label, description] = words.fields[field] ?? STANDARD[field] ?? [];
      if (label === undefined) return [field, metadata];
      return [
        field,
        {
          edit: {
            ...metadata.edit,
            label,
            ...(description !== undefined && { description }),
            editable: !SYSTEM.has(field),
          },
          list: { ...metadata.list, label },
        },
      ];
    }),
  );
  return {
    ...current,
    settings: {
      ...current.settings,
      mainField: words.main,
      ...(words.newestFirst && { defaultSortBy: words.newestFirst, defaultSortOrder: 'DESC' }),
    },
    metadatas,
    layouts: {
      ...current.layouts,
      list: words.list,
      edit: words.edit.map((row) => row.map(([name, size]) => ({ name, size }))),
    },
  };
}

const STANDARD: Readonly<Record<string, readonly [string]>> = {
  id: ['编号'],
  documentId: ['文档编号'],
  createdAt: ['创建时间'],
  updatedAt: ['更新时间'],
  createdBy: ['创建人'],
  updatedBy: ['更新人'],
};

/** Kept by the system; shown, not edited. */
const SYSTEM = new Set(['revision', 'docNumberPrefix', 'docNumberYear', 'docNumberSeq']);
