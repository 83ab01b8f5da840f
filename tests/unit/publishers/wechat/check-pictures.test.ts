import type { Account, Content, MediaRef } from '../../../../publishers/contract';
import { wechat } from '../../../../publishers/wechat/index';
import { mediaOf, sampleVersion } from '../article/sample-version';

const account: Account = {
  name: 'wechat',
  publisher: 'wechat',
  title: '云澜发布',
  siteUrl: 'https://jiedu.yunlan.gov.cn',
  settings: {},
};
const picture = (changes: Partial<MediaRef>) => mediaOf('图', new Uint8Array([1, 2, 3]), changes);
/** Of pictures alone: what an image post leaves to the website is a warning of its own. */
const problems = (changes: Partial<Content>) =>
  wechat
    .check(wechat.render(sampleVersion(changes), account, 'publish'))
    .filter(({ code }) => code !== 'wechat.only-on-site')
    .map(({ code, field }) => [code, field]);
const inText = (ref: MediaRef): Partial<Content> => ({ body: `![图](${ref.url})`, media: [ref] });

describe('pictures that cannot be sent are known before the version is signed', () => {
  test.each<[Partial<MediaRef>, string]>([
    [{ mime: 'image/heic' }, 'picture.heic'],
    [{ mime: 'image/svg+xml' }, 'picture.drawing'],
    [{ mime: 'image/x-photoshop' }, 'picture.format'],
    [{ bytes: 0 }, 'picture.broken'],
    [{ width: 12_000, height: 6_000 }, 'picture.too-many-pixels'],
  ])('%o', (changes, code) => {
    const ref = picture(changes);
    expect(problems(inText(ref))).toEqual([[code, 'body']]);
    expect(problems({ cover: ref })).toEqual([[code, 'cover']]);
    const images = [picture({}), ref].map((media, index) => ({
      media: { ...media, sha256: String(index).repeat(64) },
      caption: '',
      longDescription: '字',
    }));
    expect(problems({ form: 'image', title: '一图看懂', images })).toEqual([[code, 'images.1.media']]);
  });

  test.each(['jpeg', 'png', 'webp', 'avif', 'bmp', 'tiff'])('%s is sent', (format) => {
    expect(problems(inText(picture({ mime: `image/${format}` })))).toEqual([]);
  });

  test('of a GIF staff are told that it will stand still', () => {
    expect(problems(inText(picture({ mime: 'image/gif' })))).toEqual([['wechat.picture-stands-still', 'body']]);
  });

  test('one of 50 million pixels, or whose size nobody knows, is left to be tried', () => {
    expect(problems(inText(picture({ width: 8_660, height: 5_774 })))).toEqual([]);
    expect(problems(inText(picture({ width: null, height: null })))).toEqual([]);
  });
});
