import { padColumns } from './pad-columns.mjs';

/** @type {Record<'sandbox' | 'live', string>} */
const MODES = { sandbox: '沙盒，不会发到真实平台', live: '正式，会发到真实平台' };

/**
 * What an operator needs to know once the product is ready.
 * @param {import('./settings.mjs').Settings} settings
 * @param {import('./demo-users.mjs').DemoUser[]} users
 * @param {number} seconds since the command was given
 */
export function summary(settings, users, seconds) {
  const rows = [
    ['网站', `${settings.siteUrl}/`],
    ['管理后台', `${settings.siteUrl}/admin`],
    ...(settings.startsSandbox ? [['手机视图', `http://localhost:${settings.sandboxPort}/  沙盒里的微信和微博`]] : []),
    ['发布模式', MODES[settings.mode]],
    ['数据目录', settings.dataDir],
  ];
  return [
    '',
    `明白已就绪，用时 ${seconds} 秒。`,
    '',
    ...rows.map(([name, value]) => `  ${padColumns(String(name), 10)}${value}`),
    ...(users.length > 0 ? ['', '  演示账号（正式使用前请停用）'] : []),
    ...users.map(({ title, email, password }) => `  ${padColumns(title, 14)}${email.padEnd(26)}${password}`),
    '',
    '  按 Ctrl-C 停止。',
  ].join('\n');
}
