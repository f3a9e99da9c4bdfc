/** What is known of the best orders of one group of units. */
export interface GroupOrders {
  readonly exact: boolean;
  /** Number of best orders; `null` where only one order was found by search. */
  readonly count: number | null;
  /** Best orders, as members of the group; as many as were asked for. */
  readonly orders: readonly (readonly number[])[];
  /** Mean, smallest and largest place of each member over all best orders, counted from 0. */
  readonly mean: readonly number[];
  readonly best: readonly number[];
  readonly worst: readonly number[];
}

/** A single order tells all there is to know. */
export function singleOrder(order: readonly number[], exact: boolean): GroupOrders {
  const places = new Array<number>(order.length).fill(0);
  for (const [place, member] of order.entries()) places[member] = place;
  return { exact, count: exact ? 1 : null, orders: [order], mean: places, best: places, worst: places };
}
