import { DATACUBE } from './datacube';

/** Of each call for statistics, as it was observed; no page of the platform names it. */
const STATISTICS_LIMIT = 1000;

/**
 * Calls per day of a new account, by endpoint; one that is not named here is practically unlimited.
 * Source: https://developers.weixin.qq.com/doc/service/Message_Management/API_Call_Limits.html
 */
export const DAILY_LIMITS: Readonly<Record<string, number>> = {
  '/cgi-bin/token': 2000,
  '/cgi-bin/stable_token': 500_000,
  '/cgi-bin/media/uploadimg': 100_000,
  '/cgi-bin/media/upload': 100_000,
  '/cgi-bin/media/get': 200_000,
  '/cgi-bin/material/add_material': 100_000,
  '/cgi-bin/material/get_material': 200_000,
  '/cgi-bin/draft/add': 1000,
  '/cgi-bin/draft/update': 1000,
  '/cgi-bin/draft/get': 500,
  '/cgi-bin/draft/batchget': 1000,
  '/cgi-bin/draft/count': 1000,
  '/cgi-bin/draft/delete': 1000,
  '/cgi-bin/freepublish/submit': 100,
  '/cgi-bin/freepublish/get': 100,
  '/cgi-bin/freepublish/batchget': 100,
  '/cgi-bin/freepublish/getarticle': 100,
  '/cgi-bin/freepublish/delete': 10,
  '/cgi-bin/message/mass/sendall': 100,
  '/cgi-bin/message/mass/send': 100,
  '/cgi-bin/message/mass/preview': 100,
  '/cgi-bin/message/mass/delete': 10,
  ...Object.fromEntries(Object.keys(DATACUBE).map((name) => [`/datacube/${name}`, STATISTICS_LIMIT])),
};

/** Another number of a day's calls for the test account. */
export const TEST_ACCOUNT_LIMITS: Readonly<Record<string, number>> = { '/cgi-bin/token': 200 };

/** Calls per minute, where the platform names such a limit. */
export const MINUTE_LIMITS: Readonly<Record<string, number>> = {
  '/cgi-bin/stable_token': 10_000,
  '/cgi-bin/message/mass/sendall': 60,
  '/cgi-bin/message/mass/send': 60,
};

/** What openapi/quota/get names where there is no tighter limit. */
export const USUAL_DAILY_LIMIT = 500_000;
