/**
 * Rich text after reading Markdown: plain data, already safe. Text is text (no entities, no HTML), every link has an
 * allowed address, every picture is a file of the version. Each channel only decides how to write it down.
 */
import type { MediaRef } from '../contract';

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'em' | 'del'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'picture'; readonly media: MediaRef; readonly alt: string }
  | { readonly type: 'break' };

export type Alignment = 'left' | 'center' | 'right' | null;

export interface ListItem {
  /** null where the item is no task. */
  readonly checked: boolean | null;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  /** The text of an item in a tight list: no paragraph of its own. */
  | { readonly type: 'line'; readonly children: readonly Inline[] }
  | { readonly type: 'heading'; readonly depth: number; readonly id: string; readonly children: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly ListItem[] }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | { readonly type: 'code'; readonly text: string; readonly language: string }
  | {
      readonly type: 'table';
      readonly align: readonly Alignment[];
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  /** A picture that stands alone. `caption` may be empty. */
  | { readonly type: 'figure'; readonly media: MediaRef; readonly alt: string; readonly caption: string }
  | { readonly type: 'rule' };
