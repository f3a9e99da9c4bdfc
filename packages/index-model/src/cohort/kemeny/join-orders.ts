import type { GroupOrders } from "./group-orders.js";

/** All best orders of consecutive groups, at most `cap` of them: the product of the orders of each. */
export function joinOrders(
  groups: readonly (readonly number[])[],
  solved: readonly GroupOrders[],
  cap: number,
): number[][] {
  let joined: number[][] = [[]];
  for (const [place, group] of groups.entries()) {
    const longer: number[][] = [];
    for (const start of joined)
      for (const order of solved[place]?.orders ?? [])
        if (longer.length < cap) longer.push([...start, ...order.map((member) => group[member] ?? 0)]);
    joined = longer;
  }
  return joined;
}
