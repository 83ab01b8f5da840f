import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { resolveInside, writeFileAtomic } from '../website/files';
import { pageHash } from '../website/page-hash';
import { codeOf } from './error-code';

/** What the page of a room must be. `before`: its hash before the last change, which readers may get a moment longer. */
const pageMark = z.object({ hash: z.string(), before: z.string().nullable() });
export type PageMark = z.infer<typeof pageMark>;

const nameOf = (id: string): string => `live-pages/${id}.json`;

/** Null for a room whose page was written before there were marks. */
export async function readPageMark(siteStateDir: string, id: string): Promise<PageMark | null> {
  try {
    return pageMark.parse(JSON.parse(await readFile(resolveInside(siteStateDir, nameOf(id)), 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** To be kept before the page takes its place, so that at every moment the page that readers get is one of the two. */
export async function keepPageMark(siteStateDir: string, id: string, page: string): Promise<void> {
  const known = await readPageMark(siteStateDir, id);
  const hash = pageHash(page);
  if (known?.hash === hash) return;
  await writeFileAtomic(siteStateDir, nameOf(id), JSON.stringify({ hash, before: known?.hash ?? null }));
}

export const isMarkedPage = ({ hash, before }: PageMark, html: string): boolean =>
  [hash, before].includes(pageHash(html));
