import { isCxMetricsError } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import type { IndexDefinition } from "@cxmetrics/index-model";
import { formulasOf } from "../formulas-of.js";
import type { Bindings, Bound, BoundFormula } from "./binding.js";
import { changedConstants } from "./changed-constants.js";
import { derivedFrom } from "./derived-from.js";
import {
  type Formulas,
  findMovable,
  type Lowering,
  type Refusal,
  type Rounds,
  twoRounds,
} from "./find-movable.js";
import { nodeOfName } from "./node-of-name.js";
import type { Parameter } from "./parameter.js";
import { sameFunction } from "./same-function.js";
import { type TrialManner, trialValues } from "./trial-values.js";
import { withValues } from "./with-values.js";

type Movable = ReadonlyMap<Parameter, TrialManner>;

/**
 * Finds out which constants of which formulas are which parameters, by lowering the definition again with other numbers and looking where
 * they come out. So the workbook follows every method without a second writing of any, and a parameter that a method builds into the
 * shape of its formula is found out rather than promised.
 */
export function bindParameters(
  document: IndexDefinition,
  parameters: readonly Parameter[],
  written: Formulas,
): Bindings {
  const lower: Lowering = (trial) =>
    loweredOrRefused(
      withValues(
        document,
        [...trial].map(([{ path }, value]) => ({ path, value })),
      ),
    );
  let movable: Movable = findMovable(parameters, lower);
  // Each round settles some parameters for good, so that this comes to an end.
  for (;;) {
    const outcome = movable.size > 0 ? twoRounds(movable, lower) : undefined;
    const rounds = outcome && !("refusedAt" in outcome) ? outcome : { first: written, second: written };
    const { formulas, unclear } = bindRound(movable, rounds);
    const built = new Set([
      ...culprits(unclear, movable, rounds, lower),
      ...unfaithful(formulas, written).flatMap((name) => shapers(name, movable, written, lower)),
    ]);
    if (built.size === 0 || movable.size === 0) return { formulas, live: new Set(movable.keys()) };
    movable = new Map([...movable].filter(([parameter]) => !built.has(parameter)));
  }
}

function loweredOrRefused(document: IndexDefinition): Formulas | Refusal {
  try {
    return formulasOf(document);
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return { refusedAt: thrown.path };
    throw thrown;
  }
}

/** Tells every constant that moves by the parameters behind it. */
function bindRound(movable: Movable, { first, second }: Rounds) {
  const [one, two] = [trialValues(movable, 1), trialValues(movable, 2)];
  const candidates = [...movable.keys()].map((parameter) => ({
    parameter,
    first: one.get(parameter) ?? 0,
    second: two.get(parameter) ?? 0,
  }));
  const formulas = new Map<string, BoundFormula>();
  const unclear: { readonly name: string; readonly place: string }[] = [];
  for (const [name, shape] of first) {
    const near = candidates.filter(
      ({ parameter: { node } }) => node === undefined || node === nodeOfName(name),
    );
    const places = new Map<string, Bound>();
    for (const changed of changedConstants(shape, second.get(name) ?? shape) ?? []) {
      const bound = derivedFrom(changed, near);
      if (bound) places.set(changed.place, bound);
      else unclear.push({ name, place: changed.place });
    }
    formulas.set(name, { shape, places });
  }
  return { formulas, unclear };
}

/** The parameters that move constants which nothing tells. */
function culprits(
  unclear: readonly { readonly name: string; readonly place: string }[],
  movable: Movable,
  rounds: Rounds,
  lower: Lowering,
): readonly Parameter[] {
  if (unclear.length === 0) return [];
  const [one, two] = [trialValues(movable, 1), trialValues(movable, 2)];
  const nodes = new Set(unclear.map(({ name }) => nodeOfName(name)));
  const near = [...movable.keys()].filter(({ node }) => node === undefined || nodes.has(node));
  const moving = near.filter((parameter) => {
    const other = lower(new Map(one).set(parameter, two.get(parameter) ?? 0));
    return (
      !("refusedAt" in other) &&
      unclear.some(({ name, place }) => {
        const before = rounds.first.get(name) as Expression;
        const changed = changedConstants(before, other.get(name) ?? before);
        return !changed || changed.some((one) => one.place === place);
      })
    );
  });
  return moving.length > 0 ? moving : near;
}

/** Formulas that no longer compute what was written, once the parameters stand at their values: a special case of a method. */
function unfaithful(formulas: ReadonlyMap<string, BoundFormula>, written: Formulas): readonly string[] {
  return [...formulas].flatMap(([name, formula]) => {
    const before = written.get(name);
    return before !== undefined && sameFunction(before, formula) ? [] : [name];
  });
}

/** The parameters of a formula that give it another shape than the written one. */
function shapers(name: string, movable: Movable, written: Formulas, lower: Lowering): readonly Parameter[] {
  const near = [...movable].filter(([{ node }]) => node === undefined || node === nodeOfName(name));
  const before = written.get(name);
  const found = near.filter(([parameter, manner]) => {
    const lowered = lower(trialValues(new Map([[parameter, manner]]), 1));
    const other = "refusedAt" in lowered ? undefined : lowered.get(name);
    return before === undefined || other === undefined || !changedConstants(before, other);
  });
  return (found.length > 0 ? found : near).map(([parameter]) => parameter);
}
