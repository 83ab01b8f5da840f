import type { Receipt } from '../contract';

/** Receipts that a person gave by pasting an address name no article of the interface. */
export const isPasted = ({ id }: Receipt): boolean => /^https?:/.test(id);
