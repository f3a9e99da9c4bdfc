import { estimateScore, type ScoreDefinition, tallyFromCounts } from "@cxmetrics/scores";

/** What one answer on each point of the scale is worth: the score of that answer alone. Points outside the base are left out. */
export function scoreContrast(definition: ScoreDefinition): ReadonlyMap<number, number> {
  const { min, max } = definition.scale;
  const contrast = new Map<number, number>();
  for (let point = min; point <= max; point++) {
    const counts = Array.from({ length: max - min + 1 }, (_, place) => (place === point - min ? 1 : 0));
    const alone = estimateScore(tallyFromCounts(counts, definition.scale), definition);
    if (alone.status === "ok") contrast.set(point, alone.value);
  }
  return contrast;
}
