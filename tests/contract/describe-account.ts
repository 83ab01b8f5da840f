import type { Publisher, Rendition } from '../../publishers/contract';
import { expectKnown } from './expect-known';
import type { Place } from './place';

interface Subject {
  readonly publisher: Publisher;
  readonly place: () => Place;
  readonly rendition: () => Rendition;
}

const DELIVERY = '01ACCOUNT0000000000000000';
/** Names, hosts and schemes that are none of the place's own. */
const FOREIGN = [
  'http://127.0.0.1:1/s/abc',
  'https://www.yunlan.gov.cn/s/abc',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'nonsense',
];

/** What a publisher may offer for its accounts beside the steps of a delivery. */
export function describeAccount({ publisher, place, rendition }: Subject): void {
  const { trial } = publisher;
  if (publisher.profile) {
    describe('profile', () => {
      it('says what the account may do, and changes nothing', async () => {
        const before = await place().everything();
        const answer = await publisher.profile?.(place().account, place().io);
        if (!answer || !('capabilities' in answer)) throw new Error(`no profile: ${answer?.code ?? ''}`);
        expect(answer.capabilities.map(({ name }) => name)).toEqual(expect.arrayContaining(['publish']));
        for (const { title } of answer.capabilities) expect(title).toMatch(/\p{Script=Han}/u);
        expect(await place().everything()).toEqual(before);
      });

      it('says in known words why not, where the account is not connected', async () => {
        const answer = await publisher.profile?.(place().account, { ...place().io, connection: {} });
        if (!answer || 'capabilities' in answer) throw new Error('nobody could be asked');
        expectKnown(answer);
      });
    });
  }

  if (publisher.inspect) {
    describe('inspect', () => {
      it.each(FOREIGN)('neither asks nor believes %s', async (address) => {
        const asked: string[] = [];
        const io = {
          ...place().io,
          http: (request: { readonly url: string }) => {
            asked.push(request.url);
            return Promise.reject(new Error('asked'));
          },
        };
        const seen = await publisher.inspect?.(address, rendition(), io, DELIVERY);
        expect(seen?.state).toBe('different');
        if (seen && 'problem' in seen) expectKnown(seen.problem);
        expect(asked).toEqual([]);
      });
    });
  }

  if (trial) {
    describe('trial', () => {
      it('is seen by no reader, and can be removed twice', async () => {
        const made = await trial.make(place().account, place().io);
        if (made.state !== 'made') throw new Error(`no trial: ${made.problem.code}`);
        expect(await place().readable()).toEqual([]);
        expect(await trial.show(made.id, 'liwen_yunlan', place().io)).toBeNull();
        expect(await place().readable()).toEqual([]);
        expect(await trial.remove(made.id, place().io)).toBeNull();
        expect(await trial.remove(made.id, place().io)).toBeNull();
      });

      it('says in known words why it cannot be made', async () => {
        const made = await trial.make(place().account, { ...place().io, connection: {} });
        if (made.state !== 'failed') throw new Error('nobody could be asked');
        expectKnown(made.problem);
      });
    });
  }
}
