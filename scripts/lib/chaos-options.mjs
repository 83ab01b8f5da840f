import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { refusal } from './refusal.mjs';
import { ROOT } from './root.mjs';

export const CHAOS_USAGE = [
  '用法：npm run chaos -- [选项]',
  '',
  '  --seed <数>          随机种子，同一个种子给出同样的计划和故障。默认：随机',
  '  --deliveries <数>    投放的条数。默认：300',
  '  --kills <数>         杀掉引擎进程的次数。默认：60',
  '  --workers <数>       同时工作的引擎进程数，多于一个时需要 --postgres。默认：1',
  '  --postgres [URL]     用 PostgreSQL；不写 URL 或写 embedded 时自己启动一个',
  '  --stop-for <秒>      反复让一个进程停住这么久（演练时钟的秒）。默认：0，不停',
].join('\n');

/**
 * @param {string[]} args what follows `npm run chaos --`
 * @returns {import('../../tests/chaos/campaign/options.js').CampaignOptions | null} null: show the usage
 * @throws a refusal on what cannot be understood
 */
export function chaosOptions(args) {
  const { values } = read(args.flatMap((arg, index) => (isBare(args, index) ? [arg, 'embedded'] : [arg])));
  if (values.help) return null;
  const seed = whole('seed', values.seed ?? String(Math.floor(Math.random() * 1e6)));
  const workers = whole('workers', values.workers ?? '1');
  const databaseUrl = values.postgres ?? null;
  if (workers > 1 && databaseUrl === null) throw refusal('SQLite 只归一个进程。', '多个进程请加上 --postgres。');
  return {
    seed,
    workers,
    databaseUrl,
    deliveries: whole('deliveries', values.deliveries ?? '300'),
    kills: whole('kills', values.kills ?? '60'),
    stopFor: whole('stop-for', values['stop-for'] ?? '0'),
    directory: join(ROOT, '.tmp', 'campaigns', `seed-${seed}-${process.pid}`),
  };
}

/** `--postgres` with nothing behind it. @param {string[]} args @param {number} index */
const isBare = (args, index) => args[index] === '--postgres' && (args[index + 1] ?? '--').startsWith('--');

/** @param {string[]} args */
function read(args) {
  const text = /** @type {const} */ ({ type: 'string' });
  try {
    return parseArgs({
      args,
      options: {
        seed: text,
        deliveries: text,
        kills: text,
        workers: text,
        postgres: text,
        'stop-for': text,
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw refusal(`看不懂的选项：${error instanceof Error ? error.message : error}`, CHAOS_USAGE);
  }
}

/** @param {string} name @param {string} value */
function whole(name, value) {
  if (!/^\d+$/.test(value)) throw refusal(`--${name} 应当是一个整数，而不是“${value}”。`);
  return Number(value);
}
