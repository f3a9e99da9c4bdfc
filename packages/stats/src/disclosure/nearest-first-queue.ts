/** A queue of nodes, nearest first; of equally near ones the lowest number, so that a path is always the same. */
export interface NearestFirstQueue {
  readonly add: (node: number, distance: number) => void;
  /** The nearest node, taken out; −1 when there is none. */
  readonly take: () => number;
}

/** An empty queue, as a binary heap. A node may be in it more than once. */
export function nearestFirstQueue(): NearestFirstQueue {
  const nodes: number[] = [];
  const distances: number[] = [];
  const before = (a: number, b: number) => {
    const gap = (distances[a] as number) - (distances[b] as number);
    return gap < 0 || (gap === 0 && (nodes[a] as number) < (nodes[b] as number));
  };
  const swap = (a: number, b: number) => {
    [nodes[a], nodes[b]] = [nodes[b] as number, nodes[a] as number];
    [distances[a], distances[b]] = [distances[b] as number, distances[a] as number];
  };
  return {
    add(node, distance) {
      let at = nodes.push(node) - 1;
      distances.push(distance);
      for (let parent = (at - 1) >> 1; at > 0 && before(at, parent); parent = (at - 1) >> 1) {
        swap(at, parent);
        at = parent;
      }
    },
    take() {
      if (nodes.length === 0) return -1;
      swap(0, nodes.length - 1);
      const node = nodes.pop() as number;
      distances.pop();
      for (let at = 0; ; ) {
        const left = 2 * at + 1;
        if (left >= nodes.length) return node;
        const child = left + 1 < nodes.length && before(left + 1, left) ? left + 1 : left;
        if (!before(child, at)) return node;
        swap(at, child);
        at = child;
      }
    },
  };
}
