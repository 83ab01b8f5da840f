import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';

const UID = 'api::explainer.explainer';

const update = z.object({ documentId: z.string(), data: z.record(z.string(), z.unknown()) });
const stored = z.object({ revision: z.number().nullable() });

/**
 * Nobody overwrites what somebody else saved meanwhile: an update that carries a revision must carry the present one.
 * Strapi itself lets the last writer win.
 */
export function guardRevisions(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== UID || context.action !== 'update') return next();
    const { documentId, data } = update.parse(context.params);
    return strapi.db.transaction(async () => {
      // Locks the row: on PostgreSQL two who save at the same moment would otherwise both read the present revision.
      const row: unknown = await strapi.db
        .queryBuilder(UID)
        .select(['revision'])
        .where({ documentId })
        .first()
        .forUpdate()
        .execute();
      if (!row) return next();
      const current = stored.parse(row).revision ?? 1;
      const given = data['revision'];
      if (given !== undefined && given !== null && Number(given) !== current) {
        throw new errors.ApplicationError('这篇解读刚被别人修改过，您的修改没有保存。请复制您的修改，刷新后再改。', {
          code: 'explainer.stale',
          revision: current,
        });
      }
      Object.assign(context.params, { data: { ...data, revision: current + 1 } });
      return next();
    });
  });
}
