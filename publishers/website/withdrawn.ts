import { access } from 'node:fs/promises';
import path from 'node:path';

const EXPLAINER = /^\/explainers\/([A-Za-z0-9_-]{1,128})(?:\/|\/index\.html)?$/;

/** The note beside the state that an explainer is gone. */
export const goneName = (explainer: string): string => `gone/${explainer}.json`;

/**
 * Whether the page at an address tells of a withdrawal, so that it must be served with status 410.
 *
 * @param siteStateDir the directory of the publisher's state
 * @param address path from the root, without query
 */
export async function isWithdrawn(siteStateDir: string, address: string): Promise<boolean> {
  const [, explainer] = EXPLAINER.exec(address) ?? [];
  return explainer !== undefined && isWithdrawalNoted(siteStateDir, explainer);
}

/** Whether the note of a withdrawal is there: the first thing that one writes, the first that a new publication removes. */
export async function isWithdrawalNoted(siteStateDir: string, explainer: string): Promise<boolean> {
  try {
    await access(path.join(siteStateDir, goneName(explainer)));
    return true;
  } catch {
    // No note: the explainer is there, or never was.
    return false;
  }
}
