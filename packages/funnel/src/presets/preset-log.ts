/** One event of one actor as an algorithm of a product reads it: in order of time, then sequence, then row. */
export interface PresetEvent {
  readonly time: number;
  /** The steps it fills, ascending, from 1; none for an event of no step. */
  readonly fills: readonly number[];
}

/** How far one actor's events get by the algorithm of a product; 0 for not at all. */
export type PresetAlgorithm = (log: readonly PresetEvent[], steps: number, windowMs: number) => number;
