import type { MassMessage } from './api';
import type { WechatPrepared } from './prepared';

/** What is pushed to followers: the draft, whatever it holds, or the video with its words. */
export const massMessage = ({
  kind,
  mediaId,
  title,
  description,
}: Pick<WechatPrepared, 'kind' | 'mediaId' | 'title' | 'description'>): MassMessage =>
  kind === 'mpvideo'
    ? { msgtype: 'mpvideo', mpvideo: { media_id: mediaId, title, description } }
    : { msgtype: 'mpnews', mpnews: { media_id: mediaId } };
