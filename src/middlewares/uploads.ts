import { rm } from 'node:fs/promises';
import type { Context, Next } from 'koa';
import { z } from 'zod';
import { errorAnswer } from '../automation/error-answer';
import { acceptUpload } from '../editorial/accept-upload';

const incoming = z.object({
  filepath: z.string(),
  originalFilename: z.string().nullable(),
  mimetype: z.string().nullable(),
  size: z.number(),
});

/**
 * Looks at the bytes of every file that staff upload in the admin, as the automation API does; and removes the
 * temporary copies of all uploads, which Strapi forgets for other field names than its own.
 */
export default () => async (ctx: Context, next: Next) => {
  const files = Object.values(ctx.request.files ?? {})
    .flat()
    .map((file: unknown) => incoming.safeParse(file))
    .flatMap((parsed) => (parsed.success ? [parsed.data] : []));
  try {
    if (ctx.path === '/upload' || ctx.path.startsWith('/upload/')) {
      for (const file of files) await acceptUpload(file);
    }
    await next();
  } catch (error) {
    const { status, body, fault } = errorAnswer(error);
    if (fault || files.length === 0) throw error;
    ctx.status = status;
    // The media library shows `error.message`.
    ctx.body = { data: null, error: { status, name: 'ValidationError', ...body.error } };
  } finally {
    await Promise.all(files.map((file) => rm(file.filepath, { force: true })));
  }
};
