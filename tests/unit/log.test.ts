import { z } from 'zod';
import { createLog, type LogLevel } from '../../src/log';
import { strapiLines } from '../../src/strapi-lines';

const entry = z.object({ level: z.string(), time: z.iso.datetime(), pid: z.number(), message: z.string() }).loose();

/** What the product writes, line by line. */
function written(level: LogLevel, write: (log: ReturnType<typeof createLog>) => void) {
  const lines: string[] = [];
  write(createLog(level, { write: (line) => void lines.push(line) }));
  return lines.map((line) => entry.parse(JSON.parse(line)));
}

/** What Strapi writes, as winston's transports get it. */
const ofStrapi = (info: { level: string; message: unknown; stack?: unknown }) =>
  entry.parse(JSON.parse(String(Reflect.get(strapiLines.transform(info), Symbol.for('message')))));

const SECRETS = [
  ['an access token in an address', 'GET https://api.example/x?access_token=SECRETVALUE&y=1'],
  ['the password of the database', 'cannot reach postgres://mingbai:SECRETVALUE@db.example:5432/mingbai'],
  ['a secret in JSON', '{"appid":"wx1","secret":"SECRETVALUE"}'],
  ['a bearer', 'authorization: Bearer SECRETVALUE'],
] as const;

it('writes level, time, message and facts, and nothing below the chosen level', () => {
  const lines = written('warn', (log) => {
    log('info', 'worker is ready');
    log('warn', 'delivery missed', { delivery: '01A', account: 'wechat', attempt: 3 });
  });
  expect(lines).toEqual([
    expect.objectContaining({
      level: 'warn',
      message: 'delivery missed',
      delivery: '01A',
      account: 'wechat',
      attempt: 3,
    }),
  ]);
});

it('gives lines of Strapi the same shape, without colours', () => {
  expect(ofStrapi({ level: 'http', message: 'GET /admin (\u001b[32m12 ms\u001b[39m) 200' })).toMatchObject({
    level: 'info',
    source: 'strapi',
    message: 'GET /admin (12 ms) 200',
  });
  expect(ofStrapi({ level: 'error', message: 'broken', stack: 'Error: broken\n  at x' })).toMatchObject({
    level: 'error',
    error: 'Error: broken\n  at x',
  });
});

describe.each(SECRETS)('%s', (_what, text) => {
  it('appears in no line, wherever it stands', () => {
    const lines = written('info', (log) => {
      log('info', text);
      log('error', 'failed', { error: text, nested: [{ cause: new Error(text) }] });
    });
    expect(JSON.stringify([...lines, ofStrapi({ level: 'warn', message: text, stack: text })])).not.toContain(
      'SECRETVALUE',
    );
  });
});

it('hides a fact by its name, and keeps those that only sound like one', () => {
  const [line] = written('info', (log) =>
    log('info', 'x', { password: 'SECRETVALUE', weiboAccessToken: 'SECRETVALUE', tokens: 3, nothing: null }),
  );
  expect(line).toMatchObject({ password: '***', weiboAccessToken: '***', tokens: 3, nothing: null });
});
