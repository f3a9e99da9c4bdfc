import type { Kink } from "./dual.js";

/** A node of one unit, linearised at the table. */
export interface Slope {
  readonly value: number | null;
  /** Derivatives by the uncertain inputs of the unit. */
  readonly gradient: Float64Array;
  /** Inputs that the value can depend on, moving or not. */
  readonly used: ReadonlySet<number>;
  /** What makes a straight line misleading within three standard errors. */
  readonly near: ReadonlySet<Kink["kind"] | "curvature">;
}

/** Every node by unit, then id. */
export type Slopes = readonly ReadonlyMap<string, Slope>[];

/** Standard errors within which a change of course counts as near. */
export const nearness = 3;
