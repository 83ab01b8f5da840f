/**
 * Where a value holds the character U+0000, which PostgreSQL keeps in no text: as `aspects.background` or `people.0`,
 * or empty for the value itself; null when it holds none.
 */
export function pathOfNul(value: unknown): string | null {
  if (typeof value === 'string') return value.includes('\0') ? '' : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    if (key.includes('\0')) return '';
    const below = pathOfNul(inner);
    if (below !== null) return below === '' ? key : `${key}.${below}`;
  }
  return null;
}
