/** The platform gives addresses of articles as http; they are served as https. */
export const publicAddress = (url: string): string =>
  url.replace(/^http:\/\/mp\.weixin\.qq\.com\//, 'https://mp.weixin.qq.com/');
