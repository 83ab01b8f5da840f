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
 * Looks at the bytes of every file that staff upload in the admin, as the automation API does, and passes on what it has
 * become: true type, fitting name, a picture that browsers show. And removes the
 * temporary copies of all uploads, which Strapi forgets for other field names than its own.
 */
export default () => async (ctx: Context, next: Next) => {
  const files = Object.values(ctx.request.files ?? {})
    .flat()
    .flatMap((file: unknown) => {
      const parsed = incoming.safeParse(file);
      // What was parsed is an object; changes to it are what Strapi reads next.
      return parsed.success ? [{ ...parsed.data, own: file as object }] : [];
    });
  try {
    if (ctx.path === '/upload' || ctx.path.startsWith('/upload/')) {
      for (const { own, ...file } of files) {
        const { name, mime, size } = await acceptUpload(file);
        Object.assign(own, { originalFilename: name, mimetype: mime, size });
      }
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
