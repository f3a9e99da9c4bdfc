import type { Expression } from "@cxmetrics/formula";
import { changedConstants } from "./changed-constants.js";
import { nodeOfName } from "./node-of-name.js";
import type { DocumentPath, Parameter } from "./parameter.js";
import { manners, type TrialManner, trialValues } from "./trial-values.js";

/** Formulas by name. */
export type Formulas = ReadonlyMap<string, Expression>;

/** Where a definition refused other numbers, as far as it says. */
export interface Refusal {
  readonly refusedAt: DocumentPath;
}

/** The formulas under other numbers, or where the definition refuses these. */
export type Lowering = (trial: ReadonlyMap<Parameter, number>) => Formulas | Refusal;

/** Formulas under two rounds of trial values. */
export interface Rounds {
  readonly first: Formulas;
  readonly second: Formulas;
}

/** Lowers twice; refused where the definition refuses the numbers, or a formula changes its shape between them. */
export function twoRounds(
  parameters: ReadonlyMap<Parameter, TrialManner>,
  lower: Lowering,
): Rounds | Refusal {
  const first = lower(trialValues(parameters, 1));
  if ("refusedAt" in first) return first;
  const second = lower(trialValues(parameters, 2));
  if ("refusedAt" in second) return second;
  for (const [name, formula] of first) {
    const other = second.get(name);
    if (other === undefined || !changedConstants(formula, other))
      return { refusedAt: ["nodes", nodeOfName(name)] };
  }
  return { first, second };
}

/**
 * The parameters that can be moved all together. A refusal says where it happened: the parameter that stands there is moved in
 * another manner, or not at all; where several may be meant, they are tried one by one.
 */
export function findMovable(
  parameters: readonly Parameter[],
  lower: Lowering,
): ReadonlyMap<Parameter, TrialManner> {
  const usual = manners[0] as TrialManner;
  let movable = new Map(parameters.map((parameter) => [parameter, usual] as const));
  while (movable.size > 0) {
    const outcome = twoRounds(movable, lower);
    if (!("refusedAt" in outcome)) break;
    const suspects = suspectsAt(outcome.refusedAt, [...movable.keys()]);
    const [only] = suspects;
    if (only && suspects.length === 1) {
      const next = manners[manners.indexOf(movable.get(only) ?? usual) + 1];
      if (next) movable.set(only, next);
      else movable.delete(only);
      continue;
    }
    for (const suspect of suspects) movable.delete(suspect);
    for (const suspect of suspects) {
      for (const manner of manners) {
        const wider = new Map(movable).set(suspect, manner);
        if ("refusedAt" in twoRounds(wider, lower)) continue;
        movable = wider;
        break;
      }
    }
  }
  return movable;
}

/** The parameters that may have been refused: the one at a place, else those of its node, else all. */
function suspectsAt(at: DocumentPath, parameters: readonly Parameter[]): readonly Parameter[] {
  const there = parameters.filter(({ path }) => path.every((key, k) => at[k] === key));
  if (there.length > 0) return there;
  const under = parameters.filter(({ path }) => at.length > 2 && at.every((key, k) => path[k] === key));
  if (under.length > 0) return under;
  const node = at[0] === "calibration" ? at[2] : at[0] === "nodes" ? at[1] : undefined;
  const near = parameters.filter((parameter) => node !== undefined && parameter.node === node);
  return near.length > 0 ? near : parameters;
}
