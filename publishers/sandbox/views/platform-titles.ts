export const PLATFORM_TITLES = { wechat: '公众号', weibo: '微博' };
