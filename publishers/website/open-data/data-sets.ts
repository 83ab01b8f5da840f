import type { z } from 'zod';
import { explainerRecord, policyRecord } from './records';

/** The two sets of data that are given away; the names are parts of addresses. */
export const DATA_SETS = {
  explainers: { title: '政策解读', record: explainerRecord },
  policies: { title: '政策文件', record: policyRecord },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly record: z.ZodObject }>>;

export type DataSetName = keyof typeof DATA_SETS;
export const DATA_SET_NAMES = Object.keys(DATA_SETS) as DataSetName[]; // Object.keys forgets what it was given.

/** From the root of the site. */
export const partPath = (name: DataSetName, part: number): string => `/open-data/${name}/${part}.jsonl`;
export const schemaPath = (name: DataSetName): string => `/open-data/${name}.schema.json`;
export const INDEX_PATH = '/open-data/index.json';
