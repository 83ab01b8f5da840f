import { useEffect } from 'react';
import { useExplainerQuery } from '../newsroom/newsroom-api';
import type { Explainer } from '../newsroom/shapes';
import { useRefreshInterval } from '../newsroom/use-refresh-interval';
import type { ExplainerEntry } from './explainer-entry';

export interface ExplainerAnswer {
  readonly data?: Explainer | undefined;
  readonly error?: unknown;
  readonly isLoading: boolean;
}

/** Versions, checks and deliveries of an explainer, looked at again when it is saved and every few seconds. */
export function useExplainer(entry: ExplainerEntry): ExplainerAnswer {
  const answer = useExplainerQuery(entry.id, { pollingInterval: useRefreshInterval() });
  const { refetch } = answer;
  useEffect(() => {
    void refetch();
  }, [entry.savedAt, refetch]);
  return answer;
}
