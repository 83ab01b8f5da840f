import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assets } from '../assets';
import type { Frame } from '../frame';

/** Everything from which pages are drawn: this folder, and what turns Markdown into HTML. */
const PROGRAM = [path.join(__dirname, '..'), path.join(__dirname, '..', '..', 'article')];

let program: string | undefined;

/**
 * Of the program and the settings that draw the site. When it differs from that of the last rebuild, pages that stand
 * may look otherwise than this program would draw them.
 */
export function siteFingerprint(frame: Frame): string {
  program ??= hashOf([...PROGRAM.flatMap(textsIn), ...[...assets().values()].map(({ url }) => url)]);
  return hashOf([program, JSON.stringify(frame)]).slice(0, 32);
}

const textsIn = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.d)\.(?:js|tsx?)$/.test(name))
    .sort()
    .map((name) => `${name}\n${readFileSync(path.join(directory, name), 'utf8')}`);

function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}\n${text}`);
  return hash.digest('hex');
}
