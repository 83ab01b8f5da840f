/** Waiting for the disk overlaps; memory and open files stay bounded. */
const AT_ONCE = 16;

/** Does a work for each item, some at a time. After a failure none is begun any more; those under way are waited for. */
export async function eachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let failed = false;
  // One iterator for all: each item is taken by one of them.
  const left = items.values();
  const take = async (): Promise<void> => {
    for (const item of left) {
      if (failed) return;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, take));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
