import {
  draftOf,
  emptyDraft,
  readChanges,
  readNew,
  readSettings,
  type AccountDraft,
} from '../../../src/admin/pages/accounts/account-draft';
import { CREDENTIAL_FIELDS, PUBLISHERS, SETTING_FIELDS } from '../../../src/admin/pages/accounts/account-fields';
import { certificateWords } from '../../../src/admin/pages/accounts/certificate-words';
import { accountDetails, type AccountDetails } from '../../../src/admin/newsroom/shapes';
import { accountChangesBody, newAccountBody } from '../../../src/accounts/account-bodies';
import { siteSettings } from '../../../publishers/website/settings';
import { ACCOUNT_KINDS_BY_PUBLISHER } from '../../../src/accounts/account-kinds';
import { SITE_KIND } from '../../../src/accounts/site-kind';

const CREDENTIALS = {
  wechat: { appId: 'wxsandbox0000000001', appSecret: 'sandbox-secret' },
  weibo: { uid: '1404376560', accessToken: '2.00sandboxtoken', rip: '203.0.113.7' },
};
const filled = (publisher: keyof typeof CREDENTIALS, changes: Partial<AccountDraft> = {}): AccountDraft => ({
  ...emptyDraft(publisher),
  name: 'wenlv',
  title: '云澜文旅',
  credentials: CREDENTIALS[publisher],
  ...changes,
});
const details = (changes: object = {}): AccountDetails =>
  accountDetails.parse({
    name: 'wenlv',
    title: '云澜文旅',
    publisher: 'wechat',
    healthy: true,
    problem: null,
    heldSince: null,
    modes: ['publish'],
    canWithdraw: true,
    origin: 'admin',
    byHand: false,
    profile: null,
    certifiedUntil: null,
    certifiedDays: null,
    editable: 'all',
    credentials: [],
    settings: { theme: 'zhu', massPerDay: 2, openComment: true, uid: '1' },
    canTry: true,
    pushAddress: null,
    uses: [],
    ...changes,
  });

describe('the form of an account', () => {
  const kinds = Object.entries(ACCOUNT_KINDS_BY_PUBLISHER);

  test.each(kinds)('of %s asks for the credentials that the server knows, by the same words', (publisher, kind) => {
    const fields = CREDENTIAL_FIELDS[publisher]?.map(({ name, title, required }) => ({ name, title, required }));
    expect(fields).toEqual(kind.credentials.map(({ name, title, required }) => ({ name, title, required })));
    expect(PUBLISHERS.map(([name]) => name)).toContain(publisher);
  });

  test.each(['wechat', 'weibo'] as const)('of %s, filled in, is what the server takes', (publisher) => {
    const numbers = Object.fromEntries(
      (SETTING_FIELDS[publisher] ?? []).filter(({ kind }) => kind === 'number').map(({ name }) => [name, '3']),
    );
    for (const settings of [emptyDraft(publisher).settings, { ...emptyDraft(publisher).settings, ...numbers }]) {
      const { body } = readNew(filled(publisher, { settings, certifiedUntil: '2027-03-31' }));
      const entry = newAccountBody.parse(body);
      const kind = ACCOUNT_KINDS_BY_PUBLISHER[publisher];
      expect(kind.values.safeParse(entry.credentials).success).toBe(true);
      expect(kind.settings.safeParse(entry.settings).success).toBe(true);
    }
  });

  test.each([
    ['title', { title: ' ' }, '请填写名称。'],
    ['name', { name: '文旅' }, expect.stringContaining('代号用小写字母开头') as string],
    ['secret', { credentials: { appId: 'wxsandbox0000000001' } }, '请填写 AppSecret。'],
    ['number', { settings: { massPerDay: '两次' } }, expect.stringContaining('每天可群发') as string],
  ])('without a usable %s nothing is sent', (_what, changes, obstacle) => {
    expect(readNew(filled('wechat', changes))).toEqual({ body: null, obstacle });
  });

  test('begins with what is chosen, and holds nothing of what is secret', () => {
    expect(draftOf(details())).toMatchObject({
      settings: { theme: 'zhu', kind: 'subscription', massPerDay: '2', openComment: true },
      credentials: {},
      certifiedUntil: '',
    });
    expect(draftOf(details()).settings).not.toHaveProperty('uid');
  });

  test('sends credentials only where somebody has typed them anew', () => {
    const draft = draftOf(details());
    const untouched = readChanges({ ...draft, credentials: { appSecret: '  ' } }, 'all').body;
    expect(untouched).not.toHaveProperty('credentials');
    const typed = readChanges({ ...draft, credentials: { appSecret: ' another-secret ' } }, 'all').body;
    expect(accountChangesBody.parse(typed).credentials).toEqual({ appSecret: 'another-secret' });
  });

  test('of an account of the environment sends choices and the certificate only', () => {
    const draft = { ...draftOf(details()), title: '别的', certifiedUntil: '2027-03-31' };
    expect(Object.keys(readChanges(draft, 'settings').body ?? {})).toEqual(['settings', 'certifiedUntil']);
  });

  test('takes a number back when its field is emptied', () => {
    const draft = draftOf(details());
    expect(readSettings({ ...draft, settings: { ...draft.settings, massPerDay: '' } }).body).toMatchObject({
      massPerDay: null,
    });
  });
});

describe('the form of the website', () => {
  const site = (settings: Record<string, unknown>) =>
    draftOf(details({ publisher: 'website', editable: 'settings', settings }));

  test('asks for what the server takes', () => {
    const { body } = readSettings(site({ idCode: '3299990001', questions: ['甲吗', '乙吗'], demo: false }));
    const taken = SITE_KIND.settings.parse(body);
    expect(taken).toMatchObject({ idCode: '3299990001', questions: ['甲吗', '乙吗'], undertaker: '', name: null });
    expect(Object.keys(taken).sort()).toEqual(SETTING_FIELDS['website']?.map(({ name }) => name).sort());
    expect(
      siteSettings.safeParse(Object.fromEntries(Object.entries(taken).filter(([, value]) => value !== null))).success,
    ).toBe(true);
  });

  test.each([
    ['idCode', '123'],
    ['domain', 'https://www.example.gov.cn'],
    ['officialMarkUrl', 'https://www.example.gov.cn/emblem'],
    ['accent', '#ffee00'],
    ['questions', '一；二；三；四；五；六'],
    ['live', 'false'],
  ])('with a wrong %s is refused', (name, value) => {
    expect(SITE_KIND.settings.safeParse({ [name]: value }).success).toBe(false);
  });
});

test.each([
  [null, null, '没有填写', false],
  ['2027-03-31', 61, '2027年3月31日到期，还有 61 天', false],
  ['2027-03-31', 60, '2027年3月31日到期，还有 60 天', true],
  ['2027-03-31', 0, '2027年3月31日到期，今天到期', true],
  ['2027-03-31', -1, '2027年3月31日已到期', true],
])('a certificate until %s, %s days from now', (until, days, text, pressing) => {
  expect(certificateWords(until, days)).toEqual({ text, pressing });
});
