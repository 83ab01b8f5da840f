import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Answer } from './client';

/** A person of the newsroom, logged in. */
export interface Colleague {
  readonly call: (method: string, path: string, body?: unknown) => Promise<Answer>;
}

const PASSWORD = 'Mingbai2026Yunlan';
const user = z.object({ data: z.object({ registrationToken: z.string() }) });
const roles = z.object({ data: z.array(z.object({ id: z.number(), code: z.string() })) });
const session = z.object({ data: z.object({ token: z.string() }) });

async function send(url: string, method: string, path: string, token: string | null, body?: unknown): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
}

export const nobody = (url: string): Colleague => ({
  call: (method, path, body) => send(url, method, path, null, body),
});

export async function logIn(url: string, email: string, password = PASSWORD): Promise<Colleague> {
  const answer = await send(url, 'POST', '/admin/login', null, { email, password });
  const { token } = session.parse(answer.body).data;
  return { call: (method, path, body) => send(url, method, path, token, body) };
}

/** The administrator, by the password that the product made for him. */
export function logInAdministrator(url: string, dataDir: string): Promise<Colleague> {
  const [first] = z
    .array(z.object({ email: z.string(), password: z.string() }))
    .parse(JSON.parse(readFileSync(join(dataDir, 'demo-users.json'), 'utf8')));
  if (!first) throw new Error('the product made no administrator');
  return logIn(url, first.email, first.password);
}

/** Invites somebody, who then chooses his password: how an administrator makes staff. */
export async function invite(administrator: Colleague, url: string, email: string, role: string): Promise<void> {
  const known = roles.parse((await administrator.call('GET', '/admin/roles')).body).data;
  const id = known.find(({ code }) => code === role)?.id;
  const invited = await administrator.call('POST', '/admin/users', { email, firstname: email, roles: [id] });
  const { registrationToken } = user.parse(invited.body).data;
  const userInfo = { firstname: email, lastname: '', password: PASSWORD };
  const registered = await send(url, 'POST', '/admin/register', null, { registrationToken, userInfo });
  if (registered.status !== 200) throw new Error(`could not register ${email}: ${JSON.stringify(registered.body)}`);
}
