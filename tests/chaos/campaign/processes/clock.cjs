'use strict';
/**
 * The campaign's clock, the same in every process: it runs `factor` times as fast as the real one, so that hours of
 * grace and backoff pass in minutes. What the operating system measures (HTTP timeouts, the engine's ticks, the pauses
 * of the sandbox's faults) stays real time.
 *
 * @param {{ realStart: number, start: number, factor: number }} clock both starts in milliseconds UTC
 * @returns {() => Date}
 */
exports.clockOf =
  ({ realStart, start, factor }) =>
  () =>
    new Date(start + (Date.now() - realStart) * factor);

/**
 * pg-boss compares with the database's clock, which is real: moments of the campaign's time are translated for it.
 *
 * @param {{ realStart: number, start: number, factor: number }} clock
 * @param {{ handOver: Function | null }} dispatcher changed in place
 */
exports.handOverInRealTime = ({ realStart, start, factor }, dispatcher) => {
  const { handOver } = dispatcher;
  if (!handOver) return;
  dispatcher.handOver = (trx, handed) =>
    handOver(
      trx,
      handed.map((one) => ({ ...one, at: realStart + (one.at - start) / factor })),
    );
};
