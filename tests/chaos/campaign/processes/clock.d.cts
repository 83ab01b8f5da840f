interface Clock {
  readonly realStart: number;
  readonly start: number;
  readonly factor: number;
}
export declare function clockOf(clock: Clock): () => Date;
export declare function handOverInRealTime(clock: Clock, dispatcher: object): void;
