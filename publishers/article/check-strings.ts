import type { Content } from '../content';
import { problem } from '../problems';
import type { Problem } from '../problems';
import { hasControlCharacters } from './control-characters';

/** Control characters anywhere, once per field. */
export function checkStrings(content: Content): readonly Problem[] {
  const found: Problem[] = [];
  visit(content, '', (text, path) => {
    if (hasControlCharacters(text)) found.push(problem('content.control-characters', {}, path));
  });
  return found;
}

function visit(value: unknown, path: string, each: (text: string, path: string) => void): void {
  if (typeof value === 'string') each(value, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) visit(child, path === '' ? key : `${path}.${key}`, each);
}
