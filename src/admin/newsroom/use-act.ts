import { useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { failureOf } from './failure';

/**
 * Runs a request that a person asked for and says how it went: a short word when it worked, the server's own sentence
 * when it did not. Answers whether it worked.
 */
export function useAct(): (request: Promise<unknown>, done: string) => Promise<boolean> {
  const { toggleNotification } = useNotification();
  return useCallback(
    async (request, done) => {
      try {
        await request;
        toggleNotification({ type: 'success', message: done });
        return true;
      } catch (error) {
        toggleNotification({ type: 'danger', message: failureOf(error).message });
        return false;
      }
    },
    [toggleNotification],
  );
}
