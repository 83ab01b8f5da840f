/**
 * Cards of shop products below an article.
 * Source: https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
 */
import type { Scenarios } from '../scenarios';
import { isRecord, textOf } from './call';

/** The key of the product in an article's fields; null where there is none. */
export function productKey(fields: Readonly<Record<string, unknown>>): string | null {
  const { product_info: info } = fields;
  const footer = isRecord(info) ? info['footer_product_info'] : undefined;
  return isRecord(footer) ? textOf(footer, 'product_key') : info === undefined ? null : '';
}

/** 53406 the account has no shop, 53404 its shop is limited, 53405 the shop has no such product. */
export function productRefusal(
  fields: Readonly<Record<string, unknown>>,
  { shop, products }: Pick<Scenarios, 'shop' | 'products'>,
): 53404 | 53405 | 53406 | null {
  const key = productKey(fields);
  if (key === null) return null;
  if (shop === 'none') return 53406;
  if (shop === 'limited') return 53404;
  return products.includes(key) ? null : 53405;
}
