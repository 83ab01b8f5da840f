import type { Code } from './qr-reader';

/** An address, or why there is none, zh-Hans. */
export type Reading =
  { readonly address: string; readonly obstacle: null } | { readonly address: null; readonly obstacle: string };

const NO_CODE = '图里没有找到二维码。请换一张清楚、完整的截图，或直接粘贴链接。';
const NO_ADDRESS = '这个二维码不是网页链接。请用文章页面上的二维码，或直接粘贴链接。';

/** The first web address among the codes of a picture: codes of payments or of people are none. */
export function addressIn(codes: readonly Code[]): Reading {
  const address = codes.map(({ rawValue }) => rawValue.trim()).find(isAddress);
  if (address !== undefined) return { address, obstacle: null };
  return { address: null, obstacle: codes.length === 0 ? NO_CODE : NO_ADDRESS };
}

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
