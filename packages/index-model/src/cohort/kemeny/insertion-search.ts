import { tieTolerance } from "../tie-tolerance.js";

/**
 * A good order of many units: starts from the sum of supports (Borda's order) and moves single units to their best place
 * until no move helps. A local optimum, not a proof.
 */
export function insertionSearch(m: number, support: (i: number, j: number) => number): number[] {
  const units = Array.from({ length: m }, (_, unit) => unit);
  const sum = units.map((unit) => units.reduce((all, other) => all + margin(unit, other), 0));
  const order = [...units].sort((a, b) => (sum[b] ?? 0) - (sum[a] ?? 0) || a - b);
  // Every move gains more than the tolerance, so the search ends; the limit only spares pathological ties.
  for (let round = 0; round < 100; round += 1) {
    let moved = false;
    for (const unit of units) if (moveToBestPlace(order, unit, margin)) moved = true;
    if (!moved) break;
  }
  return order;

  function margin(i: number, j: number): number {
    return i === j ? 0 : support(i, j) - support(j, i);
  }
}

function moveToBestPlace(order: number[], unit: number, margin: (i: number, j: number) => number): boolean {
  const from = order.indexOf(unit);
  let best = from;
  let bestGain = tieTolerance * order.length;
  let gain = 0;
  for (let place = from - 1; place >= 0; place -= 1) {
    gain += margin(unit, order[place] ?? 0);
    if (gain > bestGain) [best, bestGain] = [place, gain];
  }
  gain = 0;
  for (let place = from + 1; place < order.length; place += 1) {
    gain += margin(order[place] ?? 0, unit);
    if (gain > bestGain) [best, bestGain] = [place, gain];
  }
  if (best === from) return false;
  order.splice(from, 1);
  order.splice(best, 0, unit);
  return true;
}
