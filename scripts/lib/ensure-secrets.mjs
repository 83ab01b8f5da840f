import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from './has-code.mjs';
import { refusal } from './refusal.mjs';

/** Names and how many random values of 32 bytes each holds (several: separated by commas). */
const SECRETS = {
  APP_KEYS: 4,
  API_TOKEN_SALT: 1,
  ADMIN_JWT_SECRET: 1,
  TRANSFER_TOKEN_SALT: 1,
  JWT_SECRET: 1,
  ENCRYPTION_KEY: 1,
  MINGBAI_SECRET_KEY: 1,
};

/**
 * The secrets of this installation, made once and kept in `<dataDir>/secrets.json`, readable by its owner only.
 * Existing values are never replaced: what they have encrypted or signed would be lost.
 * @param {string} dataDir
 * @returns {Record<string, string>}
 * @throws a refusal when the file cannot be read as JSON
 */
export function ensureSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const isFirst = !existsSync(file);
  const kept = readSecrets(file);
  const missing = Object.entries(SECRETS).filter(([name]) => !kept[name]);
  const made = missing.map(([name, count]) => [name, Array.from({ length: count }, newSecret).join(',')]);
  const secrets = { ...kept, ...Object.fromEntries(made) };
  if (made.length > 0) {
    const written = writeWhole(file, `${JSON.stringify(secrets, null, 2)}\n`, isFirst);
    // Another process of the same installation started at the same moment and was faster: its secrets are the ones.
    if (!written) return ensureSecrets(dataDir);
  }
  chmodSync(file, 0o600);
  return secrets;
}

const newSecret = () => randomBytes(32).toString('base64');

/**
 * @param {string} file
 * @returns {Record<string, string>}
 */
function readSecrets(file) {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw refusal(`密钥文件无法读取：${file}`, '请从备份恢复它。删除后会生成新的密钥，已保存的渠道凭据将无法解开。');
  }
}

/**
 * A crash leaves the old file or the new one, never a half.
 * @param {string} file
 * @param {string} text
 * @param {boolean} isFirst there must be no file yet
 * @returns {boolean} false when there is one all the same
 */
function writeWhole(file, text, isFirst) {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    if (isFirst) linkSync(draft, file);
    else renameSync(draft, file);
    return true;
  } catch (error) {
    if (!isFirst) throw error;
    if (hasCode(error, 'EEXIST')) return false;
    // A file system without links.
    renameSync(draft, file);
    return true;
  } finally {
    rmSync(draft, { force: true });
  }
}
