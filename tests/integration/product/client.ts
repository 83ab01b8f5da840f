import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';
import { errorShape } from '../../../src/automation/shapes';
import { API_TOKEN } from './start-product';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface CallOptions {
  /** JSON, or `FormData` for an upload; a string is sent as it is, as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The automation API as a program of another organ would call it. */
export function createClient(url: string, token: string | null = API_TOKEN) {
  async function call(method: string, path: string, { body, headers }: CallOptions = {}): Promise<Answer> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm || typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }

  /** A call that must succeed; its answer must have the documented shape. */
  async function ask<S extends z.ZodType>(
    shape: S,
    method: string,
    path: string,
    options: CallOptions = {},
  ): Promise<z.output<S>> {
    const answer = await call(method, path, options);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return shape.parse(answer.body);
  }

  /** A call that must be refused. */
  async function refused(method: string, path: string, options: CallOptions = {}): Promise<Refused> {
    const answer = await call(method, path, options);
    const { error } = errorShape.parse(answer.body);
    return { status: answer.status, ...error };
  }

  return { url, call, ask, refused };
}

export type Client = ReturnType<typeof createClient>;

export interface Refused {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** An upload as a form sends it. */
export function upload(bytes: Uint8Array | string, name: string, alt = '示意图'): FormData {
  const form = new FormData();
  form.append('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name);
  form.append('alt', alt);
  return form;
}

export const uploadFile = (path: string, alt: string): FormData => upload(readFileSync(path), basename(path), alt);
