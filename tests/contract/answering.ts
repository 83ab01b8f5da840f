import type { HttpResponse } from '../../publishers/contract';

/** `Io.http` of a place that answers everything alike. */
export const answering =
  (status: number, text: string, headers: Readonly<Record<string, string>> = {}): (() => Promise<HttpResponse>) =>
  () =>
    Promise.resolve({ status, headers, text });
