import type { FunnelClusters } from "./funnel-tally.js";

/** Sums over actors of how many of their attempts or sessions reached each step: what a cluster variance needs. */
export function tallyClusters(reached: Float64Array, steps: number): FunnelClusters {
  const zeros = () => new Array<number>(steps).fill(0);
  const clusters = { actors: 0, squares: zeros(), withFirst: zeros(), withPrevious: zeros() };
  const add = (sums: number[], step: number, product: number) => {
    sums[step] = (sums[step] as number) + product;
  };
  for (let at = 0; at < reached.length; at += steps) {
    const first = reached[at] as number;
    if (first === 0) continue;
    clusters.actors++;
    for (let step = 0; step < steps; step++) {
      const own = reached[at + step] as number;
      add(clusters.squares, step, own * own);
      add(clusters.withFirst, step, own * first);
      if (step > 0) add(clusters.withPrevious, step, own * (reached[at + step - 1] as number));
    }
  }
  return clusters;
}
