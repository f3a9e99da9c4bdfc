import type { Expression } from "@cxmetrics/formula";
import type { Range } from "../read/range.js";

/** Maps 0…1 onto a range. */
export function ontoRange(share: Expression, { lower, upper }: Range): Expression {
  const width = upper - lower;
  const stretched: Expression = width === 1 ? share : { op: "multiply", of: [width, share] };
  return lower === 0 ? stretched : { op: "add", of: [lower, stretched] };
}

/** Points for one unit of a distance, and the value where the distance is 0. */
export function aroundCenter(distance: Expression, center = 0, spread = 1): Expression {
  const spreadOut: Expression = spread === 1 ? distance : { op: "multiply", of: [spread, distance] };
  return center === 0 ? spreadOut : { op: "add", of: [center, spreadOut] };
}
