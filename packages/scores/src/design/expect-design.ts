import { CxMetricsError, type LocalizedText, type Problem, type ProblemPath } from "@cxmetrics/definition";
import { expectScale } from "../expect-scale.js";
import { isCount, isSum, sumsAgree } from "../expect-tally.js";
import type { RatingScale } from "../scale.js";
import { expectPopulation, expectSampleKind } from "./design-options.js";
import type { DesignTally } from "./design-tally.js";
import type { JointTally } from "./joint-tally.js";
import { badDesignTally, badJointTally } from "./problems.js";
import { checkPopulation } from "./sample-frame.js";

type Loose = Readonly<Record<string, unknown>>;

/**
 * Expects a design tally, whoever took it.
 *
 * @throws `CxMetricsError` `design.malformed`, `scale.not-allowed`, `design.population-not-allowed`,
 * `design.population-below-sample`
 */
export function expectDesign(value: unknown, path: ProblemPath): DesignTally {
  const tally = expectObject(value, path, badDesignTally);
  const scale = expectScale(tally["scale"], [...path, "scale"]);
  expectSample(tally, path, badDesignTally, ["missing", "invalid"], (cell) =>
    onScale(cell["point"], scale) ? String(cell["point"]) : undefined,
  );
  return value as DesignTally;
}

/**
 * Expects a joint tally, whoever took it.
 *
 * @throws `CxMetricsError` `joint.malformed`, `scale.not-allowed`, `design.population-not-allowed`,
 * `design.population-below-sample`
 */
export function expectJoint(value: unknown, path: ProblemPath): JointTally {
  const tally = expectObject(value, path, badJointTally);
  const a = expectScale(tally["scaleA"], [...path, "scaleA"]);
  const b = expectScale(tally["scaleB"], [...path, "scaleB"]);
  expectSample(
    tally,
    path,
    badJointTally,
    ["missingA", "missingB", "invalidA", "invalidB"],
    ({ pointA, pointB }) =>
      (pointA === null || onScale(pointA, a)) &&
      (pointB === null || onScale(pointB, b)) &&
      !(pointA === null && pointB === null)
        ? `${pointA} ${pointB}`
        : undefined,
  );
  return value as JointTally;
}

/** Expects strata, units and cells; `keyOf` gives the answer of a cell as a text, or nothing when it is off the scale. */
function expectSample(
  tally: Loose,
  path: ProblemPath,
  problem: Problem,
  reasons: readonly string[],
  keyOf: (cell: Loose) => string | undefined,
): void {
  const fail = (at: ProblemPath, reason: LocalizedText) =>
    new CxMetricsError(problem, { path: [...path, ...at], values: { reason } });
  const { weighted, clustered } = tally;
  for (const name of ["weighted", "clustered"])
    if (typeof tally[name] !== "boolean")
      throw fail([name], { en: `${name} is not true or false`, zh: `${name} 应为 true 或 false` });
  expectSampleKind(tally["sample"], [...path, "sample"]);
  if (tally["calibratedWeights"] !== undefined && tally["calibratedWeights"] !== true)
    throw fail(["calibratedWeights"], {
      en: "calibratedWeights is not true",
      zh: "calibratedWeights 应为 true",
    });
  const strata = new Set<unknown>();
  listOf(tally["strata"], ["strata"]).forEach((item, index) => {
    const at = ["strata", index];
    const stratum = expectObject(item, [...path, ...at], problem);
    const { stratum: name, sampleUnits, population } = stratum;
    if (typeof name !== "string" || strata.has(name))
      throw fail(at, { en: "a stratum has no name, or one that is taken", zh: "层没有名称，或名称重复" });
    strata.add(name);
    if (!isCount(sampleUnits))
      throw fail([...at, "sampleUnits"], { en: "sampleUnits is not a count", zh: "sampleUnits 应为计数" });
    if (population !== null) {
      expectPopulation(population, [...path, ...at, "population"]);
      checkPopulation(name, sampleUnits, population as number);
    }
    for (const reason of reasons) {
      const counts = expectObject(stratum[reason], [...path, ...at, reason], problem);
      if (!Object.values(counts).every(isCount))
        throw fail([...at, reason], {
          en: `${reason} is not counts by reason`,
          zh: `${reason} 应为按原因的计数`,
        });
    }
    const units = listOf(stratum["units"], [...at, "units"]);
    const named = new Set<unknown>();
    let records = 0;
    units.forEach((entry, place) => {
      const here = [...at, "units", place];
      const unit = expectObject(entry, [...path, ...here], problem);
      const { unit: key } = unit;
      if ((clustered ? typeof key !== "string" : key !== null) || named.has(key))
        throw fail(here, { en: "a unit has no key, or one that is taken", zh: "抽样单元没有键，或键重复" });
      named.add(key);
      const answers = new Set<string>();
      listOf(unit["cells"], [...here, "cells"]).forEach((content, position) => {
        const cell = expectObject(content, [...path, ...here, "cells", position], problem);
        const { count, weightSum, squaredWeightSum } = cell;
        const answer = keyOf(cell);
        if (answer === undefined || answers.has(answer))
          throw fail([...here, "cells", position], {
            en: "a cell is off the scale, or there twice",
            zh: "单元格超出量表，或重复出现",
          });
        answers.add(answer);
        if (
          !isCount(count) ||
          !isSum(weightSum) ||
          !isSum(squaredWeightSum) ||
          !sumsAgree(weighted as boolean, count, weightSum, squaredWeightSum)
        )
          throw fail([...here, "cells", position], {
            en: "count, weightSum and squaredWeightSum do not belong together",
            zh: "计数、权重和与权重平方和不相符",
          });
        records += count;
      });
    });
    if (clustered ? units.length !== sampleUnits : records > sampleUnits)
      throw fail([...at, "sampleUnits"], {
        en: clustered
          ? "sampleUnits is not the number of units"
          : "there are more answers than sampling units",
        zh: clustered ? "sampleUnits 与单元个数不符" : "回答数多于抽样单元数",
      });
  });

  function listOf(value: unknown, at: ProblemPath): readonly unknown[] {
    if (Array.isArray(value)) return Array.from(value);
    throw fail(at, { en: `${at.at(-1)} is not a list`, zh: `${at.at(-1)} 应为数组` });
  }
}

function expectObject(value: unknown, path: ProblemPath, problem: Problem): Loose {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Loose;
  const reason = { en: "a part of it is not an object", zh: "其中某部分不是对象" };
  throw new CxMetricsError(problem, { path, values: { reason } });
}

function onScale(point: unknown, { min, max }: RatingScale): boolean {
  return Number.isInteger(point) && (point as number) >= min && (point as number) <= max;
}
