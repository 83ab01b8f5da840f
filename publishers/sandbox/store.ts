import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerEntry, type LedgerEntry } from './ledger';
import { emptyState, stateSchema, type State } from './state';

/** Memory of the sandbox, and its files where there is a directory. */
export interface Store {
  readonly state: State;
  readonly ledger: readonly LedgerEntry[];
  /** Notes that the state has changed; it is written within a quarter of a second. */
  readonly changed: () => void;
  /** Enters effects once each; an entry of the same platform, kind and id is already there after a crash and a replay. */
  readonly appendToLedger: (entry: LedgerEntry) => void;
  /** @returns the hash by which `file` gives the bytes back */
  readonly putFile: (bytes: Buffer) => string;
  readonly file: (sha256: string) => Buffer | null;
  /** Writes what a reader can already see. Called before every answer, so that no answer is ahead of the disk. */
  readonly flushEffects: () => void;
  readonly flush: () => void;
  /** Forgets everything, also on disk. */
  readonly clear: () => void;
}

const WRITE_DELAY_MS = 250;

export function openStore(directory: string | null): Store {
  const path = (name: string): string => join(directory ?? '', name);
  if (directory !== null) mkdirSync(path('files'), { recursive: true });
  const state = directory === null ? emptyState() : readState(path('state.json'));
  const ledger = directory === null ? [] : readLedger(path('ledger.jsonl'));
  const keys = new Set(ledger.map(keyOf));
  const files = new Map<string, Buffer>();
  let timer: NodeJS.Timeout | null = null;
  let dirty = false;
  let effects = false;

  const flush = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (directory !== null && dirty) replaceFile(path('state.json'), JSON.stringify(state));
    dirty = false;
    effects = false;
  };
  const changed = (): void => {
    dirty = true;
    timer ??= setTimeout(flush, WRITE_DELAY_MS).unref();
  };

  return {
    state,
    ledger,
    changed,
    flush,
    flushEffects: () => {
      if (effects) flush();
    },
    appendToLedger: (entry) => {
      effects = true;
      changed();
      if (keys.has(keyOf(entry))) return;
      keys.add(keyOf(entry));
      ledger.push(entry);
      if (directory !== null) appendFileSync(path('ledger.jsonl'), `${JSON.stringify(entry)}\n`);
    },
    putFile: (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (directory === null) files.set(sha256, bytes);
      else if (!existsSync(path(`files/${sha256}`))) replaceFile(path(`files/${sha256}`), bytes);
      return sha256;
    },
    file: (sha256) => {
      if (directory === null) return files.get(sha256) ?? null;
      return existsSync(path(`files/${sha256}`)) ? readFileSync(path(`files/${sha256}`)) : null;
    },
    clear: () => {
      Object.assign(state, emptyState());
      ledger.length = 0;
      keys.clear();
      if (directory !== null) writeFileSync(path('ledger.jsonl'), '');
      dirty = true;
      flush();
    },
  };
}

const keyOf = (entry: LedgerEntry): string => `${entry.platform} ${entry.kind} ${entry.id}`;

/** Never leaves half a file behind, whenever the process dies. */
function replaceFile(path: string, content: string | Buffer): void {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

const readState = (path: string): State =>
  existsSync(path) ? stateSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : emptyState();

/** The last line may be cut off by a crash; that effect is entered again when its task is settled again. */
function readLedger(path: string): LedgerEntry[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  const complete = lines.slice(0, -1);
  if (lines.at(-1) !== '') replaceFile(path, complete.map((line) => `${line}\n`).join(''));
  return complete.map((line) => ledgerEntry.parse(JSON.parse(line)));
}
