import { marginOf, type PairSums } from "../pair-margins.js";
import { tieTolerance } from "../tie-tolerance.js";

/**
 * Splits units into groups such that every unit of an earlier group beats every unit of a later one. Every Kemeny order
 * places the groups one after another (extended Condorcet criterion: Truchon, Cahier 9813, Université Laval, 1998), so each
 * group can be solved by itself. The groups are the strongly connected components of "beats or ties".
 */
export function majorityComponents(sums: PairSums): number[][] {
  const { n } = sums;
  const reached = (from: number, forwards: boolean, among: ReadonlySet<number>) => {
    const seen = new Set([from]);
    const open = [from];
    for (let unit = open.pop(); unit !== undefined; unit = open.pop())
      for (const other of among) {
        if (seen.has(other)) continue;
        const margin = marginOf(sums, unit, other);
        if (forwards ? margin >= -tieTolerance : margin <= tieTolerance) {
          seen.add(other);
          open.push(other);
        }
      }
    return seen;
  };
  const groups: number[][] = [];
  const left = new Set(Array.from({ length: n }, (_, unit) => unit));
  while (left.size > 0) {
    const [unit = 0] = left;
    const below = reached(unit, true, left);
    const above = reached(unit, false, left);
    const group = [...below].filter((other) => above.has(other)).sort((a, b) => a - b);
    groups.push(group);
    for (const other of group) left.delete(other);
  }
  // One duel between any two members tells which group stands first.
  return groups.sort((a, b) => marginOf(sums, b[0] ?? 0, a[0] ?? 0));
}
