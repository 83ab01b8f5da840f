import { weiboDate } from '../china-time';
import type { Context } from '../context';
import type { WeiboStatus } from '../state';

export const SCREEN_NAME = '云澜发布';

/** A post as the API shows it. Source: https://open.weibo.com/wiki/2/statuses/share */
export function statusObject(context: Context, status: WeiboStatus): Record<string, unknown> {
  const uid = context.settings.weiboUid;
  return {
    created_at: weiboDate(status.at),
    id: Number(status.mid),
    mid: status.mid,
    idstr: status.mid,
    text: status.text,
    source_allowclick: 0,
    source_type: 1,
    source: status.byApp ? '<a href="http://app.weibo.com/t/feed/sandbox" rel="nofollow">政务发布</a>' : '微博网页版',
    favorited: false,
    truncated: false,
    in_reply_to_status_id: '',
    in_reply_to_user_id: '',
    in_reply_to_screen_name: '',
    ...pictureMembers(status.picture),
    geo: null,
    is_paid: false,
    user: { id: Number(uid), idstr: uid, screen_name: SCREEN_NAME, verified: true, verified_type: 1 },
    reposts_count: 0,
    comments_count: 0,
    attitudes_count: 0,
    isLongText: false,
    mlevel: 0,
    visible: { type: 0, list_id: 0 },
  };
}

function pictureMembers(picture: string | null): Record<string, unknown> {
  if (picture === null) return { pic_urls: [] };
  const at = (size: string): string => `http://wx1.sinaimg.cn/${size}/${picture}.jpg`;
  return {
    pic_urls: [{ thumbnail_pic: at('thumbnail') }],
    thumbnail_pic: at('thumbnail'),
    bmiddle_pic: at('bmiddle'),
    original_pic: at('large'),
  };
}
