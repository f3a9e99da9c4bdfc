import {
  CxMetricsError,
  didYouMean,
  expectList,
  expectLocalizedText,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { parseExpression } from "@cxmetrics/formula";
import { readMap } from "../../read/map.js";
import { letValueUnknown, noOutputs } from "../problems.js";
import { readCondition } from "../read-condition.js";
import { readOutputName } from "../read-output-name.js";

/** Expects the members of a let node. */
export function readLet(record: Readonly<Record<string, unknown>>, path: ProblemPath): void {
  const names = readSettings(record["default"], [...path, "default"]);
  if (names.length === 0) throw new CxMetricsError(noOutputs, { path: [...path, "default"] });
  const expectKnown = (name: string, at: ProblemPath) => {
    if (!names.includes(name))
      throw new CxMetricsError(letValueUnknown, {
        path: at,
        values: { name, hint: didYouMean(name, names) },
      });
  };
  if (record["value"] !== undefined) {
    const at = [...path, "value"];
    expectKnown(expectText(record["value"], at), at);
  }
  if (record["cases"] === undefined) return;
  expectList(
    record["cases"],
    [...path, "cases"],
    (item, at) => {
      const one = expectRecord(item, at, ["when", "set"], ["title"]);
      if (one["title"] !== undefined) expectLocalizedText(one["title"], [...at, "title"]);
      readCondition(one["when"], [...at, "when"]);
      const set = readSettings(one["set"], [...at, "set"]);
      for (const name of set) expectKnown(name, [...at, "set", name]);
    },
    1,
  );
}

function readSettings(value: unknown, path: ProblemPath): readonly string[] {
  return readMap(value, path).map(([name, expression]) => {
    readOutputName(name, [...path, name]);
    parseExpression(expression, [...path, name]);
    return name;
  });
}
