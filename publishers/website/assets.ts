import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The style sheets in the order in which they are joined into one file; the layers in `tokens.css` rank them. */
const STYLES = ['tokens', 'base', 'shell', 'explainer', 'forms', 'lists', 'policy', 'live', 'print'] as const;

export interface Asset {
  /** The name that templates use, e.g. `site.css`, `gallery.js`. */
  readonly name: string;
  /** The address on the site. It holds a hash of the bytes, so it may be cached for ever. */
  readonly url: string;
  readonly data: string;
}

let loaded: ReadonlyMap<string, Asset> | undefined;

/** Every asset of the site by name. Read once: the files of a running program do not change. */
export function assets(): ReadonlyMap<string, Asset> {
  loaded ??= new Map(load(publicDirectory()).map((asset) => [asset.name, asset]));
  return loaded;
}

/** The address of an asset. An unknown name is a bug and throws. */
export function assetUrl(name: string): string {
  return assetNamed(name).url;
}

/** The text of an asset, for documents that must stand alone (previews). */
export function assetText(name: string): string {
  return assetNamed(name).data;
}

function assetNamed(name: string): Asset {
  const asset = assets().get(name);
  if (!asset) throw new Error(`unknown asset: ${name}`);
  return asset;
}

function load(directory: string): Asset[] {
  const style = STYLES.map((name) => readFileSync(path.join(directory, 'css', `${name}.css`), 'utf8')).join('\n');
  const scripts = readdirSync(path.join(directory, 'js')).filter((name) => name.endsWith('.js'));
  return [
    hashed('site.css', style),
    ...scripts.sort().map((name) => hashed(name, readFileSync(path.join(directory, 'js', name), 'utf8'))),
  ];
}

function hashed(name: string, data: string): Asset {
  const { name: stem, ext } = path.parse(name);
  const hash = createHash('sha256').update(data).digest('hex').slice(0, 12);
  return { name, url: `/assets/${stem}.${hash}${ext}`, data };
}

/** The nearest `public/css` above this file: it lies two levels up in the sources and three in a build. */
function publicDirectory(): string {
  let directory = __dirname;
  while (!existsSync(path.join(directory, 'public', 'css', 'tokens.css'))) {
    const parent = path.dirname(directory);
    if (parent === directory) throw new Error('public/css not found above the program');
    directory = parent;
  }
  return path.join(directory, 'public');
}
