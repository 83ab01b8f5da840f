import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyChanges } from '../../publishers/website/changes';
import { goneName, isWithdrawn } from '../../publishers/website/withdrawn';
import { SECURITY_HEADERS } from '../../src/site/security-headers';
import { createSiteHandler } from '../../src/site/serve-site';
import type { BenchRow } from './bench-row';
import { checkNginx } from './check-nginx';
import { findNginx, startNginx } from './nginx';
import { rounds } from './rounds';

/** At least this share of what a bare Node server does with the same bytes. */
const OF_NODE = 0.6;
/** At least this share of what nginx does with the same bytes as a plain file, as it is installed. */
const OF_NGINX = 0.95;
const PATH = '/explainers/demo/';
const NAME = 'explainers/demo/index.html';

/**
 * A hot page as browsers get it, packed: through the product's own request handler against a bare Node HTTP server, and
 * through the documented nginx set-up against nginx on a plain file, each time of the same bytes.
 */
export async function serveBench(): Promise<readonly BenchRow[]> {
  const directory = await mkdtemp(join(tmpdir(), 'mingbai-bench-'));
  const places = { site: join(directory, 'site'), state: join(directory, 'site-state') };
  await applyChanges(
    places,
    [
      { in: 'site', name: NAME, data: page() },
      { in: 'site', name: 'explainers/withdrawn/index.html', data: '<!doctype html><title>已撤下</title>' },
      {
        in: 'state',
        name: goneName('withdrawn'),
        data: JSON.stringify({ at: '2026-11-23T01:00:00.000Z', reason: '有误' }),
      },
      { in: 'site', name: '404.html', data: '<!doctype html><title>没有这个页面</title>' },
      { in: 'site', name: 'assets/site.0123456789ab.css', data: 'p { margin: 0 }\n'.repeat(200) },
      { in: 'site', name: 'media/aa.mp4', data: Buffer.alloc(3_000, 1) },
      { in: 'state', name: 'generation', data: '1' },
    ],
    () => true,
  );
  const [br, gz] = await Promise.all(['.br', '.gz'].map((ending) => readFile(join(places.site, NAME + ending))));
  const site = createSiteHandler({
    directory: places.site,
    generation: join(places.state, 'generation'),
    memory: 64 * 1024 * 1024,
    isWithdrawn: (path) => isWithdrawn(places.state, path),
    headers: SECURITY_HEADERS,
  });
  const product = await listen((incoming, outgoing) => void site(incoming, outgoing));
  const bare = await listen((_incoming, outgoing) => {
    const head = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br', 'content-length': br?.length };
    outgoing.writeHead(200, head);
    outgoing.end(br);
  });
  try {
    const node = await rounds({ path: PATH, encoding: 'gzip, br', ours: portOf(product), theirs: portOf(bare) });
    const rows: BenchRow[] = [
      {
        name: '从产品读一页，对比裸 Node 服务器',
        ratio: node.ratio,
        goal: OF_NODE,
        better: 'higher',
        detail: `${node.perSecond} pages/s of ${br?.length} bytes`,
      },
    ];
    const program = findNginx();
    if (program === null) {
      console.log('没有安装 nginx，略过“文档里的 nginx 设置”这一行。');
      return rows;
    }
    const nginx = await startNginx({ program, directory, backend: portOf(product), plain: gz ?? Buffer.alloc(0) });
    try {
      await checkNginx(nginx.documented, places.site);
      const files = await rounds({ path: PATH, encoding: 'gzip', ours: nginx.documented, theirs: nginx.plain });
      rows.push({
        name: '文档里的 nginx 设置，对比 nginx 直接发文件',
        ratio: files.ratio,
        goal: OF_NGINX,
        better: 'higher',
        detail: `${files.perSecond} pages/s of ${gz?.length} bytes`,
      });
    } finally {
      await nginx.close();
    }
    return rows;
  } finally {
    product.close();
    bare.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** As long as a long explainer, and as hard to pack: the same characters again and again would say nothing. */
function page(): string {
  let text = '';
  for (let n = 0; text.length < 9_000; n += 1) {
    const digest = createHash('sha256').update(String(n)).digest();
    const characters = [...digest].map((byte, at) => String.fromCharCode(0x4e00 + byte + 256 * (at % 4)));
    text += `<p>${characters.join('')}，政策解读要让人看得懂。</p>\n`;
  }
  return `<!doctype html><title>解读</title>${text}`;
}

function listen(handler: RequestListener): Promise<Server> {
  const server = createServer(handler);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

// A listening TCP server has an address object.
const portOf = (server: Server): number => (server.address() as AddressInfo).port;
