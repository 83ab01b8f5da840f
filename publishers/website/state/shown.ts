import { opendir } from 'node:fs/promises';
import path from 'node:path';
import type { Change } from '../changes';
import { isLeftover } from '../files';
import { isFile } from '../is-file';
import { isMissing } from '../is-missing';
import { safeId } from '../payload';
import type { Places } from '../places';

/*
 * Which explainers show a medium, by its sha256: an empty file for each. So noting one touches one file, however many
 * explainers show the same picture, and whether another still shows it is seen from the first name that is read.
 */

const DIRECTORY = 'shown';

export const shownChange = (sha256: string, explainer: string): Change => ({
  in: 'state',
  name: `${DIRECTORY}/${sha256}/${safeId.parse(explainer)}`,
  data: '',
});

export const shownNoMore = (sha256: string, explainer: string): Change => ({
  ...shownChange(sha256, explainer),
  data: null,
});

export const isNotedAsShown = (places: Places, sha256: string, explainer: string): Promise<boolean> =>
  isFile(path.join(places.state, shownChange(sha256, explainer).name));

/** Whether any explainer shows it, apart from the one that is named. */
export async function isShown(places: Places, sha256: string, except: string | null = null): Promise<boolean> {
  try {
    for await (const { name } of await opendir(path.join(places.state, DIRECTORY, sha256))) {
      if (name !== except && !isLeftover(name)) return true;
    }
    return false;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

const ALL_NOTED = `${DIRECTORY}/all-noted`;

/** Says that every explainer of the site has been noted: a site that is older than these notes is rebuilt first. */
export const allNotedChange: Change = { in: 'state', name: ALL_NOTED, data: '' };

export const areAllNoted = (places: Places): Promise<boolean> => isFile(path.join(places.state, ALL_NOTED));
