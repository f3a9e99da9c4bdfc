import type { IndexDefinition } from "@cxmetrics/index-model";
import type { Parameter } from "./parameter.js";

/** The child whose weight a parameter is, written or fitted; `undefined` for any other parameter. */
export function weighedChild(document: IndexDefinition, { path, node: id }: Parameter): string | undefined {
  const node = id === undefined ? undefined : document.nodes[id];
  if (!node || !("children" in node)) return undefined;
  const [top, , third, member, place] = path;
  const index =
    top === "calibration" && member === "weights"
      ? place
      : third === "children" && path.at(-1) === "weight"
        ? member
        : undefined;
  return typeof index === "number" ? node.children[index]?.node : undefined;
}
