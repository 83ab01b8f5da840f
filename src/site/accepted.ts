import { PACKINGS, type Packing } from '../../publishers/website/packed';

type Encoding = Packing['encoding'];
const NONE: readonly Encoding[] = [];
/** Browsers send one of a few lines, always the same. */
const kept = new Map<string, readonly Encoding[]>();

/** The encodings that a reader takes, ours first. `q=0` says no; without a header he gets the file as it is. */
export function accepted(header: string | undefined): readonly Encoding[] {
  if (header === undefined) return NONE;
  const known = kept.get(header);
  if (known) return known;
  const refused = new Set<string>();
  const taken = new Set<string>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    (parameters.some((one) => /^q=0(\.0*)?$/.test(one)) ? refused : taken).add(name);
  }
  const takes = (encoding: Encoding): boolean => !refused.has(encoding) && (taken.has(encoding) || taken.has('*'));
  const list = PACKINGS.map(({ encoding }) => encoding).filter(takes);
  if (kept.size < 256) kept.set(header, list);
  return list;
}
