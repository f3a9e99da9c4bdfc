import {
  CxMetricsError,
  expectOneOf,
  expectRecord,
  isCxMetricsError,
  type NotComputable,
  type ProblemPath,
} from "@cxmetrics/definition";
import type { FitScope } from "../calibration/calibration.js";
import { readMembers } from "../parameters/read-parameters.js";
import { weightingCount, weightingInput, weightingNotComputable } from "../problems.js";
import { readMap } from "../read/map.js";
import { type WeightMethodName, weightMethods } from "../weights/registry.js";
import type { ComputedWeights, WeightOutcome } from "../weights/weight-outcome.js";

/** How the weights of the children of a node come about: the method with the evidence itself, not only its outcome. */
export interface Weighting {
  readonly method: WeightMethodName;
  /** Methods of kind `given`: judgements, budgets, ranks, as the function of that name takes them. `equal` needs none. */
  readonly input?: unknown;
  /** Options of the function of that name. */
  readonly options?: Readonly<Record<string, unknown>>;
  /**
   * Methods of kind `fit`: rows of the reference table. They read the values of the children, which are normalised and turned
   * round already, over the units that have all of them.
   */
  readonly over?: FitScope;
}

const given = new WeakMap<object, WeightOutcome>();

/** Whether a weighting needs a reference population. */
export function weightingNeedsFit({ method }: Weighting): boolean {
  return weightMethods[method].kind === "fit";
}

/** Weights of `children` by a method of kind `given`; worked out once for each frozen document. */
export function givenWeights(weighting: Weighting, children: readonly string[]): WeightOutcome {
  const known = given.get(weighting);
  if (known) return known;
  const { method, input = children, options } = weighting;
  const outcome = weightMethods[method].weigh(method === "equal" ? [...children] : input, options);
  if (Object.isFrozen(weighting)) given.set(weighting, outcome);
  return outcome;
}

/** Weights by a method of kind `fit` from the values of the children. */
export function fittedWeights(
  { method, options }: Weighting,
  columns: Readonly<Record<string, Float64Array>>,
): WeightOutcome {
  return weightMethods[method].weigh({ columns }, { missing: "complete-units", ...options });
}

/** Expects a weighting for children, as it stands in a document, by trying it. */
export function readWeighting(value: unknown, path: ProblemPath, children: readonly string[]): void {
  const record = expectRecord(value, path, ["method"], ["input", "options", "over"]);
  const names = Object.keys(weightMethods) as WeightMethodName[];
  const method = expectOneOf(record["method"], [...path, "method"], names);
  if (record["options"] !== undefined) readMap(record["options"], [...path, "options"]);
  const fit = weightMethods[method].kind === "fit";
  const wrong = fit ? record["input"] !== undefined : record["over"] !== undefined;
  const lacking = fit ? record["over"] === undefined : method !== "equal" && record["input"] === undefined;
  if (wrong || lacking) throw new CxMetricsError(weightingInput, { path, values: { method } });
  readMembers({ over: { type: "scope", optional: true } }, record, path);
  const weighting = value as Weighting;
  if (fit) {
    const none = Object.fromEntries(children.map((id) => [id, new Float64Array(0)]));
    trying(path, () => fittedWeights(weighting, none));
    return;
  }
  const outcome = trying(path, () => givenWeights(weighting, children));
  if (outcome.status !== "ok")
    throw new CxMetricsError(weightingNotComputable, { path, values: { method, why: outcome.message } });
  expectWeights(outcome, children, path);
}

function expectWeights(
  { method, weights }: ComputedWeights,
  children: readonly string[],
  path: ProblemPath,
): void {
  if (!Array.isArray(weights) || weights.length !== children.length)
    throw new CxMetricsError(weightingCount, {
      path,
      values: { method, found: Array.isArray(weights) ? weights.length : 0, expected: children.length },
    });
}

/** Runs a method and tells its refusals with the path in the document. */
function trying(path: ProblemPath, run: () => WeightOutcome): WeightOutcome | NotComputable {
  try {
    return run();
  } catch (thrown) {
    if (!isCxMetricsError(thrown)) throw thrown;
    const { code, messages, values } = thrown;
    throw new CxMetricsError({ code, ...messages }, { path: [...path, ...thrown.path], values });
  }
}
