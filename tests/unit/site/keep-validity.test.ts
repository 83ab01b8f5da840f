import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { website } from '../../../publishers/website';
import { ensureSite } from '../../../publishers/website/ensure-site';
import type { Lifecycle } from '../../../publishers/website/state/lifecycle';
import { createIo } from '../../../src/delivery/context';
import { createValidityKeeper } from '../../../src/site/keep-validity';
import type { Publisher } from '../../../publishers/contract';
import { accountOf, openNewsroom, type Newsroom } from '../delivery/support/newsroom';

let room: Newsroom;
let site: string;
/** What staff have saved, and since when they were asked for it. */
let saved: Map<string, Lifecycle>;
let asked: (Date | null)[];
const read = (since: Date | null): Promise<Map<string, Lifecycle>> => {
  asked.push(since);
  return Promise.resolve(saved);
};

beforeEach(async () => {
  // The registry sees publishers' own shapes as JSON, which each parses again.
  const publishers = [website as unknown as Publisher];
  const connection = (directory: string) => ({
    siteDir: join(directory, 'site'),
    siteStateDir: join(directory, 'state'),
  });
  room = await openNewsroom({
    publishers,
    accounts: (directory) => [accountOf('website', 'website', connection(directory))],
  });
  site = join(room.directory, 'site');
  await mkdir(site);
  await mkdir(join(room.directory, 'state'));
  const [account] = await room.parts.accounts();
  if (!account) throw new Error('there is an account');
  await ensureSite(
    createIo(room.parts, account, () => undefined),
    account.account,
  );
  await room.planOne('website');
  await room.live(48 * 3_600_000);
  saved = new Map();
  asked = [];
});
afterEach(() => room.close());

const policyPage = (): Promise<string> => readFile(join(site, 'policies/p1/index.html'), 'utf8');

test('what staff save of a policy reaches the site, and what was published stays published', async () => {
  expect(await policyPage()).not.toContain('已废止');
  saved.set('p1', { validity: '废止', effectiveOn: '2026-11-01', expiresOn: null });
  const keeper = createValidityKeeper(room.parts, read);
  await keeper.look();
  expect(await policyPage()).toContain('<strong>这份文件已废止。</strong>');
  await room.live(3 * 24 * 3_600_000);
  const states: unknown = await room.db('mb_deliveries').select('state', 'problem');
  expect(states).toEqual([{ state: 'published', problem: null }]);
});

test('everything is asked for at the start, and after that only what was saved lately', async () => {
  const keeper = createValidityKeeper(room.parts, read);
  const first = room.clock.now();
  await keeper.look();
  await keeper.look();
  expect(asked).toEqual([null, new Date(first.getTime() - 5 * 60_000)]);
});

test('a day that passes is enough', async () => {
  saved.set('p1', { validity: '现行有效', effectiveOn: '2026-11-01', expiresOn: '2027-01-31' });
  const keeper = createValidityKeeper(room.parts, read);
  await keeper.look();
  expect(await policyPage()).not.toContain('已到期');
  room.clock.set('2027-02-01T00:00:00.000+08:00');
  saved.clear();
  await keeper.look();
  expect(await policyPage()).toContain('有效期至2027年1月31日，已到期。');
});
