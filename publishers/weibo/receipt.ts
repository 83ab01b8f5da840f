import type { Io, Receipt } from '../contract';
import type { SharedStatus } from './api';
import { base62 } from './base62';
import type { WeiboConnection } from './connection';
import { weiboTime } from './weibo-time';

/** Where a post can be read, whether it was just made or found later. */
export function receiptOf(post: SharedStatus, connection: WeiboConnection, io: Pick<Io, 'now'>): Receipt {
  const uid = post.user?.idstr ?? connection.uid;
  return {
    id: post.idstr,
    url: `${connection.publicBaseUrl}/${uid}/${base62(post.idstr)}`,
    at: weiboTime(post.created_at ?? '') ?? io.now().toISOString(),
  };
}
