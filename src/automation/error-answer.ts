import { randomUUID } from 'node:crypto';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { Refusal } from '../delivery/refusal';

export interface ErrorAnswer {
  readonly status: number;
  readonly body: {
    readonly error: {
      readonly code: string;
      readonly message: string;
      readonly details: Readonly<Record<string, unknown>>;
    };
  };
  /** True when it is a fault of ours and belongs in the log. */
  readonly fault: boolean;
}

const answer = (
  status: number,
  code: string,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
  fault = false,
): ErrorAnswer => ({
  status,
  body: { error: { code, message, details } },
  fault,
});

const coded = z.object({ code: z.string() }).loose();
const httpError = z.object({ status: z.number().int().min(400).max(499), message: z.string() });

/** Strapi's errors that say more than that an application refused; all of them are kinds of ApplicationError too. */
const STRAPI = [
  [errors.UnauthorizedError, 401, 'user.unknown', '请先登录。'],
  [errors.ForbiddenError, 403, 'user.forbidden', '您的角色没有这个权限。需要时请联系系统管理员。'],
  [errors.NotFoundError, 404, 'content.unknown', '没有这项内容，可能已被删除。请刷新后重试。'],
] as const;

/** Any error as the answer that a machine or the newsroom gets. What is not ours to show stays in the log. */
export function errorAnswer(error: unknown): ErrorAnswer {
  if (error instanceof Refusal) return answer(error.status, error.code, error.message, error.details);
  const known = STRAPI.find(([type]) => error instanceof type);
  if (known) return answer(known[1], known[2], known[3]);
  if (error instanceof errors.ApplicationError) {
    const message = String(error.message);
    const details: unknown = error.details;
    const ours = coded.safeParse(details);
    if (ours.success) return answer(409, ours.data.code, message, ours.data);
    return answer(400, 'content.invalid', message, { errors: details });
  }
  if (error instanceof SyntaxError || (error instanceof Error && /JSON/.test(error.message) && 'status' in error)) {
    return answer(400, 'json.invalid', '请求正文不是合法的 JSON。');
  }
  if (error instanceof Error && /maxFileSize|maxTotalFileSize/.test(error.message)) return tooLarge();
  const http = httpError.safeParse(error);
  if (http.success) {
    if (http.data.status === 413) return tooLarge();
    return answer(http.data.status, `http.${http.data.status}`, http.data.message);
  }
  const reference = randomUUID();
  return answer(500, 'internal', '系统出错了，请稍后再试；若持续出现，请把编号告诉运维。', { reference }, true);
}

const tooLarge = (): ErrorAnswer => answer(413, 'body.too-large', '内容太大：文件不能超过 200 MB，正文不能超过 2 MB。');
