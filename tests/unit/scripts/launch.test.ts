import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { script } from './script';
import { temporaryFolder } from './temporary-folder';

/** Programs that stand for product and sandbox: they say when they are up and when they are asked to end. */
const PROGRAMS = {
  'polite.mjs': `
    process.on('SIGTERM', () => { console.log('ending', Date.now()); process.exit(0); });
    setInterval(() => {}, 1000);
    console.log('up');`,
  'stubborn.mjs': `
    process.on('SIGTERM', () => console.log('no'));
    setInterval(() => {}, 1000);
    console.log('up');`,
  'brief.mjs': "console.error('[time] error: broken'); process.exitCode = 3;",
};

interface Launched {
  readonly log: string;
  readonly child: { readonly pid: number; kill(signal: 'SIGTERM'): boolean };
  readonly ended: Promise<{ code: number | null; signal: string | null }>;
}

const folder = temporaryFolder(PROGRAMS);
const logOf = (name: string) => join(folder, `${name}.log`);
const log = (name: string) => readFileSync(logOf(name), 'utf8');

async function launched(program: string, name: string): Promise<Launched> {
  const file = join(folder, program);
  const options = { title: name, file, log: logOf(name), env: process.env, verbose: false };
  return (await script('launch', options)) as Launched;
}

async function up(program: string, name: string): Promise<Launched> {
  const running = await launched(program, name);
  const isUp = () => Promise.resolve(existsWith(name, 'up'));
  expect(await script('wait-until', isUp, { limitMs: 20_000, everyMs: 20 })).toBe(true);
  return running;
}

function existsWith(name: string, text: string): boolean {
  try {
    return log(name).includes(text);
  } catch {
    // The file appears with its first line.
    return false;
  }
}

test('programs end one after the other, in the given order', async () => {
  const sandbox = await up('polite.mjs', 'sandbox');
  const product = await up('polite.mjs', 'product');
  await script('stop-in-order', [product, sandbox]);
  const [first, second] = ['product', 'sandbox'].map((name) => Number(/ending (\d+)/.exec(log(name))?.[1]));
  expect(first).toBeLessThanOrEqual(Number(second));
  expect(await product.ended).toEqual({ code: 0, signal: null });
});

test('a program that does not end is ended by force', async () => {
  const stubborn = await up('stubborn.mjs', 'stubborn');
  await script('stop-in-order', [stubborn], 200);
  expect(await stubborn.ended).toEqual({ code: null, signal: 'SIGKILL' });
  expect(log('stubborn')).toContain('no');
});

test('a program that ended by itself is not waited for', async () => {
  const brief = await launched('brief.mjs', 'brief');
  expect(await brief.ended).toEqual({ code: 3, signal: null });
  await script('stop-in-order', [brief]);
});

test('the message about a program that died names its log and shows the end of it', async () => {
  const brief = await launched('brief.mjs', 'died');
  await brief.ended;
  const refusal = (await script('died', brief)) as Error;
  expect(refusal.message).toMatch(/died意外停止（退出码 3）[^]*died\.log[^]*error: broken/);
});
