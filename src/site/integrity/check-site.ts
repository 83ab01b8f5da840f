import { openTree } from '../../../publishers/website/manifest/tree';
import { isPackable, PACKINGS } from '../../../publishers/website/packed';
import { expectedAt } from './expected';
import { judge } from './judge';
import { keepCopyOf } from './keep-copy-of';
import { createListReader } from './list-reader';
import { settleSuspect } from './settle-suspect';
import { NAMED, type Deed, type Finding, type SiteCheck, type SiteReport, type Trouble } from './site-check';
import { walkSite } from './walk-site';

const LEAVES = 4_096;

/**
 * Compares every public file with the signed list: its bytes, not its times, because those can be forged. What seems
 * wrong is looked at again while nothing is published; then it is put right or only named, as the check says. Foreign
 * files come first: a foreign link in the place of a directory would lead what follows astray.
 */
export async function checkSite(check: SiteCheck): Promise<SiteReport> {
  const { places, manifest } = check;
  const at = check.now().toISOString();
  const counts: Record<Trouble, number> = { altered: 0, missing: 0, foreign: 0 };
  const deeds: Record<Deed, number> = { restored: 0, removed: 0, left: 0 };
  const findings: Finding[] = [];
  const seen = { files: 0, bytes: 0, leftovers: 0, unbelieved: 0 };

  async function suspect(name: string): Promise<void> {
    const finding = await settleSuspect(check, name);
    if (!finding) return;
    counts[finding.trouble] += 1;
    deeds[finding.deed] += 1;
    if (findings.length < NAMED) findings.push(finding);
  }

  const reader = createListReader(check);
  async function findForeign(): Promise<void> {
    for await (const { name } of walkSite(check, () => (seen.leftovers += 1))) {
      if ((await expectedAt(name, reader.find)) === null) await suspect(name);
    }
  }

  async function compareLeaf(id: string): Promise<void> {
    const leaf = await reader.leaf(id);
    if (!leaf) seen.unbelieved += 1;
    for (const [name, entry] of leaf ?? []) {
      if (check.isOver()) return;
      seen.files += 1;
      seen.bytes += entry.size;
      if (await judge(check, name, { plain: name, entry, packing: null })) await suspect(name);
      else if (check.restores) await keepCopyOf(check, name, entry);
      for (const packing of isPackable(name) ? PACKINGS : []) {
        const packed = name + packing.ending;
        if (await judge(check, packed, { plain: name, entry, packing })) await suspect(packed);
      }
      await check.pace();
    }
  }

  const tree = await openTree(places, manifest.key);
  if (typeof tree !== 'string') {
    if (tree.state === 'whole') await findForeign();
    for (let id = 0; id < LEAVES && !check.isOver(); id += 1) await compareLeaf(id.toString(16).padStart(3, '0'));
  }
  const list = typeof tree === 'string' ? tree : tree.state;
  return {
    at,
    list: list === 'whole' && seen.unbelieved > 0 ? 'damaged' : list,
    files: seen.files,
    bytes: seen.bytes,
    leftovers: seen.leftovers,
    counts,
    deeds,
    findings,
    complete: !check.isOver(),
  };
}
