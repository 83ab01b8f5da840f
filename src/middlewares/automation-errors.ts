import type { Context, Next } from 'koa';
import { errorAnswer } from '../automation/error-answer';

const BASES = ['/api/v1/', '/mingbai/'];

/**
 * What goes wrong before a call reaches its handler (malformed JSON, a body that is too large, no such route) answers
 * in the same shape as everything else, in Chinese.
 */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (!BASES.some((base) => ctx.path.startsWith(base))) {
      await next();
      return;
    }
    try {
      await next();
      if (ctx.status === 413) ctx.body = errorAnswer({ status: 413, message: '' }).body;
      const { status } = ctx;
      if ([404, 405].includes(status) && !ctx.body) {
        // Said again, because a body alone turns an answer that nobody gave into 200.
        ctx.status = status;
        ctx.body = { error: { code: 'route.unknown', message: '没有这个接口，或者它不接受这个方法。', details: {} } };
      }
    } catch (error) {
      const { status, body, fault } = errorAnswer(error);
      if (fault) throw error;
      ctx.status = status;
      ctx.body = body;
    }
  };
