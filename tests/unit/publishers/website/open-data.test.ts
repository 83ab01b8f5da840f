import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { website } from '../../../../publishers/website';
import { csvLine } from '../../../../publishers/website/open-data/csv';
import { DATA_SETS } from '../../../../publishers/website/open-data/data-sets';
import { PER_PART } from '../../../../publishers/website/open-data/open-data';
import { explainerRecord, policyRecord } from '../../../../publishers/website/open-data/records';
import type { ExplainerRecord } from '../../../../publishers/website/open-data/records';
import { createOpenData } from '../../../../src/site/open-data';
import { FOLLOWS } from './break-rename';
import { fillSite } from './fill-site';
import { openTestSite, versionOf } from './test-site';
import type { TestSite } from './test-site';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
  await site.ensure();
});
afterEach(() => site.close());

const parsed = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
const explainersIn = async (part: number): Promise<ExplainerRecord[]> =>
  parsed(await site.read(`open-data/explainers/${part}.jsonl`)).map((line) => explainerRecord.strict().parse(line));

describe('the open data', () => {
  it('says everything of an explainer, as plain words and absolute addresses', async () => {
    await site.publish(versionOf('one', 1));
    expect(await explainersIn(1)).toEqual([
      expect.objectContaining({
        id: 'one',
        url: 'https://yunlan.example/explainers/one/',
        form: 'text',
        category: 'health',
        keywords: ['门诊共济', '职工医保'],
        policies: [
          {
            id: 'p1',
            number: '云澜政办发〔2026〕12号',
            title: '关于门诊共济保障的实施办法',
            url: 'https://yunlan.example/policies/p1/',
          },
        ],
        source: '云澜市医疗保障局',
        publishedAt: '2026-11-23T09:00:00+08:00',
        updatedAt: null,
      }),
    ]);
    const [record] = await explainersIn(1);
    expect(record?.background).toContain('身体好的人用不完');
    expect(record?.background).not.toContain('**');
    expect(
      parsed(await site.read('open-data/policies/1.jsonl')).map((line) => policyRecord.strict().parse(line)),
    ).toEqual([
      expect.objectContaining({ id: 'p1', number: '云澜政办发〔2026〕12号', validity: '尚未施行', genre: '办法' }),
    ]);
  });

  it('follows a new version and forgets what was withdrawn', async () => {
    await site.publish(versionOf('one', 1));
    await site.publish(versionOf('two', 1));
    site.clock.now = '2026-11-26T01:00:00.000Z';
    await site.publish(versionOf('one', 2, { title: '新的标题' }));
    expect((await explainersIn(1)).find(({ id }) => id === 'one')).toMatchObject({
      title: '新的标题',
      publishedAt: '2026-11-23T09:00:00+08:00',
      updatedAt: '2026-11-26T09:00:00+08:00',
    });
    await website.withdraw?.({ id: 'one@2', url: null, at: '' }, '', site.io);
    expect((await explainersIn(1)).map(({ id }) => id)).toEqual(['two']);
    expect(JSON.parse(await site.read('open-data/index.json'))).toMatchObject({
      sets: { explainers: { count: 1, parts: 1 }, policies: { count: 1 } },
    });
  });

  it('says that nobody has to read more than the parts that changed', async () => {
    await fillSite({ site: site.siteDir, state: site.siteStateDir }, 2 * PER_PART + 1);
    const before = await site.tree();
    await site.publish(versionOf('one', 1));
    const after = await site.tree();
    const changed = Object.keys(after).filter(
      (name) => /^site\/open-data\//.test(name) && !FOLLOWS.test(name) && after[name] !== before[name],
    );
    expect(changed).toEqual([
      'site/open-data/explainers/3.jsonl',
      'site/open-data/index.json',
      'site/open-data/policies/1.jsonl',
    ]);
  });

  it('comes with its shape and with a dictionary of the same fields', async () => {
    const page = await site.read('open-data/index.html');
    for (const [name, { record }] of Object.entries(DATA_SETS)) {
      const schema = JSON.parse(await site.read(`open-data/${name}.schema.json`)) as {
        properties: Record<string, { title: string }>;
        required: string[];
      };
      expect(Object.keys(schema.properties)).toEqual(Object.keys(record.shape));
      expect(schema.required).toEqual(Object.keys(record.shape));
      for (const [field, { title }] of Object.entries(schema.properties)) {
        expect(page).toContain(`<code>${field}</code> <span class="field-title">${title}</span></th>`);
      }
    }
  });
});

describe('a whole set of data', () => {
  async function get(path: string, headers: Record<string, string> = {}) {
    const data = createOpenData({ directory: site.siteDir, headers: { 'x-site': 'yes' } });
    const server = createServer((request, response) => {
      void data.answer(request, response).then((answered) => {
        if (!answered) response.writeHead(404).end();
      });
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // A server on a port has one.
    try {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        headers: { 'accept-encoding': 'identity', ...headers },
      });
      return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  }

  it('is joined from its parts, in both forms', async () => {
    await fillSite({ site: site.siteDir, state: site.siteStateDir }, 45);
    const lines = await get('/open-data/explainers.jsonl');
    expect(lines.headers.get('content-disposition')).toBe('attachment; filename="explainers.jsonl"');
    expect(lines.headers.get('x-site')).toBe('yes');
    const records = parsed(lines.bytes.toString()).map((line) => explainerRecord.strict().parse(line));
    expect(new Set(records.map(({ id }) => id)).size).toBe(45);

    const { bytes } = await get('/open-data/explainers.csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, first] = bytes.toString().slice(1).split('\r\n');
    expect(head).toBe(Object.keys(explainerRecord.shape).join(','));
    expect(first).toContain('https://yunlan.example/explainers/');
    expect(bytes.toString().split('\r\n')).toHaveLength(45 + 2);
  });

  it('is empty, not missing, before anything is published, and is there for sets alone', async () => {
    expect((await get('/open-data/policies.jsonl')).bytes.toString()).toBe('');
    expect((await get('/open-data/people.csv')).status).toBe(404);
    expect((await get('/open-data/../state.csv')).status).toBe(404);
  });
});

describe('a cell of a table', () => {
  it('may hold anything, and none becomes a formula', () => {
    expect(csvLine(['甲,"乙"\n丙', ['一', '二'], null, [{ number: '1号', title: '办法' }]])).toBe(
      '"甲,""乙""\n丙",一；二,,1号《办法》\r\n',
    );
    expect(csvLine(['=1+1', '@a', '-b', '+c', '１'])).toBe("'=1+1,'@a,'-b,'+c,１\r\n");
  });
});
