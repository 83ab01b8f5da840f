import { OpenApiGeneratorV31, OpenAPIRegistry, extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { OPERATIONS } from './operations';
import { errorShape } from './shapes';

extendZodWithOpenApi(z);

const CSV = { schema: z.string() };

/** The automation API as an OpenAPI 3.1 document, made from the operations themselves. */
export function openApiDocument(siteUrl: string): object {
  const registry = new OpenAPIRegistry();
  const bearer = registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  const failure = { description: 'Refused', content: { 'application/json': { schema: errorShape } } };

  for (const op of OPERATIONS) {
    const names = [...op.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
    const idempotency =
      op.method === 'POST' ? { headers: z.object({ 'Idempotency-Key': z.string().max(200).optional() }) } : {};
    registry.registerPath({
      method: op.method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete',
      path: `/api/v1${op.path.replace(/:(\w+)/g, '{$1}')}`,
      operationId: op.id,
      summary: op.summary,
      security: [{ [bearer.name]: [] }],
      request: {
        ...idempotency,
        ...(names.length > 0 && { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }),
        ...(op.query instanceof z.ZodObject && { query: op.query }),
        ...(op.body && {
          body: {
            content: op.multipart
              ? {
                  'multipart/form-data': {
                    schema: z.object({ file: z.string().meta({ format: 'binary' }), alt: z.string().optional() }),
                  },
                }
              : { 'application/json': { schema: op.body } },
          },
        }),
      },
      responses: {
        ...Object.fromEntries(
          Object.entries(op.answers).map(([status, { description, schema, orCsv }]) => [
            status,
            schema
              ? { description, content: { 'application/json': { schema }, ...(orCsv && { 'text/csv': CSV }) } }
              : { description },
          ]),
        ),
        400: failure,
        401: failure,
        404: failure,
        409: failure,
        422: failure,
        429: failure,
      },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Mingbai automation API', version: '1' },
    servers: [{ url: siteUrl }],
  });
}
