import { z } from 'zod';

const PLACE = /^(\d{1,15}):([0-9A-Za-z]{1,32})$/;

/** Where a page of the report ends: the time and the id of its last delivery. */
export interface Place {
  readonly dueAt: number;
  readonly id: string;
}

/** `next` of one page, given back as `after` of the following. */
export const placeQuery = z
  .string()
  .regex(PLACE)
  .transform((text): Place => {
    const [, dueAt = '', id = ''] = PLACE.exec(text) ?? [];
    return { dueAt: Number(dueAt), id };
  });

export const placeOf = ({ dueAt, id }: Place): string => `${dueAt}:${id}`;
