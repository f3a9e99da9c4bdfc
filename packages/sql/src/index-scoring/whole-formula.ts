import type { Expression } from "@cxmetrics/formula";
import { inputsOf, substitute } from "@cxmetrics/formula";
import { type IndexDefinition, lowerNode, lowerOutputs } from "@cxmetrics/index-model";

/** A node as one formula, and the nodes that it is made of. */
export interface WholeFormula {
  /** Over `<leaf>.raw`, `@<column>`, `<gate>.statement`, `<leaf>.stated`, and parameters that nobody fitted. */
  readonly formula: Expression;
  readonly nodes: ReadonlySet<string>;
}

/**
 * A node as one formula over what stands in the table: the nodes that it reads, and those of their outputs that are formulas, are put
 * in their place.
 *
 * @throws `CxMetricsError` `index.no-formula` where a node on the way looks at all units, `index.dangling-node`
 */
export function wholeFormula(document: IndexDefinition, id: string): WholeFormula {
  const known = new Map<string, Expression>();
  const nodes = new Set<string>();
  const write = (name: string): Expression => {
    const ready = known.get(name);
    if (ready !== undefined) return ready;
    const own = meaningOf(document, name) ?? name;
    nodes.add(nodeOf(name));
    const parts = inputsOf(own).filter((part) => part !== name && meaningOf(document, part) !== undefined);
    const whole = substitute(own, Object.fromEntries(parts.map((part) => [part, write(part)])));
    known.set(name, whole);
    return whole;
  };
  const formula = lowerNode(document, id) && write(id);
  for (const input of inputsOf(formula)) if (!input.startsWith("@")) nodes.add(nodeOf(input));
  return { formula, nodes };
}

/** The node of a name: `ease` of `ease` and of `ease.raw`. */
export function nodeOf(name: string): string {
  const dot = name.indexOf(".");
  return dot < 0 ? name : name.slice(0, dot);
}

/** The formula of a node or of one of its outputs; `undefined` for what stands in the table. */
function meaningOf(document: IndexDefinition, name: string): Expression | undefined {
  const node = nodeOf(name);
  if (name.startsWith("@") || !Object.hasOwn(document.nodes, node)) return undefined;
  if (node === name) return lowerNode(document, node);
  const outputs = lowerOutputs(document, node);
  const output = name.slice(node.length + 1);
  const found = Object.hasOwn(outputs, output) ? outputs[output] : undefined;
  // The trigger of a gate on a statement is the statement itself.
  return found === name ? undefined : found;
}
