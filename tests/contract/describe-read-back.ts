import { HttpFailure, type Publisher, type Receipt, type Rendition } from '../../publishers/contract';
import { answering } from './answering';
import { expectKnown } from './expect-known';
import { serveHugePage, type HugePage } from './huge-page';
import type { Place } from './place';

interface Parts {
  readonly publisher: Publisher;
  readonly place: () => Place;
  readonly rendition: () => Rendition;
  readonly publish: () => Promise<{ readonly receipt: Receipt }>;
}

/** What `readBack` must be able to tell, wherever it looks. */
export function describeReadBack({ publisher, place, rendition, publish }: Parts): void {
  describe('readBack', () => {
    let huge: HugePage;
    beforeAll(async () => (huge = await serveHugePage()));
    afterAll(() => huge.close());

    it('finds what was signed, and changes nothing', async () => {
      const { receipt } = await publish();
      const before = await place().everything();
      expect(await publisher.readBack(receipt, rendition(), place().io)).toEqual({ state: 'same' });
      expect(await place().everything()).toEqual(before);
    });

    it('finds what somebody altered behind our back', async () => {
      const { receipt } = await publish();
      await place().alter();
      const found = await publisher.readBack(receipt, rendition(), place().io);
      expect(found.state).toBe('different');
      if ('problem' in found) {
        expectKnown(found.problem);
        expect(found.problem).toMatchObject({ kind: 'input', severity: 'warning' });
      }
    });

    it('finds that it is gone, in known words', async () => {
      const { receipt } = await publish();
      await place().remove();
      const found = await publisher.readBack(receipt, rendition(), place().io);
      expect(found.state).toBe('gone');
      if ('problem' in found) expectKnown(found.problem);
    });

    if (publisher.withdraw) {
      it('finds that we took it back', async () => {
        const { receipt } = await publish();
        await publisher.withdraw?.(receipt, '数据有误', place().io);
        expect(await publisher.readBack(receipt, rendition(), place().io)).toMatchObject({ state: 'gone' });
      });
    }

    it.each([
      ['a line that breaks', () => Promise.reject(new HttpFailure('reset', true, 'ECONNRESET'))],
      ['a place that is not found', () => Promise.reject(new HttpFailure('no such host', false, 'ENOTFOUND'))],
      ['a gateway in trouble', answering(502, '<html>502 Bad Gateway</html>')],
      ['a place that is busy', answering(429, 'too many requests')],
      ['R19: a page of 5 MB', () => place().io.http({ method: 'GET', url: huge.url })],
    ])('says nothing because of %s', async (_trouble, http) => {
      const { receipt } = await publish();
      expect(await publisher.readBack(receipt, rendition(), { ...place().io, http })).toEqual({ state: 'unknown' });
    });

    it('says nothing of a receipt for which a person pasted an address that is not ours', async () => {
      const url = 'https://elsewhere.example/1';
      const io = { ...place().io, http: answering(503, '') };
      const receipt = { id: url, url, at: '2026-11-23T01:00:00.000Z' };
      expect(await publisher.readBack(receipt, rendition(), io)).toEqual({ state: 'unknown' });
    });
  });
}
