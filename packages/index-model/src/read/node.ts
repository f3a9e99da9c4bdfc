import {
  expectLocalizedText,
  expectProvenance,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import type { IndexNode } from "../index-definition.js";
import { nodeKinds } from "../node-kinds/registry.js";
import { readChoice } from "./choice.js";

/** Expects one node of an index: its head, and the members of its kind. Links between nodes are checked later. */
export function readNode(value: unknown, path: ProblemPath): void {
  const kinds = Object.keys(nodeKinds) as IndexNode["kind"][];
  const { members, read } = nodeKinds[readChoice(value, path, "kind", kinds)];
  const record = expectRecord(
    value,
    path,
    ["kind", "title", "provenance", ...members.required],
    ["note", "origin", ...members.optional],
  );
  expectLocalizedText(record["title"], [...path, "title"]);
  expectProvenance(record["provenance"], [...path, "provenance"]);
  if (record["note"] !== undefined) expectLocalizedText(record["note"], [...path, "note"]);
  if (record["origin"] !== undefined) readOrigin(record["origin"], [...path, "origin"]);
  read(record, path);
}

/** Expects the template from which a node was expanded. */
function readOrigin(value: unknown, path: ProblemPath): void {
  const origin = expectRecord(value, path, ["id", "use", "provenance"]);
  expectText(origin["id"], [...path, "id"]);
  expectText(origin["use"], [...path, "use"]);
  expectProvenance(origin["provenance"], [...path, "provenance"]);
}
