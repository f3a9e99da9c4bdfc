import {
  CxMetricsError,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  isCxMetricsError,
  type ProblemPath,
} from "@cxmetrics/definition";
import { badParameter } from "../problems.js";
import { readRange } from "../read/range.js";
import { readShare, readWeight } from "../read/weight.js";
import type { ParameterSpec, ParameterSpecs } from "./parameter-spec.js";

/** Expects the parameters of a method, `method` among them; members that the specs do not name are refused. */
export function readParameters(
  specs: ParameterSpecs,
  value: unknown,
  path: ProblemPath,
): Readonly<Record<string, unknown>> {
  const { required, optional } = memberNames(specs);
  const record = expectRecord(value, path, ["method", ...required], optional);
  readMembers(specs, record, path);
  return record;
}

/** Names of the members that must and that may be there. */
export function memberNames(specs: ParameterSpecs) {
  const names = Object.keys(specs);
  return {
    required: names.filter((name) => specs[name]?.optional !== true),
    optional: names.filter((name) => specs[name]?.optional === true),
  };
}

/** Expects each member that is there to be what its spec says. */
export function readMembers(
  specs: ParameterSpecs,
  record: Readonly<Record<string, unknown>>,
  path: ProblemPath,
): void {
  for (const [name, spec] of Object.entries(specs))
    if (record[name] !== undefined) readParameter(spec, record[name], [...path, name]);
}

function readParameter(spec: ParameterSpec, value: unknown, path: ProblemPath): void {
  switch (spec.type) {
    case "number":
      readNumber(spec, value, path);
      return;
    case "choice":
      expectOneOf(value, path, spec.of);
      return;
    case "text":
    case "node":
      expectText(value, path);
      return;
    case "range":
      readRange(value, path);
      return;
    case "weight":
      readWeight(value, path);
      return;
    case "share":
      readShare(value, path);
      return;
    case "scope":
      if (typeof value === "string")
        expectOneOf(value, path, spec.eachPeriod ? ["pooled", "each-period"] : ["pooled"]);
      else expectText(expectRecord(value, path, ["period"])["period"], [...path, "period"]);
      return;
    case "list":
      expectList(value, path, (item, at) => readParameter(spec.of, item, at), spec.least ?? 0);
      return;
    case "record": {
      const { required, optional } = memberNames(spec.members);
      readMembers(spec.members, expectRecord(value, path, required, optional), path);
      return;
    }
    case "either":
      readEither(spec.of, value, path);
  }
}

function readNumber(spec: ParameterSpec & { type: "number" }, value: unknown, path: ProblemPath): void {
  const number = expectNumber(value, path);
  const { atLeast = -Infinity, atMost = Infinity, above, below, integer } = spec;
  const fits =
    number >= atLeast &&
    number <= atMost &&
    (above === undefined || number > above) &&
    (below === undefined || number < below) &&
    (integer !== true || Number.isInteger(number));
  if (fits) return;
  const wanted = [
    ...(integer ? ["∈ ℤ"] : []),
    ...(atLeast > -Infinity ? [`≥ ${atLeast}`] : []),
    ...(above === undefined ? [] : [`> ${above}`]),
    ...(atMost < Infinity ? [`≤ ${atMost}`] : []),
    ...(below === undefined ? [] : [`< ${below}`]),
  ];
  throw new CxMetricsError(badParameter, { path, values: { found: number, wanted: wanted.join(", ") } });
}

/** The first alternative that fits; where none does, what the last one says. */
function readEither(specs: readonly ParameterSpec[], value: unknown, path: ProblemPath): void {
  specs.forEach((spec, index) => {
    if (index === specs.length - 1 && !specs.slice(0, -1).some((other) => fits(other, value, path)))
      readParameter(spec, value, path);
  });
}

function fits(spec: ParameterSpec, value: unknown, path: ProblemPath): boolean {
  try {
    readParameter(spec, value, path);
    return true;
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return false;
    throw thrown;
  }
}
