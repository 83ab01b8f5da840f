import { createHash } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Reply } from '../http/reply';
import { BASE_STYLE } from './style';

export interface Page {
  readonly title: string;
  readonly style: string;
  readonly body: ComponentChildren;
  /** The one inline script of the page; it is allowed by its hash. None = scripts are forbidden altogether. */
  readonly script?: string;
  readonly status?: number;
  /** What a public article says about itself in its head, in the platform's words. */
  readonly about?: { readonly title: string; readonly source: string } | undefined;
}

/** A complete HTML page with a policy that lets in nothing but itself. */
export function pageReply(page: Page): Reply {
  const script = page.script === undefined ? '' : `<script>${page.script}</script>`;
  const head = (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${page.title} · 沙盒`}</title>
      <link rel="icon" href="data:," />
      {page.about && <meta property="og:title" content={page.about.title} />}
      {page.about && (
        // Text, not a program: the page's policy runs no script but its own.
        <script type="text/plain" dangerouslySetInnerHTML={{ __html: sourceLine(page.about.source) }} />
      )}
      <style dangerouslySetInnerHTML={{ __html: BASE_STYLE + page.style }} />
    </head>
  );
  const html = `<!doctype html><html lang="zh-Hans">${render(head)}<body>${render(<>{page.body}</>)}${script}</body></html>`;
  return {
    status: page.status ?? 200,
    mime: 'text/html; charset=utf-8',
    body: html,
    outcome: 'ok',
    headers: { 'content-security-policy': policy(page.script), 'referrer-policy': 'no-referrer' },
  };
}

const sourceLine = (source: string): string =>
  `var msg_source_url = '${source.replace(/[&'"<>\\]/g, (c) => `\\x${c.charCodeAt(0).toString(16)}`)}';`;

function policy(script: string | undefined): string {
  const scripts =
    script === undefined
      ? // Article HTML is foreign: no script, no form, its own origin; only links that a person opens may leave.
        "script-src 'none'; sandbox allow-popups allow-popups-to-escape-sandbox"
      : `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'; connect-src 'self'`;
  return [
    "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'",
    "frame-ancestors 'self' http://localhost:* http://127.0.0.1:*",
    scripts,
  ].join('; ');
}
