import type { Account, Content, MediaRef, Version } from '../../../../publishers/contract';

export const content = (changed: Partial<Content> = {}): Content => ({
  form: 'text',
  title: '门诊看病也能报销了',
  subtitle: null,
  summary: '2026年12月1日起，云澜市职工看普通门诊，一年内超过200元的部分可报销50%到70%。',
  category: 'health',
  keywords: ['门诊', '医保'],
  audiences: [],
  policies: [],
  aspects: { background: '', basis: '', intent: '', implementation: '' },
  impact: { who: '', changes: '以前门诊费用只能用个人账户支付。现在由统筹基金共同支付。', action: '' },
  differences: [],
  glossary: [],
  body: '',
  cover: null,
  images: [],
  video: null,
  interview: null,
  media: [],
  source: '云澜市医疗保障局',
  author: '',
  responsibleEditor: '李编辑',
  contact: '',
  aiDisclosure: 'none',
  ...changed,
});

export const version = (changed: Partial<Content> = {}): Version => ({
  id: 'v1',
  explainer: 'exp1',
  number: 1,
  signedAt: '2026-11-22T01:00:00.000Z',
  hash: `sha256:${'0'.repeat(64)}`,
  content: content(changed),
});

export const account = (changed: Partial<Account> = {}): Account => ({
  name: 'weibo',
  publisher: 'weibo',
  title: '云澜发布',
  siteUrl: 'https://www.yunlan.gov.cn',
  settings: {},
  ...changed,
});

export const mediaRef = (changed: Partial<MediaRef> = {}): MediaRef => ({
  id: 'm1',
  url: '/uploads/m1.png',
  sha256: 'a'.repeat(64),
  mime: 'image/png',
  name: '封面.png',
  bytes: 1000,
  width: 600,
  height: 400,
  duration: null,
  alt: '报销比例示意图',
  ...changed,
});
