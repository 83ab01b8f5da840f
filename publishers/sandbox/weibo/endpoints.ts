import { closed, getUid, rateLimitStatus, showUser, tokenInfo } from './account';
import type { WeiboHandler } from './call';
import { count, show, userTimeline, userTimelineIds } from './readers';
import { share } from './share';

export interface WeiboEndpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: WeiboHandler;
  /** Counts against the calls per day. */
  readonly counted: boolean;
}

const get = (path: string, handle: WeiboHandler): WeiboEndpoint => ({ method: 'GET', path, handle, counted: true });
const post = (path: string, handle: WeiboHandler): WeiboEndpoint => ({ method: 'POST', path, handle, counted: true });

export const WEIBO_ENDPOINTS: readonly WeiboEndpoint[] = [
  post('/2/statuses/share.json', share),
  get('/2/statuses/user_timeline.json', userTimeline),
  get('/2/statuses/user_timeline/ids.json', userTimelineIds),
  get('/2/statuses/show.json', show),
  get('/2/statuses/count.json', count),
  post('/2/statuses/destroy.json', closed),
  post('/2/statuses/update.json', closed),
  post('/2/statuses/upload.json', closed),
  post('/2/statuses/upload_pic.json', closed),
  post('/2/statuses/upload_url_text.json', closed),
  get('/2/users/show.json', showUser),
  { ...get('/2/account/get_uid.json', getUid), counted: false },
  { ...get('/2/account/rate_limit_status.json', rateLimitStatus), counted: false },
  { ...post('/oauth2/get_token_info', tokenInfo), counted: false },
];
