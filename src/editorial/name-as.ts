import { extname } from 'node:path';

/** Endings by type, the usual one first. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['.jpg', '.jpeg', '.jpe', '.jfif'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/gif': ['.gif'],
  'image/avif': ['.avif'],
};

/** The name with an ending that suits its type: servers and programs go by it. `扫描.tif`, `image/png` → `扫描.png` */
export function nameAs(name: string, mime: string): string {
  const ending = extname(name);
  const known = ENDINGS[mime] ?? [];
  if (known.length === 0 || known.includes(ending.toLowerCase())) return name;
  return `${ending === '' ? name : name.slice(0, -ending.length)}${known[0] ?? ''}`;
}
