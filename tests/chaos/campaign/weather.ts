import type { FaultInput } from '../../../publishers/sandbox/http/faults';
import type { Random } from './random';

type Platform = FaultInput['platform'];

const COMMIT: Readonly<Record<Platform, string>> = { wechat: 'freepublish/submit', weibo: 'statuses/share.json' };
const OTHERS: Readonly<Record<Platform, readonly [string, ...string[]]>> = {
  wechat: [
    '',
    'stable_token',
    'media/uploadimg',
    'material/batchget_material',
    'material/add_material',
    'draft/batchget',
    'draft/add',
    'draft/get',
    'freepublish/get',
    'freepublish/batchget',
    'freepublish/delete',
  ],
  weibo: ['', 'statuses/user_timeline.json', 'statuses/show.json'],
};
/** Credentials, permission, quotas, later, content and nonsense, as the platforms say them. */
const CODES: Readonly<Record<Platform, readonly [number, ...number[]]>> = {
  wechat: [40001, 42001, 40164, 48001, 45009, 45011, 53501, 45166, 40007, -1, 99999],
  weibo: [21327, 21332, 10014, 10023, 20016, 10017, 20019, 10001, 10010, 99999],
};
const KINDS = [
  ['drop-before', 2],
  ['drop-after', 3],
  ['hang-after', 2],
  ['delay', 3],
  ['http-5xx', 2],
  ['error-code', 4],
  ['truncated', 1],
  ['html', 1],
  ['no-id', 1],
] as const;
const WEIGHTED = KINDS.flatMap(([kind, weight]) => Array<(typeof KINDS)[number][0]>(weight).fill(kind));

/** One thing that goes wrong on a platform, at one of the next calls. */
export function makeFault(random: Random): FaultInput {
  const platform = random.pick(['wechat', 'wechat', 'weibo'] as const);
  const kind = WEIGHTED[random.whole(0, WEIGHTED.length - 1)] ?? 'drop-after';
  return {
    platform,
    kind,
    endpoint: random.chance(0.5) ? COMMIT[platform] : random.pick(OTHERS[platform]),
    after: random.whole(0, 2),
    // Real milliseconds, so below the engine's patience with a request and around its lease.
    ms: kind === 'delay' ? random.whole(50, 1_500) : random.whole(200, 4_000),
    ...(kind === 'error-code' && { code: random.pick(CODES[platform]) }),
  };
}
