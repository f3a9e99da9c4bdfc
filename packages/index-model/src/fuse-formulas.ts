import { type Expression, foldConstants, inputsOf, substitute } from "@cxmetrics/formula";

/** Names in one formula; beyond it a node is computed by itself first. */
const mostNames = 500;

/** A node that is computed as a column of its own, by a formula over raw values and over the stages before it. */
export interface Stage {
  readonly id: string;
  readonly formula: Expression;
}

/**
 * Joins the formulas of nodes into one for each node that is wanted, so that what stands in between never leaves the cache. Nodes
 * that several others read are stages of their own.
 *
 * @param formulas one a node, each after those that it reads
 * @param wanted nodes whose columns are asked for
 */
export function fuseFormulas(
  formulas: ReadonlyMap<string, Expression>,
  wanted: readonly string[],
): readonly Stage[] {
  const readers = new Map<string, number>();
  for (const formula of formulas.values())
    for (const name of inputsOf(formula)) readers.set(name, (readers.get(name) ?? 0) + 1);
  const asked = new Set(wanted);
  const fused = new Map<string, Expression>();
  const stages: Stage[] = [];
  for (const [id, own] of formulas) {
    const parts = inputsOf(own).filter((name) => fused.has(name));
    const whole = substitute(own, Object.fromEntries(parts.map((name) => [name, fused.get(name) ?? name])));
    const apart = (readers.get(id) ?? 0) > 1 || inputsOf(whole).length > mostNames || asked.has(id);
    if (apart) stages.push({ id, formula: foldConstants(whole) });
    else if (readers.has(id)) fused.set(id, whole);
  }
  return stages;
}
