import { waitUntil } from './wait-until.mjs';

/** Milliseconds. */
const PATIENCE = 60_000;

/**
 * Publishes a small explainer on the website of a demo, through the automation API, to show what no explainer of the demo
 * has: a link that leaves the sites of government, and what stands where something was taken back.
 * @param {string} site address of a running demo, without a trailing slash
 * @param {{ token: string, policy: string }} options `policy`: id of a document that the demo shows
 */
export async function publishDemoPiece(site, { token, policy }) {
  /** @type {(method: string, path: string, body?: object) => Promise<any>} */
  async function ask(method, path, body) {
    const answer = await fetch(`${site}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  }

  /** @type {(delivery: string, state: string) => Promise<void>} */
  async function comesTo(delivery, state) {
    const isThere = async () => (await ask('GET', `/deliveries/${delivery}`)).state === state;
    if (!(await waitUntil(isThere, { limitMs: PATIENCE }))) throw new Error(`${delivery} is not ${state}`);
  }

  const { id } = await ask('POST', '/explainers', {
    form: 'text',
    title: '供暖补贴今年怎么领',
    summary: '符合条件的家庭由社区上门登记，补贴按月发到社会保障卡，不用自己跑窗口。',
    category: 'social-security',
    policies: [policy],
    keywords: ['供暖', '补贴'],
    aspects: {
      background: '天冷得早，不少居民问今年的供暖补贴发不发、怎么领。',
      basis: '依据市政府办公室印发的办法，具体条款以文件原文为准。',
      intent: '让符合条件的家庭按时领到补贴，少跑一趟，少交材料。',
      implementation: '12月1日起由社区上门登记，审核通过后按月发放到社会保障卡。',
    },
    body: '## 谁能领\n\n低保家庭和特困人员由社区主动登记，其他家庭可以向社区提出。登记点在哪里，见[地图](https://maps.example.com/yunlan)。',
    source: '云澜市民政局',
    author: '宋予真',
    responsibleEditor: '何静安',
  });
  const { version } = await ask('POST', `/explainers/${id}/sign`, {});
  const { deliveries } = await ask('POST', `/explainers/${id}/plan`, {
    version,
    deliveries: [{ account: 'website', at: 'now' }],
  });
  const [delivery] = deliveries;
  await comesTo(delivery.id, 'published');
  return {
    /** From the root. */
    path: `/explainers/${id}/`,
    /** @type {(kind: 'withdrawn' | 'gone', reason: string) => Promise<void>} */
    async takeBack(kind, reason) {
      await ask('POST', `/deliveries/${delivery.id}/withdraw`, { reason, kind });
      await comesTo(delivery.id, 'withdrawn');
    },
  };
}
