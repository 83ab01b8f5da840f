import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isMissing } from './is-missing';
import { explainerPath } from './state/card';
import { withdrawal } from './state/item';
import type { Withdrawal } from './state/item';

const EXPLAINER = /^\/explainers\/([A-Za-z0-9_-]{1,128})(?:\/|\/index\.html)?$/;
/** Moves that are followed one after another. A circle cannot be made, because a move leads to what is live then. */
const MOST_MOVES = 10;

/** The note beside the state that an explainer is gone. */
export const goneName = (explainer: string): string => `gone/${explainer}.json`;

/**
 * Whether the page at an address tells that something was taken back, so that it must be served with status 410.
 *
 * @param siteStateDir the directory of the publisher's state
 * @param address path from the root, without query
 */
export async function isWithdrawn(siteStateDir: string, address: string): Promise<boolean> {
  const noted = await noteAt(siteStateDir, address);
  return noted !== null && noted.kind !== 'moved';
}

/** Where the explainer at an address has moved, from the root, to be answered with status 301; null = nowhere. */
export async function movedTo(siteStateDir: string, address: string): Promise<string | null> {
  let target: string | null = null;
  for (let moves = 0; moves < MOST_MOVES; moves += 1) {
    const noted: Withdrawal | null = await noteAt(siteStateDir, target ?? address);
    if (noted?.kind !== 'moved' || noted.to === null) break;
    target = explainerPath(noted.to);
  }
  return target;
}

/** Whether the note of a withdrawal is there: the first thing that one writes, the first that a new publication removes. */
export const isWithdrawalNoted = async (siteStateDir: string, explainer: string): Promise<boolean> =>
  (await readNote(siteStateDir, explainer)) !== null;

async function noteAt(siteStateDir: string, address: string): Promise<Withdrawal | null> {
  const [, explainer] = EXPLAINER.exec(address) ?? [];
  return explainer === undefined ? null : readNote(siteStateDir, explainer);
}

async function readNote(siteStateDir: string, explainer: string): Promise<Withdrawal | null> {
  try {
    return withdrawal.parse(JSON.parse(await readFile(path.join(siteStateDir, goneName(explainer)), 'utf8')));
  } catch (error) {
    // No note: the explainer is there, or never was.
    if (isMissing(error)) return null;
    throw error;
  }
}
