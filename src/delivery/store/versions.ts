import type { Knex } from 'knex';
import { z } from 'zod';
import type { Rendition, Version } from '../../../publishers/contract';
import { content } from '../../../publishers/content';
import { TABLES } from '../schema';

const versionRow = z.object({
  id: z.string(),
  explainer: z.string(),
  number: z.number(),
  hash: z.string(),
  content: z.string(),
  signed_at: z.coerce.number(),
  signed_by: z.string(),
});

export interface StoredVersion extends Version {
  readonly signedBy: string;
}

const numberRow = z.object({ id: z.string(), number: z.number() });

/** What was signed and what was rendered of it: written once, never changed. */
export function versions(db: Knex) {
  return {
    async version(id: string): Promise<StoredVersion | null> {
      const row: unknown = await db(TABLES.versions).where({ id }).first();
      return row ? toVersion(row) : null;
    },
    async versionsOf(explainer: string): Promise<readonly StoredVersion[]> {
      const rows: unknown[] = await db(TABLES.versions).where({ explainer }).orderBy('number');
      return rows.map(toVersion);
    },
    /** Their numbers, by id, without reading the texts. */
    async versionNumbers(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
      const rows: unknown = await db(TABLES.versions)
        .select('id', 'number')
        .whereIn('id', [...new Set(ids)]);
      return new Map(
        z
          .array(numberRow)
          .parse(rows)
          .map(({ id, number }) => [id, number]),
      );
    },
    async addVersion(v: StoredVersion): Promise<void> {
      await db(TABLES.versions).insert({
        id: v.id,
        explainer: v.explainer,
        number: v.number,
        hash: v.hash,
        content: JSON.stringify(v.content),
        signed_at: Date.parse(v.signedAt),
        signed_by: v.signedBy,
      });
    },
    async rendition(hash: string): Promise<Rendition | null> {
      const row: unknown = await db(TABLES.renditions).select('body').where({ hash }).first();
      // Written by `addPlan` from a Rendition; the engine compares its hash again before it sends anything.
      return row ? (JSON.parse(z.object({ body: z.string() }).parse(row).body) as Rendition) : null;
    },
  };
}

function toVersion(row: unknown): StoredVersion {
  const v = versionRow.parse(row);
  return {
    id: v.id,
    explainer: v.explainer,
    number: v.number,
    hash: v.hash,
    content: content.parse(JSON.parse(v.content)),
    signedAt: new Date(v.signed_at).toISOString(),
    signedBy: v.signed_by,
  };
}
