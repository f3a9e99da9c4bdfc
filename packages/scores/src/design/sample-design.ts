/** How the people came to be asked: by a random procedure with known chances, or not (open links, panels, whoever answered). */
export type SampleKind = "probability" | "non-probability";

/** One sampling unit and what its records answered. */
export interface SampleUnit<Cell> {
  /** Key of the unit inside its stratum; `null` where every record is a unit of its own and the stratum's records stand pooled. */
  readonly unit: string | null;
  /** Distinct answers, empty for a unit without any: it was drawn, so it counts in the variance. */
  readonly cells: readonly Cell[];
}

/** One stratum: its units, drawn independently of those of other strata. */
export interface SampleStratum<Cell> {
  /** Key of the stratum; the empty text where the sample has no strata. */
  readonly stratum: string;
  /** Primary sampling units drawn, those without an answer too. */
  readonly sampleUnits: number;
  /** Primary sampling units in the population, or `null` where nobody said. */
  readonly population: number | null;
  readonly units: readonly SampleUnit<Cell>[];
}

/** A tally that keeps strata and sampling units apart. */
export interface SampleDesign<Stratum> {
  /** Whether any part carried weights. */
  readonly weighted: boolean;
  /** Whether records come in clusters; otherwise every record is a sampling unit. */
  readonly clustered: boolean;
  /** How the sample was taken, where that was said. */
  readonly sample?: SampleKind;
  /** Present when the weights were raked or post-stratified: estimates then warn that they treat weights as fixed. */
  readonly calibratedWeights?: true;
  readonly strata: readonly Stratum[];
}
