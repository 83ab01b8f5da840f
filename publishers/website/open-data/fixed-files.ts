import { z } from 'zod';
import type { Change } from '../changes';
import type { Frame } from '../frame';
import { openDataPage } from '../pages/open-data-page';
import { DATA_SETS, DATA_SET_NAMES, schemaPath } from './data-sets';

/** What does not change with the data: the page that explains it, and the shape of the records. */
export const fixedDataFiles = (frame: Frame): readonly Change[] => [
  { in: 'site', name: 'open-data/index.html', data: openDataPage(frame) },
  ...DATA_SET_NAMES.map((name): Change => ({
    in: 'site',
    name: schemaPath(name).slice(1),
    data: `${JSON.stringify({ $id: `${frame.siteUrl}${schemaPath(name)}`, ...z.toJSONSchema(DATA_SETS[name].record) }, null, 2)}\n`,
  })),
];
