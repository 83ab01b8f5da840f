import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';

interface UserService {
  create(user: {
    email: string;
    firstname: string;
    password: string;
    isActive: boolean;
    roles: number[];
    preferedLanguage: string;
  }): Promise<unknown>;
  exists(): Promise<boolean>;
}

export interface FirstUser {
  readonly email: string;
  readonly password: string;
  readonly role: string;
  readonly title: string;
}

// Without the letters and digits that people misread from a screen.
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 20 characters, more than 110 bits, with a capital, a small letter and a digit as Strapi demands. */
function newPassword(): string {
  const letters = Array.from({ length: 17 }, () => ALPHABET[randomInt(ALPHABET.length)] ?? 'x').join('');
  return `${letters}a7K`;
}

/**
 * Makes the first users of an empty system, before it listens: otherwise whoever reaches the admin first over HTTP
 * could make himself its administrator. Their passwords stand once in a file that only the operator can read.
 * @param demo also makes a clerk and an editor to try the product with
 */
export async function createFirstUsers(
  strapi: Core.Strapi,
  roles: ReadonlyMap<string, number>,
  file: string,
  demo: boolean,
): Promise<void> {
  // Registered by the admin package; Strapi exports no type for it.
  const users = strapi.service('admin::user') as unknown as UserService;
  if (await users.exists()) return;
  const superAdmin: unknown = await strapi.db.query('admin::role').findOne({ where: { code: 'strapi-super-admin' } });
  const { id: superAdminId } = z.object({ id: z.number() }).parse(superAdmin);

  const wanted = [
    { email: 'admin@mingbai.test', role: superAdminId, title: '系统管理员', name: '管理员' },
    ...(demo
      ? [
          { email: 'editor@mingbai.test', role: roles.get('mingbai-editor'), title: '编辑', name: '李编辑' },
          { email: 'clerk@mingbai.test', role: roles.get('mingbai-clerk'), title: '撰稿', name: '陈撰稿' },
        ]
      : []),
  ];
  const made: FirstUser[] = [];
  for (const { email, role, title, name } of wanted) {
    if (role === undefined) throw new Error(`the role of ${email} was not defined`);
    const password = newPassword();
    await users.create({
      email,
      firstname: name,
      password,
      isActive: true,
      roles: [role],
      preferedLanguage: 'zh-Hans',
    });
    made.push({ email, password, role: title, title: name });
  }
  await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: existsSync(file) ? 'w' : 'wx' });

  // Strapi gives an empty system two tokens, one of them all-powerful, that nobody asked for.
  await strapi.db.query('admin::api-token').deleteMany({ where: {} });
}
