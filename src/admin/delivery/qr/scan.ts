import { addressIn } from './address-in';
import type { Code } from './qr-reader';

interface Camera {
  /** The codes in the picture of this moment; throws while there is no picture yet. */
  readonly look: () => Promise<readonly Code[]>;
  readonly pause: () => Promise<void>;
  readonly stopped: () => boolean;
}

/** Looks until a web address is in sight, past all other codes; null when it was stopped before. */
export async function scan({ look, pause, stopped }: Camera): Promise<string | null> {
  while (!stopped()) {
    const { address } = addressIn(await look().catch(() => []));
    if (stopped()) return null;
    if (address !== null) return address;
    await pause();
  }
  return null;
}
