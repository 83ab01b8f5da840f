import { WEIBO_URL } from './length';

const TOPIC = /[#＃][^#＃]*[#＃]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/**
 * Whether a post on the platform is the text that we sent. The platform replaces addresses by its own short ones, drops
 * topics, escapes a few characters and changes white space, so those are left out of the comparison.
 */
export const sameText = (sent: string, found: string): boolean => core(sent) === core(found);

const core = (text: string): string =>
  text
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(WEIBO_URL, '')
    .replace(TOPIC, '')
    .replace(/[\s\u200b]+/g, '');
