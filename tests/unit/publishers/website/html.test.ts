import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { parse } from 'parse5';
import type { ParserError } from 'parse5';
import { CATEGORIES, FORMS } from '../../../../publishers/content';
import { everyPage, openFullSite } from './every-page';
import type { TestSite } from './test-site';

let site: TestSite;
let pages: ReadonlyMap<string, string>;
beforeAll(async () => {
  site = await openFullSite();
  pages = await everyPage(site);
});
afterAll(() => site.close());

/** What the standard demands and what the tool recommends; each exception says why. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard', 'html-validate:recommended'],
    rules: {
      // Both cases are the same to every parser.
      'doctype-style': ['error', { style: 'lowercase' }],
      // Preact closes void elements with a slash, the article's writer does not: the standard allows both.
      'void-style': 'off',
      // Wants `>` escaped, which the standard does not. A raw `<` or `&` is an error of the parser, asked below.
      'no-raw-characters': 'off',
      // Lists have a role that may be named, and screen readers say the name.
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
      // Wants other hyphens in telephone numbers, which whoever copies one would have to undo; the style sheet keeps them whole.
      'tel-non-breaking': 'off',
    },
  }),
);

/** The tiny picture that stands in the place of one until it has come. */
const PLACEHOLDER = / style="background:url\([^")]+\) center\/100% 100% no-repeat"/g;

describe('every page of the site', () => {
  it('is there, one of each kind', () => {
    expect([...pages.keys()]).toEqual(
      expect.arrayContaining([
        '/',
        '/404.html',
        ...FORMS.map((form) => `/explainers/${form}/`),
        '/explainers/gone/',
        '/policies/p1/',
        ...CATEGORIES.map((category) => `/topics/${category}/`),
        '/topics/health/1/',
        '/search?q=hits',
        '/live/running/',
      ]),
    );
  });

  it('is valid HTML', async () => {
    const complaints: string[] = [];
    for (const [path, html] of pages) {
      // The validator takes the semicolon of a `data:` address for the end of a declaration.
      const report = await validator.validateString(html.replace(PLACEHOLDER, ''), path);
      for (const { messages } of report.results) {
        complaints.push(
          ...messages.map(
            ({ line, ruleId, message, selector }) => `${path}:${line} ${ruleId}: ${message} ${selector ?? ''}`,
          ),
        );
      }
    }
    expect(complaints).toEqual([]);
  });

  it('parses without a single error', () => {
    const errors: string[] = [];
    for (const [path, html] of pages) {
      const onParseError = ({ code, startLine, startCol }: ParserError) =>
        errors.push(`${path}:${startLine}:${startCol} ${code}`);
      parse(html, { onParseError, sourceCodeLocationInfo: true });
    }
    expect(errors).toEqual([]);
  });
});
