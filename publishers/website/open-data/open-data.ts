import type { Change } from '../changes';
import type { Frame } from '../frame';
import type { Places } from '../places';
import { openLedger } from '../state/ledger';
import type { Ledger } from '../state/ledger';
import { DATA_SETS, INDEX_PATH, partPath, schemaPath } from './data-sets';
import type { DataSetName } from './data-sets';
import { explainerEntry, explainerRecordOf, policyEntry, policyRecordOf } from './entries';
import type { ExplainerEntry, PolicyEntry } from './entries';

/** Records per part: few, because a part is written anew for every change of one of them. */
export const PER_PART = 20;

/** The data that is given away, in parts that are numbered from the oldest and written one by one. See docs/adr/0017. */
export interface OpenData {
  readonly explainers: Ledger<ExplainerEntry>;
  readonly policies: Ledger<PolicyEntry>;
  /** The changed parts and the index. */
  draw(frame: Frame): Promise<readonly Change[]>;
  /** What must be remembered. */
  state(): readonly Change[];
}

export async function openData(places: Places): Promise<OpenData> {
  const explainers = await openLedger(places, 'open-data/explainers', explainerEntry, PER_PART);
  const policies = await openLedger(places, 'open-data/policies', policyEntry, PER_PART);
  return {
    explainers,
    policies,
    async draw(frame) {
      const parts = await Promise.all([
        ...[...explainers.changed].map((part) => drawExplainerPart(frame, explainers, part)),
        ...[...policies.changed].map((part) => drawPolicyPart(frame, policies, part)),
      ]);
      return [...parts, index(frame, { explainers, policies })];
    },
    state: () => [...explainers.changes(), ...policies.changes()],
  };
}

export const drawExplainerPart = async (frame: Frame, ledger: Ledger<ExplainerEntry>, part: number): Promise<Change> =>
  lines(
    'explainers',
    part,
    (await ledger.entries(part)).map((entry) => explainerRecordOf(frame, entry)),
  );

export const drawPolicyPart = async (frame: Frame, ledger: Ledger<PolicyEntry>, part: number): Promise<Change> =>
  lines(
    'policies',
    part,
    (await ledger.entries(part)).map((entry) => policyRecordOf(frame, entry)),
  );

/** JSON Lines, https://jsonlines.org: each line is a record, each ends with a line feed. */
const lines = (name: DataSetName, part: number, records: readonly object[]): Change => ({
  in: 'site',
  name: partPath(name, part).slice(1),
  data: records.map((record) => `${JSON.stringify(record)}\n`).join(''),
});

/** Says how many parts there are and how they are addressed, so that it stays small however many there are. */
function index({ site, siteUrl }: Frame, ledgers: Pick<OpenData, DataSetName>): Change {
  const set = (name: DataSetName) => ({
    title: DATA_SETS[name].title,
    count: ledgers[name].count,
    parts: ledgers[name].newest,
    part: `${siteUrl}/open-data/${name}/{part}.jsonl`,
    schema: `${siteUrl}${schemaPath(name)}`,
    jsonLines: `${siteUrl}/open-data/${name}.jsonl`,
    csv: `${siteUrl}/open-data/${name}.csv`,
  });
  const data = {
    publisher: site.organiser,
    terms: site.dataTerms,
    sets: { explainers: set('explainers'), policies: set('policies') },
  };
  return { in: 'site', name: INDEX_PATH.slice(1), data: `${JSON.stringify(data, null, 2)}\n` };
}
