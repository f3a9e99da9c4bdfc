import { isCxMetricsError } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import { defineIndex, type IndexDefinition, lowerNode, lowerOutputs } from "@cxmetrics/index-model";

/**
 * Every formula of a definition by the name under which others read its value: nodes, and the further values of nodes that have several.
 * A node whose value looks at all units has none.
 */
export function formulasOf(definition: IndexDefinition): ReadonlyMap<string, Expression> {
  const document = defineIndex(definition);
  const formulas = new Map<string, Expression>();
  for (const [id, node] of Object.entries(document.nodes)) {
    const outputs = Object.entries(lowerOutputs(document, id));
    for (const [name, expression] of outputs) formulas.set(`${id}.${name}`, expression);
    // A vector's value is the sum of its degrees, which stand in cells of their own.
    if (node.kind === "membership" || node.kind === "synthesis")
      formulas.set(id, { op: "add", of: outputs.map(([name]) => `${id}.${name}`) });
    else if (node.kind === "let") formulas.set(id, `${id}.${node.value ?? outputs[0]?.[0] ?? ""}`);
    else {
      const own = loweredOrNone(document, id);
      if (own !== undefined) formulas.set(id, own);
    }
  }
  return formulas;
}

function loweredOrNone(document: IndexDefinition, id: string): Expression | undefined {
  try {
    return lowerNode(document, id);
  } catch (thrown) {
    if (isCxMetricsError(thrown) && thrown.code === "index.no-formula") return undefined;
    throw thrown;
  }
}
