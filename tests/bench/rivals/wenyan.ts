import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type RenderMarkdown = (markdown: string) => Promise<string>;

interface WenyanModule {
  readonly renderStyledContent: (
    markdown: string,
    options: Readonly<Record<string, string | boolean>>,
  ) => Promise<string>;
}

/** Its command line's own choices. */
const OPTIONS = { themeId: 'default', hlThemeId: 'solarized-light', isMacStyle: true, isAddFootnote: true };

/**
 * wenyan-core with its default theme.
 * @param root the project's folder
 * @throws when `npm ci` has not been run in tests/bench/rivals
 * @see https://github.com/caol64/wenyan-core
 */
export async function loadWenyan(root: string): Promise<RenderMarkdown> {
  const file = join(root, 'tests/bench/rivals/node_modules/@wenyan-md/core/dist/wrapper.js');
  // Not among our dependencies, so its types are not there either: the two lines that we call are stated above.
  const { renderStyledContent } = (await import(pathToFileURL(file).href)) as WenyanModule;
  return (markdown) => renderStyledContent(markdown, OPTIONS);
}
