import type { State } from './states';

/** How staff name the states, where the server writes for them; the admin draws them with the same words. */
export const STATE_WORDS: Readonly<Record<State, string>> = {
  planned: '待发',
  preparing: '准备中',
  ready: '已备好',
  committing: '发出中',
  pending: '等待平台',
  published: '已发布',
  withdrawn: '已撤稿',
  rejected: '未发出',
  uncertain: '结果不明',
  missed: '已错过',
  held: '已暂停',
  manual: '人工发布',
  cancelled: '已取消',
};
