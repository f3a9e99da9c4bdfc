/** A descriptive statistic that exists. */
export interface Statistic {
  readonly status: "ok";
  /** In the unit of the data. */
  readonly value: number;
}
