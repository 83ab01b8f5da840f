import type { ComponentChildren, VNode } from 'preact';
import type { Frame } from '../frame';
import { shell } from '../shell';

export interface Message {
  readonly title: string;
  readonly description: string;
  /** From the root. */
  readonly path: string;
  /** A word or number above the title. */
  readonly mark?: string;
  /** Instead of keeping search engines out. */
  readonly head?: VNode;
  readonly children: ComponentChildren;
}

/** A page that has one thing to say, and ways to read on. */
export function messagePage({ site, siteUrl }: Frame, message: Message): string {
  const { title, description, path, mark, children } = message;
  return shell({
    title,
    description,
    path,
    siteUrl,
    site,
    head: message.head ?? <meta name="robots" content="noindex" />,
    breadcrumb: [{ title: '首页', href: '/' }],
    bodyClass: 'page-message',
    main: (
      <section class="message">
        {mark !== undefined && <p class="message-mark">{mark}</p>}
        <h1>{title}</h1>
        {children}
      </section>
    ),
  });
}
