/**
 * @typedef {object} Mutation one deliberate fault, and the tests that must notice it
 * @property {string} name
 * @property {string} file
 * @property {string} find occurs exactly once in the file
 * @property {string} replace
 * @property {string[]} tests files
 * @property {string} [only] pattern of the tests' names
 */

const STORE = 'tests/unit/delivery/store.test.ts';
const ENGINE = 'tests/unit/delivery/engine.test.ts';

/** What the heart of the engine must not lose. docs/testing.md lists the same. @type {readonly Mutation[]} */
export const MUTATIONS = [
  {
    name: 'intent-after-commit',
    file: 'src/delivery/run/commit.ts',
    find: `  const intent = open && (await storeIntent(run, open, quotas, lateCause ? { lateCause } : {}));
  return intent && commitWithIntent(run, intent, () => run.publisher.commit(intent.prepared, run.io, intent.id));`,
    replace: `  const outcome = open && (await callOnce(run, open, () => run.publisher.commit(open.prepared, run.io, open.id)));
  const intent = open && (await storeIntent(run, open, quotas, lateCause ? { lateCause } : {}));
  return intent && outcome && commitWithIntent(run, intent, () => Promise.resolve(outcome));`,
    tests: ['tests/chaos/r02-killed-around-commit.test.ts'],
    only: 'before the intent was stored',
  },
  {
    name: 'fence-not-compared',
    file: 'src/delivery/store/moves.ts',
    find: 'const where = { id: from.id, state: from.state, fence: from.fence };',
    replace: 'const where = { id: from.id, state: from.state };',
    tests: [STORE],
  },
  {
    name: 'claim-without-new-fence',
    file: 'src/delivery/store/claims.ts',
    find: "lease_until: at + lease, fence: db.raw('fence + 1') }",
    replace: 'lease_until: at + lease }',
    tests: [STORE],
  },
  {
    name: 'claim-ignores-lease',
    file: 'src/delivery/store/claims.ts',
    find: `.where('next_at', '<=', at)
        .where(unclaimed(at))
        .update(`,
    replace: `.where('next_at', '<=', at)
        .update(`,
    tests: [STORE],
  },
  {
    name: 'person-keeps-fence',
    file: 'src/delivery/store/moves.ts',
    find: `...columns(changes),
        fence: on.raw('fence + 1'),`,
    replace: '...columns(changes),',
    tests: [STORE],
  },
  {
    name: 'unknown-tried-again',
    file: 'src/delivery/reactions.ts',
    find: "unknown: 'doubt'",
    replace: "unknown: 'again'",
    tests: ['tests/unit/delivery/reactions.test.ts'],
  },
  {
    name: 'interrupted-commit-repeated',
    file: 'src/delivery/run/steps.ts',
    find: `committing: (run, delivery) => confirm(run, delivery),
    pending: (run, delivery) => confirm(run, delivery),`,
    replace: `committing: commit,
    pending: (run, delivery) => confirm(run, delivery),`,
    tests: [ENGINE],
  },
  {
    name: 'silence-taken-for-absence',
    file: 'src/delivery/run/confirm.ts',
    find: `delivery: delivery.id, error: String(error) });
    return null;`,
    replace: `delivery: delivery.id, error: String(error) });
    return { state: 'absent' };`,
    tests: [ENGINE],
  },
  {
    name: 'half-done-left-so',
    file: 'src/delivery/run/confirm.ts',
    find: "  if (answer.state === 'absent' && answer.begun) {\n    await recordAttempt(run, delivery, 'confirm', answer.state);\n    return complete(run, delivery);\n  }\n",
    replace: '',
    tests: ['tests/unit/delivery/half-done.test.ts'],
  },
  {
    name: 'website-not-awaited',
    file: 'src/delivery/run/gate.ts',
    find: 'return asked.commit ? passDependency(run, delivery) : delivery;',
    replace: 'return delivery;',
    tests: [ENGINE],
  },
  {
    name: 'grace-ignored',
    file: 'src/delivery/run/gate.ts',
    find: 'now().getTime() > from + delivery.grace',
    replace: 'now().getTime() > Number.POSITIVE_INFINITY',
    tests: ['tests/chaos/r05-far-too-late.test.ts'],
  },
  {
    name: 'freeze-ignored',
    file: 'src/delivery/run/gate.ts',
    find: "f.account === delivery.account || f.account === '*');\n  if (freeze) {",
    replace: "f.account === delivery.account && f.account === '*');\n  if (freeze) {",
    tests: ['tests/unit/delivery/freeze.test.ts'],
  },
  {
    name: 'due-second-ignored',
    file: 'src/delivery/run/commit.ts',
    find: 'if (now().getTime() < delivery.dueAt) {',
    replace: 'if (now().getTime() < 0) {',
    tests: [ENGINE],
  },
  {
    name: 'quota-not-counted',
    file: 'src/delivery/store/quota-uses.ts',
    find: 'const room = Math.max(0, quota.limit - (await countUses(trx, account, quota, since)));',
    replace: 'const room = quota.limit;',
    tests: ['tests/chaos/r25-quota-in-the-middle.test.ts'],
  },
  {
    name: 'rendition-not-compared',
    file: 'src/delivery/run/signed-rendition.ts',
    find: 'if (rendition && hashOf(rendition) === delivery.rendition) return rendition;',
    replace: 'if (rendition && hashOf(rendition) !== delivery.id) return rendition;',
    tests: ['tests/chaos/r13-edited-after-signing.test.ts'],
  },
  {
    name: 'notice-outside-transaction',
    file: 'src/delivery/store/moves.ts',
    find: 'return within(notice !== null || also !== undefined || attempt !== undefined || handOver !== null, async (on) => {',
    replace: 'return within(also !== undefined || attempt !== undefined || handOver !== null, async (on) => {',
    tests: ['tests/unit/delivery/told-or-not-moved.test.ts'],
  },
  {
    name: 'withdrawn-before-the-call',
    file: 'src/delivery/run/withdrawal.ts',
    find: '  const intent = await storeIntent(run, delivery, []);\n',
    replace: `  await run.parts.store.markWithdrawn(run.parts.store.db, delivery.target, delivery.reason);
  const intent = await storeIntent(run, delivery, []);\n`,
    tests: ['tests/unit/delivery/withdrawal.test.ts'],
  },
  {
    name: 'website-never-begun',
    file: 'publishers/website/confirm.ts',
    find: 'if (item.begun.delivery !== delivery) return false;',
    replace: 'if (item.begun.delivery !== `${delivery} `) return false;',
    tests: ['tests/unit/publishers/website/publish.test.ts'],
    only: 'after a crash at any write',
  },
  {
    name: 'page-after-its-lists',
    file: 'publishers/website/commit.ts',
    find: `    { in: 'site', name: pageName(begun.id), data: page },
    ...policies.pages,
    ...(await lists.draw(frame)),`,
    replace: `    ...policies.pages,
    ...(await lists.draw(frame)),
    { in: 'site', name: pageName(begun.id), data: page },`,
    tests: ['tests/unit/publishers/website/publish.test.ts', 'tests/chaos/site-killed.test.ts'],
    only: 'no link that leads nowhere|dead link',
  },
  {
    name: 'old-page-forgotten',
    file: 'publishers/website/rebuild/explainers.ts',
    find: 'const hashes = [...mayHave.filter((known) => known === standing), hash];',
    replace: 'const hashes = [hash];',
    tests: ['tests/unit/publishers/website/rebuild.test.ts'],
    only: 'broke off at any write',
  },
  {
    name: 'half-publication-overwritten',
    file: 'publishers/website/rebuild/explainers.ts',
    find: '!isNoted && (isKnown || item.begun.delivery === live?.delivery)',
    replace: '!isNoted && live !== undefined',
    tests: ['tests/unit/publishers/website/rebuild.test.ts'],
    only: 'broke off half-way',
  },
];
