import { createHash } from 'node:crypto';
import type { World } from './product/world';
import { waitFor } from './product/wait-for';

/** People who write to the account, and the platform that tells of finished jobs: both at the product's own address. */
export function citizens(world: () => World): void {
  const address = (): string => `${world().product.url}/callback/wechat/wechat`;

  test('a question is answered with the explainers on the site', async () => {
    const { id } = world().published.text;
    const reply = await world().sandbox.say('请问门诊报销新办法是什么');
    expect(reply).toMatchObject({ from: 'account' });
    expect(`${reply?.text ?? ''} ${reply?.url ?? ''}`).toContain(`/explainers/${id}/`);
  });

  test('somebody who begins to follow is welcomed', async () => {
    expect((await world().sandbox.follow())?.text).toContain('您好，这里是');
  });

  test('the events of the jobs that brought the samples out were received', async () => {
    await waitFor('events', () => {
      const events = world()
        .sandbox.calls.list()
        .filter(({ method }) => method === 'EVENT');
      return Promise.resolve(events.length > 0 && events);
    });
    const outcomes = world()
      .sandbox.calls.list()
      .filter(({ method }) => method === 'EVENT')
      .map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(['ok']));
  });

  test('the platform may verify the address; a stranger may not, and leaves no name in the log', async () => {
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = createHash('sha1').update(['sandbox-token', timestamp, 'n'].sort().join('')).digest('hex');
    const query = `signature=${signature}&timestamp=${timestamp}&nonce=n&openid=oStrangerToBeForgotten`;
    const verified = await fetch(`${address()}?${query}&echostr=4711`);
    expect([verified.status, await verified.text()]).toEqual([200, '4711']);
    const forged = await fetch(`${address()}?${query.replace('nonce=n', 'nonce=m')}`, {
      method: 'POST',
      body: '<xml/>',
    });
    expect(forged.status).toBe(403);
    const plain = await fetch(`${address()}?${query}`, { method: 'POST', body: '<xml></xml>' });
    expect(plain.status).toBe(403);
    expect((await fetch(`${world().product.url}/callback/wechat/nobody?${query}`)).status).toBe(404);
    expect(world().product.log()).not.toMatch(/oStrangerToBeForgotten|oSandboxCitizen/);
  });
}
