import type { Confirmation, Json, Outcome, Pending, Publisher, Rendition, Version } from '../../publishers/contract';
import { hashOf } from '../../src/delivery/hash';
import { sampleVersion } from '../unit/publishers/article/sample-version';
import { UNFINISHED, illustrated } from './contents';
import { describeAccount } from './describe-account';
import { describeBrokenPlatform } from './describe-broken-platform';
import { describeReadBack } from './describe-read-back';
import { expectKnown } from './expect-known';
import type { Place } from './place';

const DELIVERY = '01JDCONTRACT0000000000000A';
/** As the database gives it back. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T; // what JSON keeps of T is T: see Json

export interface Implementation {
  readonly publisher: Publisher;
  /** Makes an empty place that has these files, by id of the media. */
  readonly open: (files: Readonly<Record<string, Uint8Array>>) => Promise<Place>;
  /** Whether `confirm` can be certain that nothing happened, and says so. */
  readonly certain: boolean;
  /** Whether there is a line between us and the place, on which an answer may get lost. */
  readonly remote: boolean;
}

/** Every "must" of publishers/contract.ts, run against one publisher. */
export function describePublisher({ publisher, open, certain, remote }: Implementation): void {
  describe(`contract: ${publisher.name}`, () => {
    let place: Place;
    let version: Version;
    let rendition: Rendition;
    beforeEach(async () => {
      const { content, files } = await illustrated();
      place = await open(files);
      version = { ...sampleVersion(), content };
      rendition = stored(publisher.render(version, place.account, 'publish'));
    });
    afterEach(() => place.close());

    /** Calls `prepare` as the engine does; answers what it stored between the calls, and the end. */
    async function prepareFrom(done: Json | null): Promise<{ dones: (Json | null)[]; prepared: Json }> {
      const dones = [done];
      for (let call = 0; call < 50; call += 1) {
        const step = await publisher.prepare(rendition, dones.at(-1) ?? null, place.io, DELIVERY);
        if (step.state === 'ready') return { dones, prepared: stored(step.prepared) };
        if (step.state !== 'progress') throw new Error(`prepare ended with ${JSON.stringify(step)}`);
        dones.push(stored(step.done));
      }
      throw new Error('prepare never ends');
    }
    const asked = (prepared: Json, answer: Json | null = null): Pending => ({
      delivery: DELIVERY,
      prepared,
      intentAt: intentAt.toISOString(),
      answer,
    });
    let intentAt: Date;
    async function commit(prepared: Json): Promise<Outcome> {
      intentAt = place.io.clock;
      return stored(await publisher.commit(prepared, place.io, DELIVERY));
    }
    /** Asks until it is decided, as patiently as the platform wishes. */
    async function decided(prepared: Json, answer: Json | null): Promise<Confirmation> {
      let known = answer;
      for (let times = 0; times < 20; times += 1) {
        const confirmation = stored(await publisher.confirm(asked(prepared, known), place.io));
        if (confirmation.state !== 'pending') return confirmation;
        known = confirmation.answer;
        place.pass(confirmation.askAgainAfter * 1_000);
      }
      throw new Error('never decided');
    }
    const answerOf = (outcome: Outcome): Json | null => (outcome.state === 'pending' ? outcome.answer : null);
    async function publish() {
      const { prepared } = await prepareFrom(null);
      const outcome = await commit(prepared);
      const end = outcome.state === 'pending' ? await decided(prepared, outcome.answer) : outcome;
      if (end.state !== 'published') throw new Error(`not published: ${JSON.stringify(end)}`);
      return { prepared, outcome, receipt: end.receipt };
    }

    describe('render', () => {
      it('makes the same bytes of the same input, whatever day it is', () => {
        const first = hashOf(rendition);
        jest.useFakeTimers({ now: Date.parse('2031-06-30T23:59:59Z') });
        try {
          expect(hashOf(publisher.render(stored(version), place.account, 'publish'))).toBe(first);
        } finally {
          jest.useRealTimers();
        }
      });

      it('leaves its input alone', () => {
        const input = frozen(stored(version));
        const account = frozen(stored(place.account));
        expect(hashOf(publisher.render(input, account, 'publish'))).toBe(hashOf(rendition));
      });

      it('survives storage unchanged, and says whose it is', () => {
        const fresh = publisher.render(version, place.account, 'publish');
        expect(stored(fresh)).toEqual(fresh);
        expect(fresh).toMatchObject({
          publisher: publisher.name,
          account: place.account.name,
          version: version.id,
          mode: 'publish',
          canonicalUrl: expect.stringContaining(version.explainer) as string,
        });
      });

      it('names every file once', () => {
        const files = rendition.media.map(({ sha256 }) => sha256);
        expect(new Set(files).size).toBe(files.length);
      });

      it('holds nothing of how the place is reached', () => {
        const text = JSON.stringify(rendition);
        for (const secret of Object.values(place.io.connection)) expect(text).not.toContain(secret);
      });

      it.each(UNFINISHED.map((content, index) => [index, content] as const))(
        'does not throw for unfinished content %#, and the complaints about it are known ones in whole words',
        (_index, content) => {
          const unfinished = publisher.render({ ...version, content }, place.account, 'publish');
          expect(stored(unfinished)).toEqual(unfinished);
          for (const complaint of publisher.check(unfinished)) expectKnown(complaint);
        },
      );

      it('finds nothing to complain of in a finished explainer', () => {
        expect(publisher.check(rendition).filter(({ severity }) => severity === 'error')).toEqual([]);
      });
    });

    describe('preview', () => {
      it('is a whole document, the same each time', () => {
        const draw = () => publisher.preview(rendition, ({ name }) => `/files/${name}`);
        expect(draw()).toMatch(/^<!doctype html>/i);
        expect(draw()).toBe(draw());
      });
    });

    describe('quotas', () => {
      it('are limits in words, each named once, the same each time', () => {
        const quotas = publisher.quotas(place.account);
        expect(publisher.quotas(stored(place.account))).toEqual(quotas);
        expect(new Set(quotas.map(({ name }) => name)).size).toBe(quotas.length);
        for (const { title, limit } of quotas) {
          expect(title).toContain(String(limit));
          expect(title).toMatch(/^每.*\p{Script=Han}$/u);
          expect(limit).toBeGreaterThan(0);
        }
      });
    });

    describe('verify', () => {
      it('finds a good account healthy and changes nothing', async () => {
        const before = await place.everything();
        expect(await publisher.verify(place.account, place.io)).toEqual({ healthy: true, problem: null });
        expect(await place.everything()).toEqual(before);
      });

      it('finds an account that cannot be reached ill, in known words, without throwing', async () => {
        const verdict = await publisher.verify(place.account, { ...place.io, connection: {} });
        expect(verdict.healthy).toBe(false);
        if (verdict.problem) expectKnown(verdict.problem);
        expect(verdict.problem).not.toBeNull();
      });
    });

    describe('prepare', () => {
      it('R2: comes to the same end from every point at which it may have been interrupted', async () => {
        const { dones, prepared } = await prepareFrom(null);
        for (const done of dones) {
          expect(await prepareFrom(done)).toMatchObject({ prepared });
          // The call whose answer was never stored, and once more.
          await publisher.prepare(rendition, done, place.io, DELIVERY);
          expect((await prepareFrom(done)).prepared).toEqual(prepared);
        }
      });

      it('shows nothing to anybody', async () => {
        await prepareFrom(null);
        place.pass(60_000);
        expect(await place.readable()).toEqual([]);
      });

      it('R12: refuses when a signed file is gone, and shows nothing', async () => {
        const gone = { ...place.io, media: () => Promise.reject(new Error('no such file')) };
        const prepareAll = async (): Promise<string> => {
          let step = await publisher.prepare(rendition, null, gone, DELIVERY);
          for (let call = 0; call < 50 && step.state === 'progress'; call += 1) {
            step = await publisher.prepare(rendition, stored(step.done), gone, DELIVERY);
          }
          return step.state;
        };
        // What `io.media` threw may pass through: the engine knows what it means.
        const end = await prepareAll().catch(() => 'thrown');
        expect(end).toMatch(/^(rejected|thrown)$/);
        expect(await place.readable()).toEqual([]);
      });
    });

    describe('commit and confirm', () => {
      it('make it public once; both know it by the same id', async () => {
        const { prepared, outcome, receipt } = await publish();
        expect(await place.published()).toEqual([expect.stringContaining(firstWord(receipt.id))]);
        const confirmed = await decided(prepared, answerOf(outcome));
        expect(confirmed).toMatchObject({ state: 'published', receipt: { id: receipt.id, url: receipt.url } });
        expect(receipt.url === null || URL.canParse(receipt.url)).toBe(true);
        expect(new Date(receipt.at).toISOString()).toBe(receipt.at);
      });

      it('R2: find it again when everything after the intent was forgotten', async () => {
        const { prepared, receipt } = await publish();
        expect(await decided(prepared, null)).toMatchObject({ state: 'published', receipt: { id: receipt.id } });
      });

      it('before commit, confirm never claims that it is public', async () => {
        const { prepared } = await prepareFrom(null);
        intentAt = place.io.clock;
        expect((await decided(prepared, null)).state).toBe(certain ? 'absent' : 'uncertain');
      });

      it('R2: after asking in vain, commit may run, and then it is public once', async () => {
        const { prepared } = await prepareFrom(null);
        intentAt = place.io.clock;
        await decided(prepared, null);
        await commit(prepared);
        expect((await decided(prepared, null)).state).toBe('published');
        expect(await place.published()).toHaveLength(1);
      });

      it('confirm changes nothing, before and after', async () => {
        const { prepared } = await prepareFrom(null);
        intentAt = place.io.clock;
        const before = await place.everything();
        await publisher.confirm(asked(prepared), place.io);
        expect(await place.everything()).toEqual(before);
        const outcome = await commit(prepared);
        await decided(prepared, answerOf(outcome));
        const after = await place.everything();
        for (const answer of [answerOf(outcome), null]) await publisher.confirm(asked(prepared, answer), place.io);
        expect(await place.everything()).toEqual(after);
      });

      it('R7: whatever breaks in our hands, commit does not answer published for what nobody can see', async () => {
        const { prepared } = await prepareFrom(null);
        const fail = () => Promise.reject(new Error('out of order'));
        const broken = { ...place.io, http: fail, media: fail, exclusive: fail };
        const end = await publisher.commit(prepared, broken, DELIVERY).then(
          ({ state }) => state,
          () => 'thrown',
        );
        expect(end).not.toBe('published');
        expect(await place.published()).toEqual([]);
      });

      it('is refused in known words, or in doubt, when the account is not connected', async () => {
        const { prepared } = await prepareFrom(null);
        const outcome = await publisher.commit(prepared, { ...place.io, connection: {} }, DELIVERY).catch(() => null);
        expect(outcome?.state).not.toBe('published');
        if (outcome && 'problem' in outcome) expectKnown(outcome.problem);
        expect(await place.published()).toEqual([]);
      });
    });

    if (remote) {
      describeBrokenPlatform({
        publisher,
        place: () => place,
        prepared: async () => (await prepareFrom(null)).prepared,
      });
      describe('an answer that is lost', () => {
        it('R1: lets nobody claim success, and asking finds the one that is public', async () => {
          const { prepared } = await prepareFrom(null);
          place.loseAnswer?.();
          const outcome = await commit(prepared);
          expect(outcome.state).toBe('uncertain');
          if (outcome.state === 'uncertain') expectKnown(outcome.problem);
          const end = await decided(prepared, null);
          expect(end).toMatchObject({ state: 'published', receipt: { id: (await place.published())[0] } });
          expect(await place.published()).toHaveLength(1);
        });
      });
    }

    describeReadBack({ publisher, place: () => place, rendition: () => rendition, publish });

    if (publisher.profile || publisher.inspect || publisher.trial) {
      describeAccount({ publisher, place: () => place, rendition: () => rendition });
    }

    if (publisher.withdraw) {
      describe('withdraw', () => {
        it('takes it back, and saying so twice does no harm', async () => {
          const { receipt } = await publish();
          const before = await place.everything();
          expect(await publisher.withdraw?.(receipt, '数据有误', place.io)).toMatchObject({ state: 'published' });
          const after = await place.everything();
          expect(after).not.toEqual(before);
          const again = await publisher.withdraw?.(receipt, '数据有误', place.io);
          expect(again?.state).toMatch(/^(published|rejected)$/);
        });

        it('of something that was never there is refused in known words', async () => {
          const receipt = { id: 'never-there', url: null, at: '2026-11-23T01:00:00.000Z' };
          const outcome = await publisher.withdraw?.(receipt, '数据有误', place.io);
          if (outcome && 'problem' in outcome) expectKnown(outcome.problem);
          expect(await place.published()).toEqual([]);
        });
      });
    }
  });
}

/** The part of a receipt's id that the place shows, where the id holds more. */
const firstWord = (id: string): string => id.split(/[:@/]/)[0] ?? id;

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
