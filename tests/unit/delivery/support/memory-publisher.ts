import type { Json, Outcome, Publisher } from '../../../../publishers/contract';

/** A channel in memory. What readers would see stands in `visible`, by the id of the delivery. */
export interface MemoryPublisher extends Publisher {
  readonly visible: string[];
  /** Deliveries in the order in which `commit` was called for them. */
  readonly commits: string[];
  /** What `commit` got, by delivery. */
  readonly received: Map<string, Json>;
}

/** Tests change single steps; `base` gives them the working ones. */
export function memoryPublisher(
  name: string,
  change: (base: Publisher) => Partial<Publisher> = () => ({}),
): MemoryPublisher {
  const visible: string[] = [];
  const commits: string[] = [];
  const received = new Map<string, Json>();
  const published = (delivery: string): Outcome => ({
    state: 'published',
    receipt: { id: `${name}-${delivery}`, url: `https://${name}.example/${delivery}`, at: '2026-11-23T01:00:00.000Z' },
  });
  const base: Publisher = {
    name,
    title: `渠道${name}`,
    prepareAhead: 60,
    render: (version, account, mode) => ({
      publisher: name,
      account: account.name,
      version: version.id,
      mode,
      title: version.content.title,
      payload: { title: version.content.title, summary: version.content.summary },
      media: [],
      counters: [],
      canonicalUrl: `${account.siteUrl}/explainers/${version.explainer}/`,
    }),
    check: () => [],
    preview: () => '<!doctype html>',
    quotas: () => [],
    verify: () => Promise.resolve({ healthy: true, problem: null }),
    prepare: (rendition) => Promise.resolve({ state: 'ready', prepared: rendition.payload }),
    commit: (prepared, _io, delivery) => {
      received.set(delivery, prepared);
      visible.push(delivery);
      return Promise.resolve(published(delivery));
    },
    confirm: ({ delivery }) =>
      Promise.resolve(visible.includes(delivery) ? published(delivery) : { state: 'absent' as const }),
    // Says nothing, so that `confirm` is asked; tests of reading back give it something to say.
    readBack: () => Promise.resolve({ state: 'unknown' }),
    withdraw: (receipt) => Promise.resolve({ state: 'published', receipt }),
  };
  const whole = { ...base, ...change(base) };
  return {
    ...whole,
    visible,
    commits,
    received,
    commit: (prepared, io, delivery) => {
      commits.push(delivery);
      return whole.commit(prepared, io, delivery);
    },
  };
}
