import { join } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { mutantTree } from './mutant-tree.mjs';
import { MUTATIONS } from './mutations.mjs';
import { refusal } from './refusal.mjs';
import { ROOT } from './root.mjs';
import { testEnvironment } from './test-environment.mjs';

/**
 * `npm run mutate`: breaks the engine on purpose, one thing at a time, in a copy of the tree; its tests must notice.
 * @param {string[]} args names of mutations; none: all
 * @returns {Promise<number>} the exit code: 1 when a fault went unnoticed
 */
export async function main(args) {
  const chosen = MUTATIONS.filter(({ name }) => args.length === 0 || args.includes(name));
  if (chosen.length === 0)
    throw refusal(`没有这样的变异：${args.join('、')}`, `可选：${MUTATIONS.map(({ name }) => name).join('、')}`);
  const env = testEnvironment(process.env);
  await ensureInstalled({ logs: join(ROOT, '.tmp', 'logs') });
  const tree = mutantTree(env);
  try {
    await tree.build();
    const tests = [...new Set(chosen.flatMap((mutation) => mutation.tests))];
    if (!(await tree.passes(tests))) throw refusal('没有变异时测试就不通过，先修好它们。', tree.lastOutput());
    const survived = [];
    for (const mutation of chosen) {
      const restore = tree.change(mutation);
      await tree.build();
      const killed = !(await tree.passes(mutation.tests, mutation.only));
      restore();
      console.log(`${killed ? 'killed  ' : 'SURVIVED'}  ${mutation.name}`);
      if (!killed) survived.push(mutation.name);
    }
    console.log(`\n${chosen.length - survived.length} killed, ${survived.length} survived`);
    return survived.length > 0 ? 1 : 0;
  } finally {
    tree.remove();
  }
}
