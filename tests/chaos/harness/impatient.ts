import type { Publisher } from '../../../publishers/contract';

/** The same channel with a shorter patience in `commit`, so that tests of silence are short. @param timeout milliseconds */
export const impatient =
  (timeout: number) =>
  (publisher: Publisher): Publisher => ({
    ...publisher,
    commit: (prepared, io, delivery) =>
      publisher.commit(prepared, { ...io, http: (request) => io.http({ ...request, timeout }) }, delivery),
  });
