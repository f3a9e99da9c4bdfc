/** What an index is computed from: one row a unit, one column an indicator. */
export interface IndexTable {
  /** Names of the units, for example channels, institutions, countries × years. */
  readonly units: readonly string[];
  /** Raw values by column; `null` (or `NaN`) is missing. */
  readonly columns: Readonly<Record<string, ArrayLike<number | null>>>;
  /** Texts about units: channel, peer group, veto status; `null` is not stated. */
  readonly attributes?: Readonly<Record<string, ArrayLike<string | null>>>;
  /** Period of each unit. */
  readonly periods?: readonly string[];
}
