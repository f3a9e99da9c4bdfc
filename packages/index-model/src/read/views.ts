import { expectLocalizedText, expectRecord, expectText, type ProblemPath } from "@cxmetrics/definition";
import { nodeIdPattern } from "../node-id.js";
import { readMap } from "./map.js";

const name = { en: "a name of letters, digits, _ or -", zh: "由字母、数字、_ 或 - 组成的名称" };

/** Expects the views of an index. */
export function readViews(value: unknown, path: ProblemPath): void {
  for (const [id, view] of readMap(value, path)) {
    const at = [...path, id];
    expectText(id, at, nodeIdPattern, name);
    const record = expectRecord(view, at, ["title", "tag", "groups"], ["of"]);
    expectLocalizedText(record["title"], [...at, "title"]);
    expectText(record["tag"], [...at, "tag"], nodeIdPattern, name);
    if (record["of"] !== undefined) expectText(record["of"], [...at, "of"]);
    for (const [group, title] of readMap(record["groups"], [...at, "groups"])) {
      expectText(group, [...at, "groups", group], nodeIdPattern, name);
      expectLocalizedText(title, [...at, "groups", group]);
    }
  }
}
