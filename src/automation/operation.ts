import type { z } from 'zod';
import type { Product } from '../assembly';

/** A file as the body parser left it in a temporary place. */
export interface UploadedFile {
  readonly filepath: string;
  readonly originalFilename: string | null;
  readonly mimetype: string | null;
  readonly size: number;
}

export interface Call<B, Q> {
  readonly product: Product;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Q;
  readonly body: B;
  readonly file: UploadedFile | null;
  /** Who asks, for the audit. */
  readonly who: string;
}

export interface Answer {
  readonly status: number;
  /** Beside those of JSON, or instead of them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or a stream whose type the headers name. */
  readonly body: unknown;
}

/** One call of the automation API: the route, its documentation and its deed in one place. */
export interface Operation<B extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with `:name` for parameters. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly body: B | null;
  readonly query: Q | null;
  /** True for `multipart/form-data` with a `file`. */
  readonly multipart?: boolean;
  readonly answers: Readonly<
    Record<number, { readonly description: string; readonly schema?: z.ZodType; readonly orCsv?: boolean }>
  >;
  handle(call: Call<z.output<B>, z.output<Q>>): Promise<Answer>;
}

/** Keeps the types of body and query together with the deed that uses them. */
export const operation = <B extends z.ZodType = z.ZodUndefined, Q extends z.ZodType = z.ZodUndefined>(
  spec: Operation<B, Q>,
): Operation =>
  // The router parses with `spec.body` and `spec.query` before it calls, so what arrives has the narrower type.
  spec;
