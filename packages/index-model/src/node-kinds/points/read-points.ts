import {
  CxMetricsError,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { duplicateChild } from "../../problems.js";
import { readChoice } from "../../read/choice.js";
import { readShare } from "../../read/weight.js";
import { pointsDoNotSum } from "../problems.js";
import { readOutputName } from "../read-output-name.js";

/** Full marks are above 0; so small a bound only keeps 0 out. */
const positive = { least: 1e-9, most: 1e12 };

/** Sums of decimals may differ in the last digit: 33.3 + 33.3 + 33.4 is 100. */
const tolerance = 1e-12;

/** Expects the members of a points node. */
export function readPoints(record: Readonly<Record<string, unknown>>, path: ProblemPath): void {
  const maximum = expectNumber(record["maximum"], [...path, "maximum"], positive);
  const seen = new Set<string>();
  const maxima = expectList(
    record["children"],
    [...path, "children"],
    (item, at) => {
      const child = expectRecord(item, at, ["node", "maximum", "given"]);
      // The points of a child are told as `<id>.<child>`.
      const node = readOutputName(expectText(child["node"], [...at, "node"]), [...at, "node"]);
      if (seen.has(node)) throw new CxMetricsError(duplicateChild, { path: at, values: { node } });
      seen.add(node);
      expectOneOf(child["given"], [...at, "given"], ["points", "share", "score"]);
      return expectNumber(child["maximum"], [...at, "maximum"], positive);
    },
    1,
  );
  const found = maxima.reduce((sum, one) => sum + one, 0);
  if (Math.abs(found - maximum) > tolerance * maximum)
    throw new CxMetricsError(pointsDoNotSum, {
      path: [...path, "children"],
      values: { node: String(path.at(-1)), found: Number(found.toPrecision(12)), expected: maximum },
    });
  expectOneOf(record["notApplicable"], [...path, "notApplicable"], ["prorated", "full", "zero"]);
  expectOneOf(record["outOfRange"], [...path, "outOfRange"], ["missing", "cap"]);
  const at = [...path, "missing"];
  if (readChoice(record["missing"], at, "policy", ["propagate", "prorated"]) === "propagate") {
    expectRecord(record["missing"], at, ["policy"]);
  } else {
    const policy = expectRecord(record["missing"], at, ["policy", "minimumAvailable"]);
    readShare(policy["minimumAvailable"], [...at, "minimumAvailable"]);
  }
}
