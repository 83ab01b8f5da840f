import { parseArgs } from 'node:util';
import { refusal } from './refusal.mjs';

/**
 * @param {string[]} args what follows `npm start --`
 * @returns {{ port?: string, sandbox: boolean, verbose: boolean, help: boolean }}
 * @throws a refusal on an unknown option
 */
export function startOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        'no-sandbox': { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { port, verbose, help } = values;
    return { ...(port !== undefined && { port }), sandbox: !values['no-sandbox'], verbose, help };
  } catch (error) {
    throw refusal(
      `看不懂的选项：${error instanceof Error ? error.message : error}`,
      '用 npm start -- --help 查看用法。',
    );
  }
}
