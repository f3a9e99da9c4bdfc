import { expectLocalizedText, expectProvenance, expectRecord, type ProblemPath } from "@cxmetrics/definition";
import { readAggregate } from "./aggregate.js";
import { readChoice } from "./choice.js";
import { readFormula } from "./formula.js";
import { readIndicator } from "./indicator.js";

const readers = {
  indicator: {
    required: ["unit", "source", "normalise"],
    optional: ["column", "appliesTo", "tags"],
    read: readIndicator,
  },
  aggregate: { required: ["method", "children", "missing"], optional: [], read: readAggregate },
  formula: { required: ["expression"], optional: [], read: readFormula },
} as const;

/** Expects one node of an index: its head, and the members of its kind. Links between nodes are checked later. */
export function readNode(value: unknown, path: ProblemPath): void {
  const kinds = Object.keys(readers) as (keyof typeof readers)[];
  const { required, optional, read } = readers[readChoice(value, path, "kind", kinds)];
  const record = expectRecord(
    value,
    path,
    ["kind", "title", "provenance", ...required],
    ["note", ...optional],
  );
  expectLocalizedText(record["title"], [...path, "title"]);
  expectProvenance(record["provenance"], [...path, "provenance"]);
  if (record["note"] !== undefined) expectLocalizedText(record["note"], [...path, "note"]);
  read(record, path);
}
