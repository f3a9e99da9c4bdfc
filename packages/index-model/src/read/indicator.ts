import { expectList, expectOneOf, expectRecord, expectText, type ProblemPath } from "@cxmetrics/definition";
import { nodeIdPattern } from "../node-id.js";
import { readNormaliser } from "../normalisers/registry.js";
import { readMap } from "./map.js";

const sources = ["survey", "expert", "behaviour", "operational", "text", "statistic"] as const;
const name = { en: "a name of letters, digits, _ or -", zh: "由字母、数字、_ 或 - 组成的名称" };

/** Expects the members of a leaf. */
export function readIndicator(record: Readonly<Record<string, unknown>>, path: ProblemPath): void {
  if (record["column"] !== undefined) expectText(record["column"], [...path, "column"]);
  expectText(record["unit"], [...path, "unit"]);
  expectOneOf(record["source"], [...path, "source"], sources);
  readNormaliser(record["normalise"], [...path, "normalise"]);
  if (record["appliesTo"] !== undefined) {
    const at = [...path, "appliesTo"];
    const appliesTo = expectRecord(record["appliesTo"], at, ["attribute", "values"]);
    expectText(appliesTo["attribute"], [...at, "attribute"]);
    expectList(appliesTo["values"], [...at, "values"], (item, where) => expectText(item, where), 1);
  }
  if (record["tags"] !== undefined) {
    const at = [...path, "tags"];
    for (const [tag, value] of readMap(record["tags"], at)) {
      expectText(tag, [...at, tag], nodeIdPattern, name);
      expectText(value, [...at, tag], nodeIdPattern, name);
    }
  }
}
