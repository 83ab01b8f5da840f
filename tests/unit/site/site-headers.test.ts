import { RECORDING_ENDINGS } from '../../../publishers/website/media-types';
import { cacheControlOf, streamedTypeOf } from '../../../src/site/site-headers';

describe('what explainers show', () => {
  test.each(Object.entries(RECORDING_ENDINGS))(
    'a recording of type %s is sent as one that browsers play',
    (mime, ending) => {
      // x-m4a is an old name of the same.
      expect(streamedTypeOf(`media/aa.${ending}`)).toBe(mime.replace('x-m4a', 'mp4'));
    },
  );

  test.each([
    ['avif', 'image/avif'],
    ['webp', 'image/webp'],
    ['jpg', 'image/jpeg'],
    ['vtt', 'text/vtt; charset=utf-8'],
  ])('%s is sent as what it is', (ending, type) => {
    expect(streamedTypeOf(`media/aa-800.${ending}`)).toBe(type);
  });

  test('media never change under their names, pages do', () => {
    expect(cacheControlOf('/media/aa-800.avif')).toContain('immutable');
    expect(cacheControlOf('/explainers/abc/')).toBe('no-cache');
  });
});
