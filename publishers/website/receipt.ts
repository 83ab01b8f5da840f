import type { Receipt } from '../contract';
import type { Prepared } from './payload';
import { explainerPath } from './state/card';
import type { Publication } from './state/item';

/** The id names the explainer and the number of its version: `abc@2`. */
export function receiptOf({ payload }: Prepared, { number, at }: Publication): Receipt {
  return {
    id: `${payload.explainer}@${number}`,
    url: `${payload.siteUrl}${explainerPath(payload.explainer)}`,
    at,
  };
}

/** @returns null for an id that is none of ours */
export function readReceiptId(id: string): { readonly explainer: string; readonly number: number } | null {
  const [, explainer, number] = /^([A-Za-z0-9_-]{1,128})@(\d+)$/.exec(id) ?? [];
  return explainer === undefined || number === undefined ? null : { explainer, number: Number(number) };
}
