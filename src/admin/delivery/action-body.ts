import { fromChinaLocal } from '../time/china-local';
import type { ActionInput, DeliveryAction } from './delivery-actions';

export type ActionReading =
  { readonly body: object; readonly obstacle: null } | { readonly body: null; readonly obstacle: string };

const NOT_FOUND: readonly string[] = ['confirm-absent', 'confirm-gone'];

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text) && URL.canParse(text);

/**
 * What the server is sent for an action, from what was filled in; or what is still missing.
 * @param vouched whether somebody has looked at the page himself that the server could not read
 */
export function actionBody(
  action: { readonly name: DeliveryAction['name']; readonly input: Exclude<ActionInput, 'removal'> },
  filledIn: string,
  vouched = false,
): ActionReading {
  const text = filledIn.trim();
  switch (action.input) {
    case 'time': {
      const at = fromChinaLocal(text);
      return at === null ? { body: null, obstacle: '请填写完整的日期和时间。' } : { body: { at }, obstacle: null };
    }
    case 'reason':
      return text ? { body: { reason: text }, obstacle: null } : { body: null, obstacle: '请填写理由。' };
    case 'address':
      return isAddress(text)
        ? { body: { found: true, url: text, vouched }, obstacle: null }
        : { body: null, obstacle: '请粘贴完整的网址，以 https:// 开头。' };
    case 'dependants':
      return { body: { dependants: text === '' ? 'hold' : text }, obstacle: null };
    case 'none':
      return { body: NOT_FOUND.includes(action.name) ? { found: false } : {}, obstacle: null };
  }
}
