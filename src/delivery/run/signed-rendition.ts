import type { Rendition } from '../../../publishers/contract';
import type { Run } from '../context';
import type { Delivery } from '../delivery';
import { hashOf } from '../hash';

/** The rendition as signed; null when the stored one is not the one whose hash was signed. */
export async function signedRendition(run: Run, delivery: Delivery): Promise<Rendition | null> {
  // Text that is no JSON any more was altered like any other.
  const rendition = await run.parts.store.rendition(delivery.rendition).catch((error: unknown) => {
    if (error instanceof SyntaxError) return null;
    throw error;
  });
  if (rendition && hashOf(rendition) === delivery.rendition) return rendition;
  run.parts.log('error', 'stored rendition differs from its hash', { delivery: delivery.id });
  return null;
}
