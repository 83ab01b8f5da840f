/** What there is to fill in for an account, by publisher. Names are those of the server; a test compares them. */

export interface CredentialField {
  readonly name: string;
  readonly title: string;
  readonly required: boolean;
  /** Shown while it is typed, because it is no secret. */
  readonly open: boolean;
}

interface Common {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Decides how it looks; everything else says whose it is, or what it may do. */
  readonly isLook?: true;
}
export type SettingField =
  | (Common & { readonly kind: 'text' | 'number' | 'switch' | 'colour' })
  | (Common & { readonly kind: 'choice'; readonly choices: readonly (readonly [value: string, label: string])[] });

export const PUBLISHERS: readonly (readonly [publisher: string, title: string])[] = [
  ['wechat', '微信公众号'],
  ['weibo', '微博'],
];

export const CREDENTIAL_FIELDS: Readonly<Record<string, readonly CredentialField[]>> = {
  wechat: [
    { name: 'appId', title: 'AppID', required: true, open: true },
    { name: 'appSecret', title: 'AppSecret', required: true, open: false },
    { name: 'token', title: '消息推送令牌（Token）', required: false, open: false },
    { name: 'encodingAesKey', title: '消息加解密密钥（EncodingAESKey）', required: false, open: false },
  ],
  weibo: [
    { name: 'uid', title: '微博 UID', required: true, open: true },
    { name: 'accessToken', title: '访问令牌（access_token）', required: true, open: false },
    { name: 'rip', title: '服务器的公网 IP', required: true, open: true },
  ],
};

export const SETTING_FIELDS: Readonly<Record<string, readonly SettingField[]>> = {
  website: [
    { name: 'name', label: '网站名称', kind: 'text', hint: '登记的全称' },
    { name: 'domain', label: '域名', kind: 'text', hint: '不带 http://，例如 www.example.gov.cn' },
    { name: 'idCode', label: '网站标识码', kind: 'text', hint: '10 位数字，或 bm 加 8 位数字' },
    { name: 'organiser', label: '主办单位', kind: 'text' },
    { name: 'undertaker', label: '承办单位', kind: 'text', hint: '没有就留空' },
    { name: 'contact', label: '联系方式', kind: 'text', hint: '读者看到的样子，例如 0000-12345（工作日 9:00—17:30）' },
    { name: 'icp', label: 'ICP备案号', kind: 'text' },
    { name: 'police', label: '公安备案号', kind: 'text' },
    {
      name: 'officialMarkUrl',
      label: '党政机关网站标识地址',
      kind: 'text',
      hint: '挂标证书中的地址，在 bszs.conac.cn 上',
    },
    { name: 'reportErrorUrl', label: '我为政府网站找错地址', kind: 'text', hint: '在 zfwzgl.www.gov.cn 上' },
    { name: 'description', label: '一句话说明', kind: 'text', hint: '首页最上面的一句话', isLook: true },
    {
      name: 'questions',
      label: '大家常问',
      kind: 'text',
      hint: '首页查找框下的例子，最多 5 个，用分号隔开',
      isLook: true,
    },
    {
      name: 'accent',
      label: '主色',
      kind: 'colour',
      hint: '链接、按钮的颜色，例如 #14527a；留空用默认的靛青，太浅读不清的会被退回',
      isLook: true,
    },
    { name: 'dataTerms', label: '开放数据的使用条款', kind: 'text', hint: '显示在开放数据页面', isLook: true },
  ],
  wechat: [
    {
      name: 'theme',
      label: '版式',
      kind: 'choice',
      choices: [
        ['qing', '青'],
        ['zhu', '朱'],
        ['su', '素'],
      ],
    },
    { name: 'author', label: '统一署名', kind: 'text', hint: '留空就用每篇解读自己的作者' },
    { name: 'openComment', label: '打开留言', kind: 'switch', hint: '公众号要有留言功能，否则微信会拒收草稿' },
    {
      name: 'kind',
      label: '账号类型',
      kind: 'choice',
      choices: [
        ['subscription', '订阅号'],
        ['service', '服务号'],
      ],
    },
    { name: 'massPerDay', label: '每天可群发', kind: 'number', hint: '两项都留空：订阅号每天 1 次，服务号每月 4 次' },
    { name: 'massPerMonth', label: '每月可群发', kind: 'number' },
    { name: 'massTagId', label: '只群发给标签（编号）', kind: 'number', hint: '留空就发给全部关注者' },
  ],
  weibo: [
    { name: 'domain', label: '绑定的域名', kind: 'text', hint: '微博应用里的安全域名；留空就用网站的域名' },
    { name: 'signature', label: '链接前的署名', kind: 'text', hint: '例如：云澜发布' },
    { name: 'perHour', label: '每小时可发', kind: 'number', hint: '两项都留空：按平台通常的次数' },
    { name: 'perDay', label: '每天可发', kind: 'number' },
  ],
};
