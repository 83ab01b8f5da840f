import { actionBody } from '../../../src/admin/delivery/action-body';
import { attemptWords } from '../../../src/admin/delivery/attempt-words';
import { actionsFor, DELIVERY_ACTIONS } from '../../../src/admin/delivery/delivery-actions';
import { publishedChoices } from '../../../src/admin/delivery/published-choices';
import { removalBody } from '../../../src/admin/delivery/removal-body';
import { REMOVAL_KINDS } from '../../../src/admin/delivery/removal-kinds';
import { shortHash } from '../../../src/admin/delivery/short-hash';
import { ATTENTION_STATES, STATE_GROUPS } from '../../../src/admin/delivery/state-groups';
import { STATES } from '../../../src/admin/delivery/states';
import { STATE_LOOKS } from '../../../src/admin/delivery/state-looks';
import { ACTION_BODIES, ALLOWED, type Action } from '../../../src/delivery/actions';
import { NEEDS_PERSON, STATES as ENGINE_STATES } from '../../../src/delivery/states';

const ACTIONS = Object.keys(ALLOWED) as Action[];

describe('states of a delivery on the screen', () => {
  test('are those of the engine', () => {
    expect(STATES).toEqual(ENGINE_STATES);
  });

  test('each has its own word, and a shape beside the colour', () => {
    const words = STATES.map((state) => STATE_LOOKS[state].word);
    expect(new Set(words).size).toBe(STATES.length);
    for (const state of STATES) {
      expect(STATE_LOOKS[state].shape).not.toBe('');
      expect(STATE_LOOKS[state].meaning).toMatch(/。$/);
    }
  });

  test('no shape stands for two colours, so that it says the same without colour', () => {
    const tones = new Map<string, Set<string>>();
    for (const { shape, tone } of Object.values(STATE_LOOKS)) {
      tones.set(shape, (tones.get(shape) ?? new Set()).add(tone));
    }
    expect([...tones].filter(([, used]) => used.size > 1)).toEqual([]);
  });

  test('every state but cancelled is found under exactly one filter of the board', () => {
    const listed = STATE_GROUPS.flatMap(({ states }) => states);
    expect([...listed].sort()).toEqual(STATES.filter((state) => state !== 'cancelled').sort());
  });

  test('what needs a person is the same for the board and for the engine', () => {
    expect([...ATTENTION_STATES].sort()).toEqual([...NEEDS_PERSON].sort());
    for (const state of NEEDS_PERSON) expect(STATE_LOOKS[state].tone).toBe('attention');
  });
});

describe('what may be done with a delivery', () => {
  test.each(ACTIONS)('%s is offered in the states in which the engine does it, and in no other', (verb) => {
    const offered = new Set(DELIVERY_ACTIONS.filter((a) => a.verb === verb).flatMap(({ states }) => states));
    expect([...offered].sort()).toEqual([...ALLOWED[verb]].sort());
  });

  test('withdrawing is a task for a person where the platform does not let us', () => {
    const names = (canWithdraw: boolean, onSite = false) =>
      actionsFor('published', { kind: 'publish', canWithdraw, onSite, awaited: false }).map(({ name }) => name);
    expect(names(true)).toEqual(['withdraw']);
    expect(names(false)).toEqual(['withdraw-by-hand']);
    expect(names(true, true)).toEqual(['withdraw-from-site']);
  });

  test('a withdrawal asks whether it is gone, and cannot itself be withdrawn', () => {
    const names = (state: 'manual' | 'published') =>
      actionsFor(state, { kind: 'withdraw', canWithdraw: true, onSite: false, awaited: false }).map(({ name }) => name);
    expect(names('manual')).toEqual(['confirm-gone', 'retry', 'cancel']);
    expect(names('published')).toEqual([]);
  });

  test('what a person has to post is registered by its link; what is in doubt may also be found not to be there', () => {
    const names = (state: 'manual' | 'uncertain') =>
      actionsFor(state, { kind: 'publish', canWithdraw: true, onSite: false, awaited: false }).map(({ name }) => name);
    expect(names('manual')).toEqual(['report-posted', 'retry', 'cancel']);
    expect(names('uncertain')).toEqual(['report-found', 'confirm-absent']);
  });

  test('a link is vouched for only when somebody has looked himself', () => {
    const body = (vouched?: boolean) =>
      actionBody({ name: 'report-posted', input: 'address' }, 'https://mp.weixin.qq.com/s/a', vouched).body;
    expect(body()).toMatchObject({ vouched: false });
    expect(body(true)).toMatchObject({ vouched: true });
  });

  test('cancelling asks what becomes of those that wait', () => {
    const inputs = (awaited: boolean) =>
      actionsFor('planned', { kind: 'publish', canWithdraw: true, onSite: false, awaited })
        .filter(({ verb }) => verb === 'cancel')
        .map(({ input }) => input);
    expect(inputs(true)).toEqual(['dependants']);
    expect(inputs(false)).toEqual(['none']);
  });

  test.each([
    ['time', '2026-11-24T09:00:00'],
    ['reason', '表述需要核对'],
    ['address', 'https://mp.weixin.qq.com/s/abc'],
    ['dependants', 'cancel'],
    ['none', ''],
  ] as const)('with its %s filled in, the server understands what is sent', (input, filledIn) => {
    for (const { name, verb } of DELIVERY_ACTIONS.filter((a) => a.input === input)) {
      const reading = actionBody({ name, input }, filledIn);
      expect(ACTION_BODIES[verb].safeParse(reading.body).success).toBe(true);
    }
  });

  test.each([
    ['time', '2026-11-24'],
    ['reason', '   '],
    ['address', 'mp.weixin.qq.com/s/abc'],
    ['address', 'javascript:alert(1)'],
  ] as const)('without a usable %s nothing is sent: “%s”', (input, filledIn) => {
    expect(actionBody({ name: 'withdraw', input }, filledIn)).toEqual({
      body: null,
      obstacle: expect.stringMatching(/^请.*。$/) as unknown,
    });
  });
});

describe('an explainer that leaves the site', () => {
  test.each(REMOVAL_KINDS)('$label: the server understands it, and staff read what readers find', (words) => {
    const { kind, effect, reasonHint } = words;
    const reading = removalBody({ kind, reason: ' 内容重复 ', to: 'other' });
    expect(reading.body).toEqual({ kind, reason: '内容重复', ...(kind === 'moved' && { to: 'other' }) });
    expect(ACTION_BODIES.withdraw.safeParse(reading.body).success).toBe(true);
    expect(effect + reasonHint).toMatch(/。$/);
  });

  test('every kind that the server knows can be chosen', () => {
    const kinds = ACTION_BODIES.withdraw.shape.kind.unwrap().options;
    expect(REMOVAL_KINDS.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('needs a reason in any case, and another explainer where it has moved', () => {
    const obstacle = { body: null, obstacle: expect.stringMatching(/^请.*。$/) as unknown };
    expect(removalBody({ kind: 'gone', reason: ' ', to: '' })).toEqual(obstacle);
    expect(removalBody({ kind: 'moved', reason: '重复', to: '' })).toEqual(obstacle);
  });

  test('may lead to others that readers find on the site now, each offered once', () => {
    const of = (explainer: string, kind: 'publish' | 'withdraw', state: 'published' | 'withdrawn') => ({
      ...{ explainer, explainerTitle: `解读 ${explainer}`, kind, state },
    });
    const deliveries = [
      ...[of('a', 'publish', 'published'), of('a', 'publish', 'published'), of('b', 'withdraw', 'published')],
      ...[of('c', 'publish', 'withdrawn'), of('self', 'publish', 'published')],
    ];
    expect(publishedChoices(deliveries, 'self')).toEqual([{ id: 'a', title: '解读 a' }]);
  });
});

test('an attempt is told in words, and a new word of the engine is not hidden', () => {
  expect(attemptWords('commit', 'uncertain')).toBe('发出：结果不明');
  expect(attemptWords('commit', 'novel')).toBe('发出：novel');
});

test('a hash is shown by its first eight characters', () => {
  expect(shortHash('sha256:0123456789abcdef')).toBe('01234567');
});
