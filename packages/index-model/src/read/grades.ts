import {
  CxMetricsError,
  expectList,
  expectLocalizedText,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import {
  bandsNotAscending,
  conditionWithoutBound,
  notAFlag,
  quotaOfLastBand,
  quotaTiesMissing,
} from "../grades/problems.js";
import { bandsNotDescending, duplicateBand } from "../problems.js";
import { readShare } from "./weight.js";

/** What the id of a grade band looks like; unlike a node's it may begin with a digit (`5A`). */
export const bandIdPattern = /^[A-Za-z0-9][A-Za-z0-9_+-]*$/;

const name = { en: "a name of letters, digits, +, _ or -", zh: "由字母、数字、+、_ 或 - 组成的名称" };

/** Expects the grade bands of an index. */
export function readGrades(value: unknown, path: ProblemPath): void {
  const record = expectRecord(
    value,
    path,
    ["of", "bands", "onFailedCondition"],
    ["boundary", "veto", "gates", "quotaTies"],
  );
  expectText(record["of"], [...path, "of"]);
  expectOneOf(
    record["onFailedCondition"],
    [...path, "onFailedCondition"],
    ["lower-by-one", "band-that-fits"],
  );
  if (record["boundary"] !== undefined)
    expectOneOf(record["boundary"], [...path, "boundary"], ["lower-included", "upper-included"]);
  if (record["gates"] !== undefined) expectList(record["gates"], [...path, "gates"], expectNodeName, 1);
  if (record["quotaTies"] !== undefined)
    expectOneOf(record["quotaTies"], [...path, "quotaTies"], ["lower", "keep"]);
  const bands = expectList(record["bands"], [...path, "bands"], readBand, 1);
  const seen = new Set<string>();
  const ascending = bands.some((band) => band.upTo !== undefined);
  let reached = Number.POSITIVE_INFINITY;
  bands.forEach((band, index) => {
    const last = index === bands.length - 1;
    // On the scale of merit: a bound from above is the same bound with its sign turned.
    const bound = band.upTo === undefined ? band.from : -band.upTo;
    const mixed = ascending && band.from !== undefined;
    const fits = last
      ? bound === undefined && !band.conditions
      : bound === undefined
        ? band.quota
        : bound < reached;
    const at = { path: [...path, "bands", index], values: { band: band.id } };
    if (!fits || mixed) throw new CxMetricsError(ascending ? bandsNotAscending : bandsNotDescending, at);
    reached = bound ?? reached;
    if (seen.has(band.id)) throw new CxMetricsError(duplicateBand, at);
    seen.add(band.id);
    if (last && band.quota) throw new CxMetricsError(quotaOfLastBand, at);
  });
  if (bands.some((band) => band.quota) && record["quotaTies"] === undefined)
    throw new CxMetricsError(quotaTiesMissing, { path: [...path, "quotaTies"] });
  if (record["veto"] !== undefined) {
    const at = [...path, "veto"];
    const veto = expectRecord(record["veto"], at, ["attribute", "title"]);
    expectText(veto["attribute"], [...at, "attribute"]);
    expectLocalizedText(veto["title"], [...at, "title"]);
  }
}

function readBand(value: unknown, path: ProblemPath) {
  const record = expectRecord(value, path, ["id", "title"], ["from", "upTo", "conditions", "quota"]);
  const id = expectText(record["id"], [...path, "id"], bandIdPattern, name);
  expectLocalizedText(record["title"], [...path, "title"]);
  const from = record["from"] === undefined ? undefined : expectNumber(record["from"], [...path, "from"]);
  const upTo = record["upTo"] === undefined ? undefined : expectNumber(record["upTo"], [...path, "upTo"]);
  if (record["conditions"] !== undefined)
    expectList(record["conditions"], [...path, "conditions"], readCondition, 1);
  if (record["quota"] !== undefined) readShare(record["quota"], [...path, "quota"]);
  return {
    id,
    from,
    upTo,
    conditions: record["conditions"] !== undefined,
    quota: record["quota"] !== undefined,
  };
}

function readCondition(value: unknown, path: ProblemPath): void {
  const record = expectRecord(value, path, ["node"], ["raw", "atLeast", "atMost"]);
  const node = expectText(record["node"], [...path, "node"]);
  if (record["raw"] !== undefined) expectFlag(record["raw"], [...path, "raw"]);
  const bound = (name: string) =>
    record[name] === undefined ? undefined : expectNumber(record[name], [...path, name]);
  const atLeast = bound("atLeast");
  const atMost = bound("atMost");
  const none = atLeast === undefined && atMost === undefined;
  if (none || (atLeast !== undefined && atMost !== undefined && atLeast > atMost))
    throw new CxMetricsError(conditionWithoutBound, { path, values: { node } });
}

function expectNodeName(value: unknown, path: ProblemPath): string {
  return expectText(value, path);
}

/** A member that says something only by being there: it is `true` or left out. */
function expectFlag(value: unknown, path: ProblemPath): void {
  if (value === true) return;
  throw new CxMetricsError(notAFlag, { path });
}
