/**
 * The results of works that run at the same time, once the last of them has ended: nothing of them goes on behind the
 * caller's back.
 * @throws what the first failed work threw
 */
export async function allDone<T>(works: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(works);
  return Promise.all(works);
}
