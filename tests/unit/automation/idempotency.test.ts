import { once } from '../../../src/automation/idempotency';
import { Refusal } from '../../../src/delivery/refusal';
import { createClock, type Clock } from '../delivery/support/clock';
import { openDatabase, type TestDatabase } from '../delivery/support/open-database';

let data: TestDatabase;
let clock: Clock;
let done: number;
beforeEach(async () => {
  data = await openDatabase();
  clock = createClock();
  done = 0;
});
afterEach(() => data.close());

const REQUEST = { path: '/api/v1/explainers', body: { title: '门诊' } };
const deed = () => {
  done += 1;
  return Promise.resolve({ status: 201, body: { id: `explainer ${done}` } });
};
const ask = (key = 'k1', request: unknown = REQUEST, act = deed) => once(data.db, clock.now(), key, request, act);

describe('R20: a request with an Idempotency-Key', () => {
  it('is done once and answered alike, however often it comes', async () => {
    const first = await ask();
    expect(await ask()).toEqual(first);
    expect(await ask('k1', { body: { title: '门诊' }, path: '/api/v1/explainers' })).toEqual(first);
    expect(done).toBe(1);
  });

  it('is done once when it comes five times at the same moment; the others hear that it is under way', async () => {
    let finish: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (finish = resolve));
    const slow = async () => {
      await gate;
      return deed();
    };
    const first = ask('k1', REQUEST, slow);
    const others = await Promise.allSettled(Array.from({ length: 4 }, () => ask('k1', REQUEST, slow)));
    for (const other of others) expect(other).toMatchObject({ reason: { status: 409, code: 'idempotency.running' } });
    finish();
    expect((await first).status).toBe(201);
    expect(done).toBe(1);
  });

  it('whose process died before it had an answer may be done half an hour later', async () => {
    // Never settles, as a deed does whose process is gone.
    void ask('k1', REQUEST, () => new Promise<never>(() => undefined));
    await expect(ask()).rejects.toMatchObject({ status: 409, code: 'idempotency.running' });
    clock.pass(31 * 60_000);
    expect((await ask()).status).toBe(201);
    expect(done).toBe(1);
  });

  it('under another key is another request', async () => {
    await ask('k1');
    await ask('k2');
    expect(done).toBe(2);
  });

  it('is refused when the key comes back with other content', async () => {
    await ask();
    await expect(ask('k1', { ...REQUEST, body: { title: '住院' } })).rejects.toMatchObject({
      status: 422,
      code: 'idempotency.reused',
    });
    expect(done).toBe(1);
  });

  it('that was refused may be mended and sent again under its key', async () => {
    const refused = () => Promise.reject(new Refusal(422, 'sign.problems', '有问题'));
    await expect(ask('k1', REQUEST, refused)).rejects.toMatchObject({ code: 'sign.problems' });
    expect((await ask('k1', { ...REQUEST, body: { title: '改好了' } })).status).toBe(201);
  });

  it('is remembered for two days', async () => {
    await ask();
    clock.pass(47 * 3_600_000);
    await ask();
    expect(done).toBe(1);
    clock.pass(2 * 3_600_000);
    await ask();
    expect(done).toBe(2);
  });

  it('is refused when the key is longer than can be kept', async () => {
    await expect(ask('k'.repeat(201))).rejects.toMatchObject({ status: 400, code: 'idempotency.key' });
  });
});
