import { compared } from '../compared';
import { HttpFailure, type Io, type ReadBack, type Receipt, type Rendition } from '../contract';
import { problem } from '../problems';
import { showPost, type WeiboStatus } from './api';
import { weiboConnectionOf } from './connection';
import { isDeleted } from './is-deleted';
import { WEIBO_URL } from './length';
import { weiboPost, type WeiboPost } from './post';
import { PLATFORM } from './refused';
import { sameText } from './same-text';

/** Receipts that a person gave by pasting an address have another form; the interface does not know them. */
const POST_ID = /^\d+$/;
/** The platform's own short address, by which it replaces ours. */
const SHORTENED = /^https?:\/\/t\.cn\//;
const EVERYBODY = 0;

/** Asks for the post and compares it. One of a hundred calls that an ordinary app has each day. */
export async function readBack(receipt: Receipt, rendition: Rendition<WeiboPost>, io: Io): Promise<ReadBack> {
  const reach = weiboConnectionOf(io.connection);
  if ('missing' in reach || !POST_ID.test(receipt.id)) return { state: 'unknown' };
  try {
    const post = await showPost(receipt.id, reach.connection, io);
    if (isDeleted(post)) return { state: 'gone', problem: problem('delivery.removed-by-platform', PLATFORM) };
    if (post.type !== 'answer') return { state: 'unknown' };
    if (isHidden(post.value)) return { state: 'gone', problem: problem('weibo.hidden') };
    return compare(post.value, weiboPost.parse(rendition.payload));
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure;
    return { state: 'unknown' };
  }
}

/** We ask as the author, who sees what others do not. */
const isHidden = ({ visible }: WeiboStatus): boolean => (visible?.type ?? EVERYBODY) !== EVERYBODY;

const compare = (post: WeiboStatus, { status, picture, link }: WeiboPost): ReadBack =>
  compared('weibo.differs', {
    正文: sameText(status, post.text),
    图片: (picture !== null) === post.pic_urls.length > 0,
    链接: (post.text.match(WEIBO_URL) ?? []).some((address) => SHORTENED.test(address) || address === link),
  });
