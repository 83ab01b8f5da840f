/** Error texts and HTTP statuses by code. Source: https://open.weibo.com/wiki/Error_code */
export const WEIBO_ERRORS = {
  10001: { text: 'System error', status: 403 },
  10008: { text: 'Param error, see doc for more info', status: 400 },
  10014: { text: 'Insufficient app permissions!', status: 403 },
  10016: { text: 'Miss required parameter (%s) , see doc for more info', status: 400 },
  10017: { text: 'Parameter value invalid (%s)', status: 400 },
  10018: { text: 'Request body length over limit', status: 400 },
  10020: { text: 'Request api not found!', status: 404 },
  10021: { text: 'HTTP method is not suported for this request!', status: 403 },
  10023: { text: 'User requests out of rate limit!', status: 403 },
  20001: { text: 'IDs is null', status: 400 },
  20005: { text: 'Unsupported image type, only suport JPG, GIF, PNG!', status: 400 },
  20006: { text: 'Image size too large', status: 400 },
  20007: { text: 'Does multipart has image?', status: 400 },
  20008: { text: 'Content is null', status: 400 },
  20012: { text: 'Text too long, please input text less than 140 characters!', status: 400 },
  20016: { text: 'Out of limit', status: 403 },
  20019: { text: 'repeat content!', status: 400 },
  20032: { text: 'Update success, while server slow now, please wait 1-2 minutes', status: 400 },
  20101: { text: 'Target weibo does not exist!', status: 400 },
  20109: { text: 'Weibo id is null', status: 400 },
  21301: { text: 'Auth faild', status: 401 },
  21319: { text: 'accessor was revoked', status: 403 },
  21327: { text: 'expired_token', status: 403 },
  21332: { text: 'invalid_access_token', status: 403 },
} as const;
export type WeiboCode = keyof typeof WEIBO_ERRORS;

/** Text and status of any code, also of one that is not in the table. */
export function weiboError(code: number): { readonly text: string; readonly status: number } {
  const known: Readonly<Record<number, { readonly text: string; readonly status: number }>> = WEIBO_ERRORS;
  return known[code] ?? { text: 'System error', status: 400 };
}
