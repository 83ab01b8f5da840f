/** @typedef {import('./test-report.mjs').Result} Result */

/**
 * Runs checks in their order, one after the other; those that say `alongside` begin with the one before them. A failed
 * check fails those that need it and no other.
 * @template Context
 * @param {readonly { name: string, title: string, needs: string[], alongside?: boolean,
 *   run: (context: Context) => Promise<import('./checks.mjs').Count> }[]} checks
 * @param {Context} context
 * @returns {Promise<Result[]>} in the order of the checks; `seconds` counts the waiting for a free core as well
 */
export async function performChecks(checks, context) {
  /** @type {Map<string, Promise<Result>>} */
  const results = new Map();
  for (const check of checks) {
    if (!check.alongside) await Promise.all(results.values());
    results.set(check.name, perform(check));
  }
  return Promise.all(results.values());

  /** @param {(typeof checks)[number]} check @returns {Promise<Result>} */
  async function perform(check) {
    const needed = await Promise.all(check.needs.map((name) => results.get(name)));
    console.log(`\n—— ${check.title}`);
    const started = performance.now();
    const lacking = needed.find((result) => result?.failed);
    const count = lacking
      ? { passed: 0, failed: 1, failures: [`没有运行，因为“${lacking.title}”没有成功`] }
      : await counted(() => check.run(context));
    return { title: check.title, seconds: (performance.now() - started) / 1000, ...count };
  }
}

/**
 * @param {() => Promise<import('./checks.mjs').Count>} run
 * @returns {Promise<import('./checks.mjs').Count>}
 */
async function counted(run) {
  try {
    return await run();
  } catch (error) {
    const refused = error instanceof Error && error.name === 'Refusal';
    console.log(refused ? error.message : error);
    return { passed: 0, failed: 1, failures: ['见上面的说明'] };
  }
}
