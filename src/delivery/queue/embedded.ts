import { eachSecond } from './each-second';
import type { Dispatcher } from './queue';

/** One process looks each second. A lost tick costs a second and nothing else. */
export const embedded: Dispatcher = {
  handOver: null,
  start: (engine, log) => {
    const stop = eachSecond('deliveries', () => engine.tick(), log);
    return Promise.resolve({
      stop: () => {
        stop();
        return Promise.resolve();
      },
      free: () => undefined,
    });
  },
  close: () => Promise.resolve(),
};
