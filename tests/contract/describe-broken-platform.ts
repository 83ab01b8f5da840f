import type { Json, Publisher } from '../../publishers/contract';
import { answering } from './answering';
import { expectKnown } from './expect-known';
import { serveHugePage, type HugePage } from './huge-page';
import type { Place } from './place';

const DELIVERY = '01JDCONTRACT0000000000000A';

/** Both platforms' words for an interface that they do not have; each publisher reads its own. */
const RETIRED = JSON.stringify({ errcode: 40066, errmsg: 'invalid url', error_code: 10020, error: 'api not found' });

interface Parts {
  readonly publisher: Publisher;
  readonly place: () => Place;
  readonly prepared: () => Promise<Json>;
}

/** What must not be believed of a platform that is no longer what we know. */
export function describeBrokenPlatform({ publisher, place, prepared }: Parts): void {
  describe('a platform that is not what it was', () => {
    let huge: HugePage;
    beforeAll(async () => (huge = await serveHugePage()));
    afterAll(() => huge.close());

    it('R19: a page of 5 MB instead of an answer is no success; what is public stays in doubt, in words', async () => {
      const value = await prepared();
      const http = () => place().io.http({ method: 'GET', url: huge.url });
      const broken = { ...place().io, http };
      const outcome = await publisher.commit(value, broken, DELIVERY);
      expect(outcome.state).toBe('uncertain');
      if ('problem' in outcome) expectKnown(outcome.problem);
      expect(JSON.stringify(outcome).length).toBeLessThan(1_000);
      expect(await publisher.verify(place().account, broken)).toMatchObject({ healthy: false });
    });

    it.each([
      ['HTTP 404', answering(404, '<html>404 Not Found</html>')],
      ['HTTP 410', answering(410, '<html>410 Gone</html>')],
      ['its own code', answering(200, RETIRED)],
    ])('R24: an interface that is gone (%s) is named, and nothing is claimed', async (_how, http) => {
      const value = await prepared();
      const retired = { ...place().io, http };
      const outcome = await publisher.commit(value, retired, DELIVERY);
      expect(outcome.state).toMatch(/^(rejected|uncertain)$/);
      const { problem } = await publisher.verify(place().account, retired);
      for (const found of ['problem' in outcome ? outcome.problem : null, problem]) {
        expect(found?.what).toMatch(/接口.*可能已下线/);
        if (found) expectKnown(found);
      }
      expect(await place().published()).toEqual([]);
    });
  });
}
