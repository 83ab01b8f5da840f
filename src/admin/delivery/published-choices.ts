import type { Delivery } from '../newsroom/shapes';

export interface PublishedChoice {
  readonly id: string;
  readonly title: string;
}

/** The explainers that these deliveries have brought out, each once, without the one that leaves. */
export function publishedChoices(
  deliveries: readonly Pick<Delivery, 'explainer' | 'explainerTitle' | 'kind' | 'state'>[],
  except: string,
): readonly PublishedChoice[] {
  const shown = deliveries.filter(
    ({ kind, state, explainer }) => kind === 'publish' && state === 'published' && explainer !== except,
  );
  return [...new Map(shown.map(({ explainer, explainerTitle }) => [explainer, explainerTitle]))].map(([id, title]) => ({
    id,
    title,
  }));
}
