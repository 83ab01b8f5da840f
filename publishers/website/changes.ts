import { createHash } from 'node:crypto';
import type { StillHeld } from '../contract';
import { demand, placeFile, removeFile, resolveInside, stageFile } from './files';
import type { StagedFile } from './files';
import { copyOf, keepCopy } from './manifest/copies';
import type { Copy } from './manifest/copies';
import { eachAtOnce } from './manifest/each-at-once';
import { recordChanges } from './manifest/record';
import type { Entry } from './manifest/tree';
import { isPackable, pack, PACKINGS } from './packed';
import type { PackedFile } from './packed';
import type { Places } from './places';

/** One file of the site or of its state to be replaced; `data: null` removes it. */
export interface Change {
  readonly in: 'site' | 'state';
  readonly name: string;
  readonly data: string | Uint8Array | null;
  /** Its packed files where somebody has begun to make them: beside other work, because other threads pack. */
  readonly packing?: Promise<readonly PackedFile[]>;
}

/** A change of which every byte is on the disk, beside its place. */
interface Staged {
  readonly change: Change;
  readonly plain: StagedFile | null;
  readonly packed: readonly StagedFile[];
  /** What the list of public files will say; null for a file that goes. */
  readonly entry: Entry | null;
  readonly copy: Copy | null;
}

/**
 * Carries out changes in two halves. First every file is written in full beside its place: a full disk, the usual
 * trouble, shows here and leaves the site as it was. Then the files take their places in the given order, so that who
 * is cut off leaves a prefix of the list, and the last change can serve as the mark of completion. So does who has lost
 * the lock: he throws before he touches what somebody else may have written since.
 *
 * Public files get packed ones beside them, and the signed list of them follows.
 */
export async function applyChanges(places: Places, changes: readonly Change[], stillHeld: StillHeld): Promise<void> {
  const staged = new Map<Change, Staged>();
  const temporary: string[] = [];
  const stage = async (change: Change, name: string, data: string | Uint8Array): Promise<StagedFile> => {
    const file = await stageFile(places[change.in], name, data);
    temporary.push(file.temporary);
    return file;
  };
  try {
    await eachAtOnce(changes, async (change) => void staged.set(change, await stageChange(change, stage)));
    const ready = changes.flatMap((change) => staged.get(change) ?? []);
    const placeAll = async (held: StillHeld): Promise<void> => {
      for (const run of runsOf(ready)) await place(places, run, held);
    };
    const published = ready.filter(({ change }) => change.in === 'site');
    const { manifest } = places;
    if (!manifest || published.length === 0) {
      await placeAll(stillHeld);
      return;
    }
    const listed = new Map(published.map(({ change, entry }) => [change.name, entry]));
    await recordChanges(places, manifest, listed, stillHeld, async (held) => {
      await eachAtOnce(published, async ({ copy }) => (copy ? keepCopy(places, copy) : undefined));
      await placeAll(held);
    });
  } catch (error) {
    await Promise.all(temporary.map(removeFile));
    throw error;
  }
}

async function stageChange(
  change: Change,
  stage: (change: Change, name: string, data: string | Uint8Array) => Promise<StagedFile>,
): Promise<Staged> {
  const { name, data, packing } = change;
  if (data === null) return { change, plain: null, packed: [], entry: null, copy: null };
  const plain = await stage(change, name, data);
  if (change.in === 'state') return { change, plain, packed: [], entry: null, copy: null };
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  const entry = { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
  const files = await (packing ?? pack(name, bytes));
  const packed: StagedFile[] = [];
  for (const file of files) packed.push(await stage(change, name + file.ending, file.bytes));
  return { change, plain, packed, entry, copy: copyOf(name, entry, bytes, files) };
}

/** Neighbours that go to the same directory, in their order. */
function runsOf(staged: readonly Staged[]): readonly (readonly Staged[])[] {
  const runs: Staged[][] = [];
  for (const one of staged) {
    const run = runs.at(-1);
    if (run?.[0]?.change.in === one.change.in) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/**
 * Packed files go before the plain ones are touched and come back after them. A web server prefers them whatever their
 * age: this way, wherever one is cut off, it finds the packed file of what is there, or none.
 */
async function place(places: Places, run: readonly Staged[], stillHeld: StillHeld): Promise<void> {
  const targetOf = ({ change }: Staged): string => resolveInside(places[change.in], change.name);
  const packable = run.filter(({ change }) => change.in === 'site' && isPackable(change.name));
  await eachAtOnce(packable, async (one) => {
    demand(stillHeld);
    for (const { ending } of PACKINGS) await removeFile(targetOf(one) + ending);
  });
  for (const one of run) {
    if (one.plain) await placeFile(one.plain, stillHeld);
    else {
      demand(stillHeld);
      await removeFile(targetOf(one));
    }
  }
  await eachAtOnce(run, async ({ packed }) => {
    for (const file of packed) await placeFile(file, stillHeld);
  });
}
