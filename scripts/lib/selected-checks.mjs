import { refusal } from './refusal.mjs';

/**
 * The checks to run for what was asked: the named ones and all that they need, in the order of the table; without names
 * everything. What follows the names is for jest.
 * @template {{ name: string, needs: string[], hidden?: boolean }} Check
 * @param {readonly Check[]} checks
 * @param {string[]} args what follows `npm test --`
 * @returns {{ selected: Check[], extra: string[] }}
 * @throws a refusal when the first word is no check
 */
export function selectedChecks(checks, args) {
  const offered = checks.filter((check) => !check.hidden).map((check) => check.name);
  const cut = args.findIndex((arg) => !offered.includes(arg));
  const named = cut < 0 ? args : args.slice(0, cut);
  const extra = args.slice(named.length);
  if (named.length === 0 && extra.length > 0) {
    throw refusal(`没有“${extra[0]}”这一步。`, `可选：${offered.join('、')}，例如 npm test -- unit`);
  }
  /** @type {Set<string>} */
  const wanted = new Set();
  const add = (/** @type {string} */ name) => {
    wanted.add(name);
    checks.find((check) => check.name === name)?.needs.forEach(add);
  };
  (named.length > 0 ? named : offered).forEach(add);
  return { selected: checks.filter((check) => wanted.has(check.name)), extra };
}
