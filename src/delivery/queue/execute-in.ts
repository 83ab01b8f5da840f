import type { Knex } from 'knex';
import { z } from 'zod';

const answer = z.object({ rows: z.array(z.unknown()) });

/** Lets pg-boss write in somebody else's transaction: its `$1` become Knex's `?`. */
export function executeIn(trx: Knex): {
  executeSql: (text: string, values: unknown[]) => Promise<{ rows: unknown[] }>;
} {
  return {
    executeSql: async (text, values) => {
      const bindings: unknown[] = [];
      const sql = text.replace(/\$(\d+)|\?/g, (_found: string, number: string | undefined) => {
        if (number === undefined) return '\\?';
        bindings.push(values[Number(number) - 1] ?? null);
        return '?';
      });
      // Values are those that pg-boss made for the same driver.
      const result: unknown = await trx.raw(sql, bindings as Knex.Value[]);
      return answer.parse(result);
    },
  };
}
