import {
  CxMetricsError,
  expectList,
  expectLocalizedText,
  expectNumber,
  expectOneOf,
  expectProvenance,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { inputsOf, parseExpression } from "@cxmetrics/formula";
import { readImputation } from "../imputations/registry.js";
import { nodeIdPattern, readColumnName } from "../node-id.js";
import { readEvidence } from "../node-kinds/evidence/read-evidence.js";
import { readNormaliser } from "../normalisers/registry.js";
import { badTransformName, codeTwice, lagWithoutTransform } from "../problems.js";
import { readTreatment } from "../treatments/registry.js";
import { readMap } from "./map.js";

const sources = ["survey", "expert", "behaviour", "operational", "text", "statistic"] as const;
const name = { en: "a name of letters, digits, _ or -", zh: "由字母、数字、_ 或 - 组成的名称" };

/** Expects the members of a leaf. */
export function readIndicator(record: Readonly<Record<string, unknown>>, path: ProblemPath): void {
  if (record["column"] !== undefined) expectText(record["column"], [...path, "column"]);
  expectText(record["unit"], [...path, "unit"]);
  expectOneOf(record["source"], [...path, "source"], sources);
  readNormaliser(record["normalise"], [...path, "normalise"]);
  if (record["impute"] !== undefined) readImputation(record["impute"], [...path, "impute"]);
  if (record["treat"] !== undefined) readTreatment(record["treat"], [...path, "treat"]);
  if (record["codes"] !== undefined) readCodes(record["codes"], [...path, "codes"]);
  if (record["adjustments"] !== undefined)
    expectList(record["adjustments"], [...path, "adjustments"], readAdjustment, 1);
  if (record["evidence"] !== undefined) readEvidence(record["evidence"], [...path, "evidence"]);
  readTransform(record, path);
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

function readTransform(record: Readonly<Record<string, unknown>>, path: ProblemPath): void {
  if (record["lag"] !== undefined) expectText(record["lag"], [...path, "lag"]);
  if (record["transform"] === undefined) {
    if (record["lag"] !== undefined)
      throw new CxMetricsError(lagWithoutTransform, { path: [...path, "lag"] });
    return;
  }
  const at = [...path, "transform"];
  const names = inputsOf(parseExpression(record["transform"], at));
  const allowed = record["lag"] === undefined ? ["x"] : ["x", "lag"];
  for (const found of names)
    if (!allowed.includes(found) && readColumnName(found) === undefined)
      throw new CxMetricsError(badTransformName, {
        path: at,
        values: { name: found, allowed: allowed.join(", ") },
      });
}

function readCodes(value: unknown, path: ProblemPath): void {
  const record = expectRecord(value, path, [], ["notApplicable", "refused", "missing"]);
  const seen = new Set<number>();
  for (const [meaning, codes] of Object.entries(record))
    expectList(
      codes,
      [...path, meaning],
      (item, at) => {
        const code = expectNumber(item, at);
        if (seen.has(code)) throw new CxMetricsError(codeTwice, { path: at, values: { code } });
        seen.add(code);
      },
      1,
    );
}

function readAdjustment(value: unknown, path: ProblemPath): void {
  const record = expectRecord(value, path, ["unit", "from", "to", "reason", "by", "provenance"], ["period"]);
  for (const member of ["unit", "by"]) expectText(record[member], [...path, member]);
  if (record["period"] !== undefined) expectText(record["period"], [...path, "period"]);
  for (const member of ["from", "to"])
    if (record[member] !== null) expectNumber(record[member], [...path, member]);
  expectLocalizedText(record["reason"], [...path, "reason"]);
  expectProvenance(record["provenance"], [...path, "provenance"]);
}
