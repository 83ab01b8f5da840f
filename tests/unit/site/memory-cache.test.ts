import { createMemoryCache, type CachedFile } from '../../../src/site/memory-cache';

const file = (bytes: number): CachedFile => ({
  status: 200,
  plain: { body: Buffer.alloc(bytes), etag: `"${bytes}"`, headers: {}, unchanged: {} },
  br: null,
  gzip: null,
});

test('what was put in comes out, until everything is forgotten', () => {
  const cache = createMemoryCache(1_600);
  cache.set('/', file(10));
  expect(cache.get('/')?.plain.etag).toBe('"10"');
  cache.clear();
  expect(cache.get('/')).toBeUndefined();
});

test('the oldest makes room for the newest', () => {
  const cache = createMemoryCache(1_600);
  for (let n = 0; n < 20; n++) cache.set(`/${n}`, file(100));
  expect(cache.get('/0')).toBeUndefined();
  expect(cache.get('/3')).toBeUndefined();
  expect(cache.get('/4')).toBeDefined();
  expect(cache.get('/19')).toBeDefined();
});

test('a file that would push out many others is not kept', () => {
  const cache = createMemoryCache(1_600);
  cache.set('/large', file(101));
  expect(cache.get('/large')).toBeUndefined();
});

test('a page that is put in again counts once', () => {
  const cache = createMemoryCache(1_600);
  cache.set('/other', file(100));
  for (let n = 0; n < 40; n++) cache.set('/same', file(100));
  expect(cache.get('/same')).toBeDefined();
  expect(cache.get('/other')).toBeDefined();
});
