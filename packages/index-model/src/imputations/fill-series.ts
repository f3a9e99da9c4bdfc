/**
 * The value of a series at a time at which it has none; `undefined` where its values are too far off, or on the wrong side.
 *
 * @param series times and values, times rising
 */
export function fillSeries(
  series: readonly (readonly [number, number])[],
  time: number,
  rule: { readonly way: "latest" | "constant" | "linear"; readonly atMost?: number },
): number | undefined {
  const { way, atMost = Number.POSITIVE_INFINITY } = rule;
  const near = (point: readonly [number, number] | undefined) =>
    point && Math.abs(point[0] - time) <= atMost ? point : undefined;
  const before = near(series.findLast(([at]) => at <= time));
  const after = near(series.find(([at]) => at > time));
  if (way === "latest") return before?.[1];
  if (way === "constant") return (before ?? (series.some(([at]) => at <= time) ? undefined : after))?.[1];
  if (!before || !after) return undefined;
  const share = (time - before[0]) / (after[0] - before[0]);
  return before[1] * (1 - share) + after[1] * share;
}
