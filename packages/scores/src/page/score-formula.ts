import { pointsOf } from "../contrast.js";
import type { ScoreDefinition } from "../score-definition.js";
import { pointSet } from "./point-set.js";

/** The formula of a score in LaTeX, from the statistic that computes it; $n_k$ is the answers on point k, or their weight. */
export function scoreFormula({ statistic, base, scale }: ScoreDefinition): string {
  const inBase = base === "valid" ? pointsOf(scale) : base.points;
  const all = `\\sum_{k \\in ${pointSet(inBase)}} n_k`;
  const part = (points: readonly number[]) => `\\sum_{k \\in ${pointSet(points)}} n_k`;
  if (statistic.kind === "share") return `p = \\frac{${part(statistic.band)}}{${all}}`;
  if (statistic.kind === "net-share")
    return `100 \\cdot \\frac{${part(statistic.upper)} - ${part(statistic.lower)}}{${all}}`;
  const mean = `\\bar x = \\frac{\\sum_{k \\in ${pointSet(inBase)}} k \\, n_k}{${all}}`;
  if (!statistic.rescale) return mean;
  const index =
    statistic.rescale.kind === "pomp"
      ? `100 \\cdot \\frac{\\bar x - ${bracketed(scale.min)}}{${scale.max} - ${bracketed(scale.min)}}`
      : `100 \\cdot \\frac{\\bar x}{${scale.max}}`;
  return `${index}, \\qquad ${mean}`;
}

function bracketed(number: number): string {
  return number < 0 ? `(${number})` : String(number);
}
