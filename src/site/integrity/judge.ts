import { fileState, isSame } from '../../../publishers/website/manifest/file-state';
import type { Expected } from './expected';
import { packedState } from './packed-state';
import type { SiteCheck, Trouble } from './site-check';

/** What is wrong with a public file; null when it is as it should be. */
export async function judge(check: SiteCheck, name: string, expected: Expected | null): Promise<Trouble | null> {
  const { site } = check.places;
  if (expected?.packing) {
    // One that is missing harms nobody: servers give the plain file.
    const state = await packedState(site, expected.plain, expected.entry, expected.packing);
    return state === 'altered' ? 'altered' : null;
  }
  const state = await fileState(site, name, check.pace);
  if (!expected) return state === 'missing' ? null : 'foreign';
  return isSame(state, expected.entry) ? null : state === 'missing' ? 'missing' : 'altered';
}
