import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { z } from 'zod';
import { csvLine } from '../../publishers/website/open-data/csv';
import { DATA_SETS, INDEX_PATH, partPath } from '../../publishers/website/open-data/data-sets';
import type { DataSetName } from '../../publishers/website/open-data/data-sets';

const WHOLE = /^\/open-data\/(explainers|policies)\.(jsonl|csv)(?:\?|$)/;
const TYPES = { jsonl: 'application/jsonl; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;
/** Spreadsheets take a file without it for one in the old encoding of their system. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Whole downloads at the same time: each reads every part, and readers of pages come first. */
const AT_ONCE = 2;

const index = z.object({ sets: z.record(z.string(), z.object({ parts: z.number().int().nonnegative() })) });

export interface OpenDataOptions {
  /** The public files. */
  readonly directory: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Answers a request for a whole set of data by joining its parts while they are sent, so that a publication never has to
 * write a file that grows with the site.
 */
export function createOpenData({ directory, headers }: OpenDataOptions) {
  let running = 0;

  return {
    /** @returns whether the request was for a whole set; if not, nothing has been answered */
    async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const [, name, ending] = WHOLE.exec(request.url ?? '') ?? [];
      if (name === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
      const set = name as DataSetName; // The pattern allows nothing else.
      const kind = ending as keyof typeof TYPES; // Likewise.
      if (running >= AT_ONCE) {
        response.writeHead(503, { 'retry-after': '30', 'content-type': 'text/plain; charset=utf-8', ...headers });
        response.end('正在下载的人较多，请半分钟后再试。');
        return true;
      }
      const packed = request.headers['accept-encoding']?.includes('gzip') ?? false;
      response.writeHead(200, {
        'content-type': TYPES[kind],
        'content-disposition': `attachment; filename="${set}.${kind}"`,
        'cache-control': 'no-cache',
        vary: 'accept-encoding',
        ...(packed && { 'content-encoding': 'gzip' }),
        ...headers,
      });
      if (request.method === 'HEAD') {
        response.end();
        return true;
      }
      running += 1;
      try {
        const text = Readable.from(kind === 'csv' ? tableOf(directory, set) : linesOf(directory, set));
        await (packed ? pipeline(text, createGzip(), response) : pipeline(text, response));
      } catch (error) {
        // Readers may go away whenever they like; what else breaks off shows as a download that is not complete.
        if (!response.destroyed) response.destroy();
        if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
      } finally {
        running -= 1;
      }
      return true;
    },
  };
}

/** Every record as a line of JSON, oldest part first. */
async function* linesOf(directory: string, set: DataSetName): AsyncGenerator<string> {
  const { sets } = index.parse(JSON.parse(await readFile(join(directory, INDEX_PATH), 'utf8')));
  for (let part = 1; part <= (sets[set]?.parts ?? 0); part += 1) {
    const lines = createInterface({ input: createReadStream(join(directory, partPath(set, part)), 'utf8') });
    for await (const line of lines) yield `${line}\n`;
  }
}

/** The same as a table whose head names the fields. */
async function* tableOf(directory: string, set: DataSetName): AsyncGenerator<string> {
  const { shape } = DATA_SETS[set].record;
  const fields = Object.keys(shape);
  yield BYTE_ORDER_MARK + csvLine(fields);
  for await (const line of linesOf(directory, set)) {
    const record = z.record(z.string(), z.unknown()).parse(JSON.parse(line));
    yield csvLine(fields.map((name) => record[name]));
  }
}
