import type { Context } from './context';
import { settlePublishing } from './wechat/freepublish';
import { settleMassSends } from './wechat/mass';
import { settleStatuses } from './weibo/share';

/** Brings everything up to the present instant: tasks that finish, posts that appear. Runs before every answer. */
export function settle(context: Context): void {
  const now = context.now().getTime();
  settlePublishing(context, now);
  settleMassSends(context, now);
  settleStatuses(context, now);
}
