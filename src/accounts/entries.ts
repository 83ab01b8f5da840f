import type { z } from 'zod';
import type { Json } from '../../publishers/contract';
import type { Connection } from '../delivery/accounts';
import { Refusal } from '../delivery/refusal';
import { IN_CHINESE } from '../in-chinese';
import type { AccountKind } from './account-kinds';

/**
 * Credentials after an entry: what is left out stays, null takes an optional one away.
 * @throws Refusal 422 where one is malformed, missing, or the old secret would be used for another account
 */
export function enteredCredentials(kind: AccountKind, before: Connection, entry: unknown): Connection {
  const { credentials, values } = kind;
  const after: Record<string, string> = { ...before };
  const changes = Object.entries(parse(values, entry)).filter(([, value]) => value !== undefined);
  for (const [name, value] of changes) {
    if (typeof value === 'string') after[name] = value;
    else Reflect.deleteProperty(after, name);
  }
  const missing = credentials.find(({ name, required }) => required && !after[name]);
  if (missing)
    throw new Refusal(422, 'account.credential-missing', `请填写 ${missing.title}。`, { field: missing.name });
  const [identity, secret] = credentials;
  const isOther = identity && before[identity.name] !== undefined && after[identity.name] !== before[identity.name];
  // A secret belongs to one account: sent for another one, it would be given away.
  if (isOther && secret && !changes.some(([name]) => name === secret.name)) {
    const message = `换了 ${identity.title}，请一并填写 ${secret.title}。`;
    throw new Refusal(422, 'account.credential-missing', message, { field: secret.name });
  }
  return after;
}

/** Choices after an entry: what is left out stays, null takes one back. @throws Refusal 422 where one is malformed */
export function enteredSettings(
  kind: AccountKind,
  before: Readonly<Record<string, Json>>,
  entry: unknown,
): Readonly<Record<string, Json>> {
  const changes: Readonly<Record<string, Json | undefined>> = parse(kind.settings, entry);
  const kept = Object.entries({ ...before, ...changes });
  return Object.fromEntries(
    kept.flatMap(([name, value]): [string, Json][] => (value === null || value === undefined ? [] : [[name, value]])),
  );
}

/** The first complaint is the message: a form shows one sentence. Values are never part of it. */
function parse<T>(schema: z.ZodType<T>, entry: unknown): T {
  const parsed = schema.safeParse(entry, IN_CHINESE);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw new Refusal(422, 'account.invalid', `账号信息不对：${issue?.message ?? field}。`, { field });
}
