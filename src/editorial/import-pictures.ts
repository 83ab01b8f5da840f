import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { allDone } from '../../publishers/all-done';
import { problem, type Problem } from '../../publishers/problems';
import { Refusal } from '../delivery/refusal';
import { acceptUpload, type AcceptedFile } from './accept-upload';
import { fetchPicture, WEB, type Web } from './fetch-picture';
import { picturesShown, type ShownPicture } from './pictures-shown';

/** Fetched at the same time. */
const AT_ONCE = 4;
/** More in one text are left to a person. */
const MOST = 60;

export interface ImportParts {
  readonly hosts: readonly string[];
  /** Puts a file into the library and answers its address there. */
  readonly addFile: (file: AcceptedFile, alt: string) => Promise<{ readonly url: string }>;
  readonly web?: Web;
  /** Nothing is waited for after this. */
  readonly until?: AbortSignal;
}

/** What became of the pictures of some texts. */
export interface Imported {
  /** A text with the addresses in our library in place of those elsewhere. */
  readonly replaced: (text: string) => string;
  /** Why the others stay as they are. */
  readonly problems: readonly Problem[];
}

/**
 * Brings pictures that texts show from elsewhere (allowed websites, or written into the text as `data:`) into the
 * library. What cannot be brought stays as it is, with a problem that says why.
 */
export async function importPictures(texts: readonly string[], parts: ImportParts): Promise<Imported> {
  const shown = new Map(
    texts
      .flatMap(picturesShown)
      .filter(isElsewhere)
      .map((one) => [one.address, one]),
  );
  const wanted = [...shown.values()].slice(0, MOST);
  const own = new Map<string, string>();
  const problems: Problem[] = [];
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const batch = wanted.slice(at, at + AT_ONCE);
    const results = await allDone(batch.map((picture) => bring(picture, parts)));
    for (const [index, { address }] of batch.entries()) {
      const result = results[index];
      if (result && 'url' in result) own.set(address, result.url);
      else if (result) problems.push(result.problem);
    }
  }
  const replaced = (text: string): string =>
    [...own].reduce((before, [address, url]) => before.replaceAll(whole(address), () => url), text);
  return { replaced, problems };
}

const isElsewhere = ({ address }: ShownPicture): boolean => /^(?:https?:|\/\/|data:image\/)/i.test(address);

async function bring(
  { address, alt }: ShownPicture,
  { hosts, addFile, web = WEB, until }: ImportParts,
): Promise<{ readonly url: string } | { readonly problem: Problem }> {
  if (until?.aborted) return { problem: notFetched(address, '网站回答得太慢') };
  const fetched = address.startsWith('data:')
    ? written(address)
    : await fetchPicture(absolute(address), hosts, web, until);
  if ('problem' in fetched) return fetched;
  const path = join(tmpdir(), `mingbai-picture-${randomUUID()}`);
  try {
    await writeFile(path, fetched.bytes);
    const file = { filepath: path, originalFilename: nameOf(address), mimetype: null, size: fetched.bytes.length };
    const accepted = await acceptUpload(file);
    if (!accepted.mime.startsWith('image/')) return { problem: notFetched(address, '内容不是图片') };
    return { url: (await addFile(accepted, alt)).url };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { problem: notFetched(address, error.message.replace(/。.*$/s, '')) };
  } finally {
    await rm(path, { force: true });
  }
}

/** A picture that stands in the text itself. */
function written(address: string): { readonly bytes: Buffer } | { readonly problem: Problem } {
  const data = /^data:image\/[\w.+-]+;base64,(.+)$/is.exec(address)?.[1];
  return data === undefined ? { problem: notFetched(address, '写法不对') } : { bytes: Buffer.from(data, 'base64') };
}

const notFetched = (address: string, reason: string): Problem =>
  problem('picture.not-fetched', { address: address.slice(0, 80), reason });

const absolute = (address: string): string => (address.startsWith('//') ? `https:${address}` : address);

/** The last part of an address. */
function nameOf(address: string): string {
  const url = absolute(address);
  const path = url.startsWith('data:') || !URL.canParse(url) ? '' : new URL(url).pathname;
  return basename(path).slice(-80) || '图片';
}

/** An address where it does not go on: one may be the beginning of another. */
const whole = (address: string): RegExp =>
  new RegExp(`${address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![^\\s)>"'\\]])`, 'g');
