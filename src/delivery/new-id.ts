import { monotonicFactory } from 'ulid';

const ulid = monotonicFactory();

/** Sortable by time, unique for ever. */
export const newId = (): string => ulid();
