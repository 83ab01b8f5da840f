/**
 * Lets so many works run at once; the others wait in the order in which they came.
 * @param {number} places
 * @returns {<T>(work: () => Promise<T>) => Promise<T>}
 */
export function atMost(places) {
  let free = places;
  /** @type {(() => void)[]} */
  const waiting = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise((resolve) => waiting.push(() => resolve(undefined)));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place is handed over, so that nobody who comes just now gets in between.
      if (next) next();
      else free += 1;
    }
  };
}
