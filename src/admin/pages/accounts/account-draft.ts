import type { AccountBody, NewAccountBody } from '../../newsroom/accounts-api';
import type { AccountDetails } from '../../newsroom/shapes';
import { CREDENTIAL_FIELDS, SETTING_FIELDS } from './account-fields';

/** A form being filled in. Fields that hold nothing are empty texts. */
export interface AccountDraft {
  readonly publisher: string;
  readonly name: string;
  readonly title: string;
  /** What is entered anew; what is saved is never sent here. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string | boolean>>;
  /** `2027-03-31` or empty. */
  readonly certifiedUntil: string;
}

export type DraftReading<B> =
  { readonly body: B; readonly obstacle: null } | { readonly body: null; readonly obstacle: string };

export const emptyDraft = (publisher: string): AccountDraft => ({
  publisher,
  name: '',
  title: '',
  credentials: {},
  settings: publisher === 'wechat' ? { theme: 'qing', kind: 'subscription' } : {},
  certifiedUntil: '',
});

/** The form of an account as it is. */
export const draftOf = ({ publisher, name, title, settings, certifiedUntil }: AccountDetails): AccountDraft => {
  const empty = emptyDraft(publisher);
  const known = (SETTING_FIELDS[publisher] ?? []).flatMap(({ name: field }): [string, string | boolean][] => {
    const value = settings[field];
    if (typeof value === 'boolean') return [[field, value]];
    if (Array.isArray(value)) return [[field, value.join('；')]];
    return typeof value === 'string' || typeof value === 'number' ? [[field, String(value)]] : [];
  });
  return {
    ...empty,
    name,
    title,
    settings: { ...empty.settings, ...Object.fromEntries(known) },
    certifiedUntil: certifiedUntil ?? '',
  };
};

/** Left empty, these say that there is none; any other setting then takes its default again. */
const EMPTY_IS_AN_ANSWER: readonly string[] = ['author', 'undertaker'];

/** Choices as the server takes them; null takes one back. A number that is none is an obstacle. */
export function readSettings(draft: AccountDraft): DraftReading<NonNullable<AccountBody['settings']>> {
  const body: Record<string, string | number | boolean | null> = {};
  for (const { name, label, kind } of SETTING_FIELDS[draft.publisher] ?? []) {
    const value = draft.settings[name] ?? '';
    if (kind === 'number') {
      if (value !== '' && !/^[1-9]\d{0,4}$/.test(String(value))) {
        return { body: null, obstacle: `“${label}”请填写 1 以上的整数，或留空。` };
      }
      body[name] = value === '' ? null : Number(value);
    } else if (kind === 'switch') body[name] = value === true;
    else if (EMPTY_IS_AN_ANSWER.includes(name)) body[name] = String(value).trim();
    else body[name] = String(value).trim() === '' ? null : String(value).trim();
  }
  return { body, obstacle: null };
}

/** What is sent for a new account, or what is still missing. */
export function readNew(draft: AccountDraft): DraftReading<NewAccountBody> {
  const name = draft.name.trim();
  if (draft.title.trim() === '') return { body: null, obstacle: '请填写名称。' };
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(name)) {
    return { body: null, obstacle: '代号用小写字母开头，只含小写字母、数字和连字符，例如 wenlv。' };
  }
  const missing = CREDENTIAL_FIELDS[draft.publisher]?.find(
    (field) => field.required && !draft.credentials[field.name]?.trim(),
  );
  if (missing) return { body: null, obstacle: `请填写 ${missing.title}。` };
  const settings = readSettings(draft);
  if (settings.body === null) return settings;
  return {
    body: {
      publisher: draft.publisher,
      name,
      title: draft.title.trim(),
      credentials: entered(draft),
      settings: settings.body,
      certifiedUntil: draft.certifiedUntil || null,
    },
    obstacle: null,
  };
}

/** What is sent for a changed account. Credentials that nobody has typed anew stay as they are. */
export function readChanges(draft: AccountDraft, editable: AccountDetails['editable']): DraftReading<AccountBody> {
  const settings = readSettings(draft);
  if (settings.body === null) return settings;
  const choices = { settings: settings.body, certifiedUntil: draft.certifiedUntil || null };
  if (editable !== 'all') return { body: choices, obstacle: null };
  if (draft.title.trim() === '') return { body: null, obstacle: '请填写名称。' };
  const credentials = entered(draft);
  return {
    body: {
      title: draft.title.trim(),
      ...choices,
      ...(Object.keys(credentials).length > 0 && { credentials }),
    },
    obstacle: null,
  };
}

const entered = ({ credentials }: AccountDraft): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(credentials).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
  );
