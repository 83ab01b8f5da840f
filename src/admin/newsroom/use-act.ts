import { useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { failureOf, type Failure } from './failure';

/**
 * Runs a request that a person asked for and says how it went: a short word when it worked, the server's own sentence
 * when it did not, which `onFailure` gets as well. Answers whether it worked.
 */
export function useAct(): (
  request: Promise<unknown>,
  done: string,
  onFailure?: (failure: Failure) => void,
) => Promise<boolean> {
  const { toggleNotification } = useNotification();
  return useCallback(
    async (request, done, onFailure) => {
      try {
        await request;
        toggleNotification({ type: 'success', message: done });
        return true;
      } catch (error) {
        const failure = failureOf(error);
        toggleNotification({ type: 'danger', message: failure.message });
        onFailure?.(failure);
        return false;
      }
    },
    [toggleNotification],
  );
}
