import type { Problem } from '../../publishers/problems';
import { importPictures, type ImportParts } from './import-pictures';
import { mapTexts, textsOf, type Written } from './written-texts';

/** An explainer, or changes to one, with the pictures that it shows from elsewhere in the library. */
export async function withOwnPictures<T extends Written>(
  input: T,
  parts: ImportParts,
): Promise<{ readonly input: T; readonly problems: readonly Problem[] }> {
  const { replaced, problems } = await importPictures(textsOf(input), parts);
  return { input: mapTexts(input, replaced), problems };
}
