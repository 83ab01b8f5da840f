import type { z } from 'zod';
import { IN_CHINESE } from '../in-chinese';
import { pathOfNul } from './path-of-nul';
import { Refusal } from './refusal';

/**
 * What somebody sent, as its schema gives it.
 * @throws Refusal `body.invalid` with a line for each wrong field, or for the first that no database keeps
 */
export function parseBody<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value, IN_CHINESE);
  if (!parsed.success) {
    throw invalid(parsed.error.issues.map(({ path, code, message }) => ({ path: path.join('.'), code, message })));
  }
  const nul = pathOfNul(parsed.data);
  if (nul !== null) throw invalid([{ path: nul, code: 'nul', message: '文字里有看不见的空字符（U+0000），请删去' }]);
  return parsed.data;
}

const invalid = (issues: readonly { readonly path: string; readonly code: string; readonly message: string }[]) =>
  new Refusal(400, 'body.invalid', '请求内容不对：字段缺失、写错或超长。', { issues });
