import type { z } from 'zod';
import { IN_CHINESE } from '../in-chinese';
import { Refusal } from './refusal';

/**
 * What somebody sent, as its schema gives it.
 * @throws Refusal `body.invalid` with a line for each wrong field
 */
export function parseBody<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value, IN_CHINESE);
  if (parsed.success) return parsed.data;
  throw new Refusal(400, 'body.invalid', '请求内容不对：字段缺失、写错或超长。', {
    issues: parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      code: issue.code,
      message: issue.message,
    })),
  });
}
