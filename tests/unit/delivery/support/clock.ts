/** A clock that stands still until a test moves it. */
export interface Clock {
  readonly now: () => Date;
  /** To an instant with its zone. */
  readonly set: (instant: string | number) => void;
  /** Milliseconds; negative ones turn it back. */
  readonly pass: (milliseconds: number) => void;
}

export function createClock(start = '2026-11-23T08:00:00+08:00'): Clock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    set: (instant) => {
      at = typeof instant === 'number' ? instant : Date.parse(instant);
    },
    pass: (milliseconds) => {
      at += milliseconds;
    },
  };
}
