import { HttpFailure, type Io } from '../contract';
import { articlePage, type ArticlePage } from './article-page';

/** Article pages carry all their scripts with them. Bytes. */
const LONGEST = 8 * 1024 * 1024;
/** Somebody may wait in front of the screen. Milliseconds. */
const PATIENCE = 8_000;

/** Fetches an article as a reader would. @returns null where no page came */
export async function readArticlePage(url: string, io: Pick<Io, 'http'>): Promise<ArticlePage | null> {
  try {
    const { status, text } = await io.http({ method: 'GET', url, timeout: PATIENCE, longest: LONGEST });
    return status === 200 ? articlePage(text) : null;
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure;
    return null;
  }
}
