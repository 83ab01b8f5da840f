import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import type { Product } from '../assembly';
import { parseBody } from '../delivery/parse-body';
import { requireBearer } from './bearer';
import { errorAnswer } from './error-answer';
import { once } from './idempotency';
import { openApiDocument } from './openapi';
import type { Answer, Operation, UploadedFile } from './operation';
import { OPERATIONS } from './operations';

const WHO = '自动化接口';

/** Hangs the automation API under `/api/v1`. The product is only there once the database is, hence the function. */
export function registerAutomationRoutes(strapi: Core.Strapi, product: () => Product): void {
  strapi.server.routes({
    type: 'content-api',
    routes: [
      ...OPERATIONS.map((op) => ({
        method: op.method,
        path: `/v1${op.path}`,
        handler: (ctx: Context) => handle(ctx, op, product()),
        config: { auth: false as const },
        info: { type: 'content-api' as const },
      })),
      {
        method: 'GET',
        path: '/v1/openapi.json',
        handler: (ctx: Context) => {
          ctx.body = openApiDocument(product().publishing.siteUrl);
        },
        config: { auth: false as const },
        info: { type: 'content-api' as const },
      },
    ],
  });
}

async function handle(ctx: Context, op: Operation, product: Product): Promise<void> {
  try {
    requireBearer(ctx.get('authorization') || undefined, product.publishing.apiToken);
    const body: unknown = op.body ? parseBody(op.body, ctx.request.body ?? {}) : undefined;
    const query: unknown = op.query ? parseBody(op.query, ctx.query) : undefined;
    const params: Record<string, string> = parseBody(z.record(z.string(), z.string()), ctx['params']);
    const file = op.multipart ? uploadedFile(ctx) : null;
    const deed = () => op.handle({ product, params, query, body, file, who: WHO });
    const key = op.method === 'POST' ? ctx.get('idempotency-key') : '';
    const {
      status,
      body: answer,
      headers = {},
    }: Answer = key
      ? await once(
          product.parts.store.db,
          product.parts.now(),
          key,
          [op.id, params, body, file?.originalFilename, file && (await digest(file.filepath))],
          deed,
        )
      : await deed();
    ctx.status = status;
    ctx.body = answer;
    ctx.set(headers);
  } catch (error) {
    const { status, body, fault } = errorAnswer(error);
    if (fault)
      product.log('error', 'automation call failed', {
        operation: op.id,
        ...body.error.details,
        error: describe(error),
      });
    ctx.status = status;
    ctx.body = body;
  }
}

/** Of the bytes: two files may have the same name and size. */
async function digest(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** The file as the body parser left it; its shape is formidable's. */
function uploadedFile(ctx: Context): UploadedFile | null {
  const files: unknown = ctx.request.files?.['file'];
  const parsed = z
    .object({
      filepath: z.string(),
      originalFilename: z.string().nullable(),
      mimetype: z.string().nullable(),
      size: z.number(),
    })
    .safeParse(Array.isArray(files) ? files[0] : files);
  return parsed.success ? parsed.data : null;
}
