import { join, resolve } from 'node:path';
import { z } from 'zod';
import { IN_CHINESE } from './in-chinese';

const optional = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value.trim() === '' ? undefined : value.trim()));

const isPostgresUrl = (value: string): boolean => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value);

const schema = z.object({
  HOST: optional.transform((v) => v ?? '127.0.0.1'),
  PORT: optional.transform((v) => Number(v ?? 1337)).pipe(z.number().int().min(1).max(65_535)),
  SITE_URL: optional,
  DATA_DIR: optional.transform((v) => resolve(v ?? '.data')),
  DATABASE_URL: optional.refine((v) => v === undefined || isPostgresUrl(v), {
    // Never the value: it holds a password.
    error: '应是 postgres://用户:密码@主机:端口/库名 这样的地址，其中的特殊字符按网址编码',
  }),
  PUBLISHING_MODE: optional.pipe(z.enum(['sandbox', 'live']).optional()),
  SANDBOX_PORT: optional.transform((v) => Number(v ?? 1338)).pipe(z.number().int().min(1).max(65_535)),
  WECHAT_API_BASE_URL: optional,
  WEIBO_API_BASE_URL: optional,
  WECHAT_APP_ID: optional,
  WECHAT_APP_SECRET: optional,
  WECHAT_TOKEN: optional,
  WECHAT_ENCODING_AES_KEY: optional,
  WEIBO_ACCESS_TOKEN: optional,
  WEIBO_UID: optional,
  WEIBO_DOMAIN: optional,
  WEIBO_RIP: optional,
  MINGBAI_API_TOKEN: optional,
  MINGBAI_SEED: optional.pipe(z.enum(['demo', 'none']).optional()),
  MINGBAI_PICTURE_HOSTS: optional.transform((v) => v?.split(',').map((host) => host.trim().toLowerCase()) ?? []),
  MINGBAI_SECRET_KEY: optional,
  SITE_DIR: optional,
  MINGBAI_SITE_RESTORE: optional.pipe(z.enum(['yes', 'no']).optional()),
  MINGBAI_WORK: optional.pipe(z.enum(['yes', 'no']).optional()),
  MINGBAI_START_FROZEN: optional.pipe(z.enum(['yes', 'no']).optional()),
  LOG_LEVEL: optional.transform((v) => v ?? 'info').pipe(z.enum(['debug', 'info', 'warn', 'error'])),
  METRICS_HOST: optional.transform((v) => v ?? '127.0.0.1'),
  METRICS_PORT: optional
    .transform((v) => (v === undefined ? undefined : Number(v)))
    .pipe(z.number().int().min(1).max(65_535).optional()),
});

/** The environment, parsed once and refused with words when it makes no sense. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>> = process.env) {
  const parsed = schema.safeParse(env, IN_CHINESE);
  if (!parsed.success) throw new Error(`环境变量有误：\n${z.prettifyError(parsed.error)}`);
  const e = parsed.data;
  const live = Boolean(e.WECHAT_APP_ID ?? e.WEIBO_ACCESS_TOKEN);
  return {
    ...e,
    SITE_URL: (e.SITE_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, ''),
    PUBLISHING_MODE: e.PUBLISHING_MODE ?? (live ? 'live' : 'sandbox'),
    paths: {
      database: join(e.DATA_DIR, 'mingbai.db'),
      /** What the media library stores; not served to the public as it is. */
      library: join(e.DATA_DIR, 'library'),
      /** Signed files by content. */
      media: join(e.DATA_DIR, 'media'),
      /** The public site. */
      site: e.SITE_DIR === undefined ? join(e.DATA_DIR, 'site') : resolve(e.SITE_DIR),
      /** What the website publisher remembers; never served. */
      siteState: join(e.DATA_DIR, 'site-state'),
      demoUsers: join(e.DATA_DIR, 'demo-users.json'),
    },
  } as const;
}

export type Environment = ReturnType<typeof readEnvironment>;
