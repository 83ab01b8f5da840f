import { setTimeout as pause } from 'node:timers/promises';
import { createMutex } from '../../../src/delivery/mutex';

describe('works that share a key', () => {
  it('run one after another, in the order in which they came', async () => {
    const exclusive = createMutex();
    const seen: string[] = [];
    await Promise.all(
      [30, 10, 1].map((milliseconds, index) =>
        exclusive('site', async () => {
          seen.push(`begin ${index}`);
          await pause(milliseconds);
          seen.push(`end ${index}`);
        }),
      ),
    );
    expect(seen).toEqual(['begin 0', 'end 0', 'begin 1', 'end 1', 'begin 2', 'end 2']);
  });

  it('do not wait for works of another key', async () => {
    const exclusive = createMutex();
    let open: () => void = () => undefined;
    const blocked = exclusive('a', () => new Promise<void>((resolve) => (open = resolve)));
    expect(await exclusive('b', () => Promise.resolve('free'))).toBe('free');
    open();
    await blocked;
  });

  it('go on after one that failed, whose failure reaches its caller alone', async () => {
    const exclusive = createMutex();
    const failing = exclusive('a', () => Promise.reject(new Error('no')));
    const next = exclusive('a', () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
  });
});
