import type { RandomStream } from "@cxmetrics/stats";

/** Layers of the ziggurat, the edge of its base strip, and the area of each layer (Doornik 2005). */
const layers = 128;
const edge = 3.442619855899;
const area = 9.91256303526217e-3;

/** Right ends of the layers, from the base strip up. */
const ends = (() => {
  const x = new Float64Array(layers + 1);
  const height = (at: number) => Math.exp(-0.5 * at * at);
  x[0] = area / height(edge);
  x[1] = edge;
  for (let i = 2; i < layers; i++) {
    const below = x[i - 1] as number;
    x[i] = Math.sqrt(-2 * Math.log(area / below + height(below)));
  }
  return x;
})();

/**
 * Standard normal numbers by the ziggurat method (Marsaglia and Tsang, Journal of Statistical Software 5(8), 2000, as Doornik, An
 * Improved Ziggurat Method, 2005, mends it): the first 7 bits of a uniform choose the layer, the other 46 the place in it.
 */
export function normalDrawer({ uniform }: RandomStream): () => number {
  const beyond = (negative: boolean): number => {
    for (;;) {
      const x = Math.log(1 - uniform()) / edge;
      const y = Math.log(1 - uniform());
      if (-2 * y >= x * x) return negative ? x - edge : edge - x;
    }
  };
  return () => {
    for (;;) {
      const both = uniform() * layers;
      const layer = Math.floor(both);
      const u = 2 * (both - layer) - 1;
      const end = ends[layer] as number;
      const above = ends[layer + 1] as number;
      const x = u * end;
      if (Math.abs(x) < above) return x;
      if (layer === 0) return beyond(u < 0);
      const low = Math.exp(-0.5 * (end * end - x * x));
      const high = Math.exp(-0.5 * (above * above - x * x));
      if (high + uniform() * (low - high) < 1) return x;
    }
  };
}
