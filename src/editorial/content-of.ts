import type { Content, PolicySnapshot } from '../../publishers/content';
import type { Library, LibraryFile } from './library';
import { picturesShown } from './pictures-shown';
import type { ExplainerRecord, PolicyRecord } from './record';

/** Finds library files by the addresses under which Markdown shows them. */
export type FindFiles = (urls: readonly string[]) => Promise<readonly LibraryFile[]>;

/** The content of a draft as it would be signed now: every file by its bytes, every policy as it stands. */
export async function contentOf(record: ExplainerRecord, library: Library, findFiles: FindFiles): Promise<Content> {
  const ref = async (file: LibraryFile | null | undefined) => (file ? library.ref(file) : null);
  const images = await Promise.all(
    record.images.map(async ({ media, ...words }) => (media ? { media: await library.ref(media), ...words } : null)),
  );
  const video = record.form === 'video' ? record.video : null;
  const interview = record.form === 'interview' ? record.interview : null;
  return {
    form: record.form,
    title: record.title.trim(),
    subtitle: record.subtitle,
    summary: record.summary.trim(),
    category: record.category,
    keywords: record.keywords,
    audiences: record.audiences,
    policies: record.policies.map(policySnapshot),
    aspects: record.aspects,
    impact: record.impact,
    differences: record.differences,
    glossary: record.glossary,
    body: record.body,
    cover: await ref(record.cover),
    images: record.form === 'image' ? images.filter((image) => image !== null) : [],
    video: video?.media
      ? {
          media: await library.ref(video.media),
          poster: await ref(video.poster),
          captions: video.captions,
          transcript: video.transcript,
          chapters: video.chapters,
        }
      : null,
    interview: interview
      ? {
          people: interview.people.map(({ key, ...person }) => ({ id: key, ...person })),
          turns: interview.turns.map((turn) => ({ ...turn, mediaTime: turn.mediaTime ?? null })),
          recording: await ref(interview.recording),
        }
      : null,
    media: await picturesIn(record, library, findFiles),
    source: record.source,
    author: record.author,
    responsibleEditor: record.responsibleEditor,
    contact: record.contact,
    // Absent and not empty, so that what was signed before there was this field keeps its hash.
    ...(record.correction.trim() !== '' && { correction: record.correction.trim() }),
    aiDisclosure: record.aiDisclosure,
  };
}

export function policySnapshot({ documentId, ...policy }: PolicyRecord): PolicySnapshot {
  return { id: documentId, ...policy };
}

/** Files of the library that the Markdown fields show, each under the address as it is written. */
async function picturesIn(record: ExplainerRecord, library: Library, findFiles: FindFiles): Promise<Content['media']> {
  const texts = [record.body, ...Object.values(record.aspects), ...(record.interview?.turns.map((t) => t.text) ?? [])];
  const addresses = [...new Set(texts.flatMap(picturesShown).map(({ address }) => address))];
  if (addresses.length === 0) return [];
  const paths = new Map(addresses.map((address) => [address, libraryPath(address)]));
  const files = new Map((await findFiles([...new Set(paths.values())])).map((file) => [file.url, file]));
  const refs = addresses.map(async (address) => {
    const file = files.get(paths.get(address) ?? '');
    return file ? library.ref(file, address) : null;
  });
  return (await Promise.all(refs)).filter((ref) => ref !== null);
}

/** `/uploads/x.png` of an address that may carry the site's own origin. */
function libraryPath(address: string): string {
  try {
    return decodeURI(new URL(address, 'http://library.invalid').pathname);
  } catch {
    return address;
  }
}
