import { statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { movedTo } from '../../publishers/website/withdrawn';

/** How stale an answer may be after another process moved something, milliseconds. */
const STALE = 20;
/** Addresses whose answer is remembered. */
const REMEMBERED = 10_000;
const EXPLAINER = /^\/explainers\/[^/?#]+\/?(?=$|[?#])/;

export interface LeadOnOptions {
  readonly siteStateDir: string;
  /** A file that is written whenever the site changes. */
  readonly generation: string;
}

/** Answers readers of explainers that have moved: 301 to where they are now. @returns whether it answered */
export function createLeadOn({ siteStateDir, generation }: LeadOnOptions) {
  const known = new Map<string, string | null>();
  let changed = -1;
  let checkedAt = Number.NEGATIVE_INFINITY;

  function forgetWhenChanged(): void {
    if (performance.now() - checkedAt < STALE && known.size < REMEMBERED) return;
    checkedAt = performance.now();
    const now = statSync(generation, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (now !== changed || known.size >= REMEMBERED) known.clear();
    changed = now;
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = EXPLAINER.exec(request.url ?? '')?.[0];
    if (path === undefined) return false;
    forgetWhenChanged();
    let target = known.get(path);
    if (target === undefined) {
      const before = changed;
      target = await movedTo(siteStateDir, path);
      if (before === changed) known.set(path, target);
    }
    if (target === null) return false;
    response.writeHead(301, { location: target, 'cache-control': 'no-cache' }).end();
    return true;
  };
}
