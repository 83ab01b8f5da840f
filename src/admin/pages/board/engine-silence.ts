/** The engine looks every second; after this long without a look, times are not being kept. Seconds. */
const SILENT_AFTER = 30;

/** A sentence when the engine does not run, so that nobody waits for deliveries that will not go out; null when it does. */
export function engineSilence(tickAgeSeconds: number | null): string | null {
  if (tickAgeSeconds === null) return '发布服务还没有启动，到时间不会发出。请联系技术人员。';
  return tickAgeSeconds > SILENT_AFTER
    ? `发布服务已有 ${tickAgeSeconds} 秒没有运行，到时间不会发出。请联系技术人员。`
    : null;
}
