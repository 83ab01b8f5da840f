import { z } from 'zod';

/**
 * Given to a parse whose complaints people read. Not set for the whole process: Strapi's parts bring copies of zod, and
 * each sets the language that all copies share back to English when it is loaded.
 */
export const IN_CHINESE = { error: z.locales.zhCN().localeError } as const;
