import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { parseDocNumber } from './doc-number';

const UID = 'api::policy.policy';
const change = z.object({ data: z.record(z.string(), z.unknown()) });

/**
 * Whoever writes a policy, in the admin or by machine: its number is read, put into its printed form and stored in its
 * parts, or refused with words.
 */
export function guardPolicies(strapi: Core.Strapi, now: () => Date): void {
  strapi.documents.use((context, next) => {
    if (context.uid !== UID || (context.action !== 'create' && context.action !== 'update')) return next();
    const { data } = change.parse(context.params);
    const written = data['docNumber'];
    if (written === undefined) return next();
    Object.assign(context.params, { data: { ...data, ...parts(written, now()) } });
    return next();
  });
}

function parts(written: unknown, now: Date): object {
  if (written === null || written === '') {
    return { docNumber: null, docNumberPrefix: null, docNumberYear: null, docNumberSeq: null };
  }
  const number = typeof written === 'string' ? parseDocNumber(written, now.getUTCFullYear()) : null;
  if (!number) {
    throw new errors.ValidationError('发文字号写法不对：请按“国办发〔2025〕27号”或“国务院令第711号”的写法填写。', {
      code: 'policy.doc-number',
    });
  }
  return {
    docNumber: number.text,
    docNumberPrefix: number.prefix,
    docNumberYear: number.year,
    docNumberSeq: number.seq,
  };
}
