import { rational } from "@cxmetrics/formula";
import type { IndexDefinition } from "@cxmetrics/index-model";
import type { DocumentPath, Parameter } from "./parameter.js";

/** Members of a node that describe it, or that act before any formula. */
const apart = new Set([
  "kind",
  "title",
  "provenance",
  "note",
  "origin",
  "column",
  "source",
  "unit",
  "tags",
  "codes",
  "adjustments",
  "appliesTo",
  "weighting",
  "lag",
  "mustSum",
]);

/** Members of a fitted node that tell about the fit and enter no formula. */
const aboutFit = new Set(["n", "notFitted", "diagnostics"]);

/** Numbers that belong to a written formula like its signs: 100 of a percentage, the 1 of a complement. */
const plain: readonly unknown[] = [0, 1, -1, 2, 100];

/** The numbers of a definition from which its formulas are made: goalposts, weights, thresholds, digits, fitted parameters. */
export function collectParameters(document: IndexDefinition): readonly Parameter[] {
  const found: Parameter[] = [];
  const walk = (value: unknown, path: DocumentPath, node: string | undefined): void => {
    if (typeof value === "number" || (typeof value === "string" && rational(value) !== undefined)) {
      found.push({ path, value, ...(node === undefined ? {} : { node }) });
      return;
    }
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        walk(item, [...path, index], node);
      });
      return;
    }
    if (typeof value !== "object" || value === null) return;
    const operation = Object.hasOwn(value, "op");
    for (const [key, member] of Object.entries(value)) {
      if (operation && key === "of" && Array.isArray(member))
        member.forEach((item: unknown, index) => {
          if (!plain.includes(item)) walk(item, [...path, key, index], node);
        });
      else if (!["title", "provenance", "note"].includes(key)) walk(member, [...path, key], node);
    }
  };
  walk(document.scale, ["scale"], undefined);
  for (const [id, node] of Object.entries(document.nodes)) {
    for (const [key, member] of Object.entries(node))
      if (!apart.has(key)) walk(member, ["nodes", id, key], id);
    const fitted = document.calibration?.nodes;
    if (fitted && Object.hasOwn(fitted, id))
      for (const [key, member] of Object.entries(fitted[id] ?? {}))
        if (!aboutFit.has(key)) walk(member, ["calibration", "nodes", id, key], id);
  }
  return found;
}
