import type { ProblemPath } from "@cxmetrics/definition";
import { expectTally } from "../expect-tally.js";
import type { DesignTally } from "./design-tally.js";
import { expectDesign } from "./expect-design.js";
import { isDesignTally } from "./is-design-tally.js";

/** A wave with its design; a plain tally is a simple random sample. */
export function readWave(tally: unknown, path: ProblemPath): DesignTally {
  if (isDesignTally(tally)) return expectDesign(tally, path);
  const { scale, weighted, counts, weightSums, squaredWeightSums, missing, invalid } = expectTally(
    tally,
    path,
  );
  const cells = counts.flatMap((count, index) =>
    count === 0
      ? []
      : [
          {
            point: scale.min + index,
            count,
            weightSum: weightSums[index] ?? 0,
            squaredWeightSum: squaredWeightSums[index] ?? 0,
          },
        ],
  );
  const records = [...counts, ...Object.values(missing), ...Object.values(invalid)];
  return {
    scale,
    weighted,
    clustered: false,
    strata: [
      {
        stratum: "",
        sampleUnits: records.reduce((sum, number) => sum + number, 0),
        population: null,
        units: [{ unit: null, cells }],
        missing,
        invalid,
      },
    ],
  };
}
