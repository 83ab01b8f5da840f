import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { loadEnvFile } from './load-env-file.mjs';
import { ROOT } from './root.mjs';

const LOGS = join(ROOT, '.tmp', 'logs');

/** @type {Record<Awaited<ReturnType<typeof ensureBuilt>>, string>} */
const OUTCOMES = { current: '源文件没有变化，不需要构建。', server: '已编译产品。', all: '已构建产品和管理后台。' };

/** `npm run build`: what `npm start` does before it starts, alone. */
export async function main() {
  loadEnvFile();
  await ensureInstalled({ logs: LOGS });
  console.log(OUTCOMES[await ensureBuilt({ logs: LOGS })]);
  return 0;
}
