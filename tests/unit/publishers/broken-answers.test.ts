import { HttpFailure, type Publisher, type Rendition } from '../../../publishers/contract';
import { wechat } from '../../../publishers/wechat';
import { weibo } from '../../../publishers/weibo';
import { illustrated } from '../../contract/contents';
import { publishAt } from '../../contract/publish-at';
import { sandboxPlace } from '../../contract/sandbox-place';
import { sampleVersion } from './article/sample-version';

type Platform = 'wechat' | 'weibo';
const PUBLISHERS: Readonly<Record<Platform, Publisher>> = { wechat, weibo };
const COMMIT: Readonly<Record<Platform, string>> = { wechat: 'freepublish/submit', weibo: 'statuses/share.json' };
/** Every call that `prepare` makes on WeChat. */
const PREPARING = [
  'stable_token',
  'media/uploadimg',
  'material/batchget_material',
  'material/add_material',
  'draft/batchget',
  'draft/add',
];

let place: Awaited<ReturnType<typeof sandboxPlace>>;
let rendition: Rendition;
async function open(platform: Platform): Promise<void> {
  const { content, files } = await illustrated();
  place = await sandboxPlace(platform, files);
  rendition = PUBLISHERS[platform].render({ ...sampleVersion(), content }, place.account, 'publish');
}
afterEach(() => place.close());
const publish = (platform: Platform) => publishAt(PUBLISHERS[platform], rendition, place);

describe.each<Platform>(['wechat', 'weibo'])('%s', (platform) => {
  beforeEach(() => open(platform));

  test('R19: published, and answered with an error page of 5 MB: in doubt, never published twice', async () => {
    place.sandbox.faults.add({ platform, endpoint: COMMIT[platform], kind: 'huge-html' });
    await expect(publish(platform)).rejects.toThrow('delivery.no-answer');
    place.pass(60_000);
    expect(await place.published()).toHaveLength(1);
  });

  test('R24: the interface for publishing is gone: a person looks, nothing is sent again by itself', async () => {
    place.sandbox.faults.add({ platform, endpoint: COMMIT[platform], kind: 'retired' });
    await expect(publish(platform)).rejects.toThrow(/"uncertain".*delivery.interface-gone-in-doubt/);
    expect(await place.published()).toEqual([]);
  });
});

describe('preparing on WeChat', () => {
  beforeEach(() => open('wechat'));

  test.each(PREPARING)('R19: an error page of 5 MB from %s ends nothing; the next run goes on', async (endpoint) => {
    place.sandbox.faults.add({ platform: 'wechat', endpoint, kind: 'huge-html' });
    await expect(publish('wechat')).rejects.toThrow(/maxContentLength|"later"/);
    expect(await place.published()).toEqual([]);
    await publish('wechat');
    expect(await place.published()).toHaveLength(1);
  });

  test.each(PREPARING)('R24: %s is gone, which waiting does not mend', async (endpoint) => {
    place.sandbox.faults.add({ platform: 'wechat', endpoint, kind: 'retired' });
    await expect(publish('wechat')).rejects.toThrow(/"rejected".*delivery.interface-gone.*可能已下线/);
    expect(await place.published()).toEqual([]);
  });

  test('R24: an article whose interface for deletion is gone may still be there', async () => {
    const receipt = await publish('wechat');
    place.sandbox.faults.add({ platform: 'wechat', endpoint: 'freepublish/delete', kind: 'retired' });
    expect(await wechat.withdraw?.(receipt, '数据有误', place.io)).toMatchObject({ state: 'uncertain' });
  });
});

test('R19: what is thrown for a page that is too long says so, and is a failure of the line', async () => {
  await open('weibo');
  place.sandbox.faults.add({ platform: 'weibo', endpoint: 'show.json', kind: 'huge-html' });
  const asking = place.io.http({ method: 'GET', url: `${place.sandbox.weiboBaseUrl}/2/statuses/show.json` });
  await expect(asking).rejects.toBeInstanceOf(HttpFailure);
});
