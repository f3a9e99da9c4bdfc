import { expectList, expectOneOf, expectRecord, expectText, type ProblemPath } from "@cxmetrics/definition";
import { expectMembers } from "./expect-members.js";
import { expectName } from "./expect-name.js";
import { expectObject } from "./expect-object.js";
import { expectRowBinding } from "./expect-row-binding.js";

const standing = ["inference", "samePeople"];

/** Checks a source of a plan: a file, or a choice among files. */
export function expectPlanSource(value: unknown, path: ProblemPath): void {
  const isChoice = Object.hasOwn(expectObject(value, path), "by");
  const record = isChoice
    ? expectRecord(value, path, ["by", "from"], ["rows", "where", ...standing])
    : expectRecord(value, path, ["file"], ["encoding", "columns", "rows", "where", ...standing]);
  expectRowBinding(record, path);
  if (record["inference"] !== undefined)
    expectOneOf(record["inference"], [...path, "inference"], ["sample", "process", "none"]);
  if (record["samePeople"] !== undefined)
    expectList(record["samePeople"], [...path, "samePeople"], (name, at) => expectText(name, at), 1);
  if (isChoice) {
    expectName(record["by"], [...path, "by"]);
    expectMembers(record["from"], [...path, "from"], (name, at) => expectText(name, at));
    return;
  }
  expectText(record["file"], [...path, "file"]);
  if (record["encoding"] !== undefined) expectText(record["encoding"], [...path, "encoding"]);
  if (record["columns"] !== undefined)
    expectMembers(record["columns"], [...path, "columns"], (header, at, name) => {
      expectText(name, at);
      expectText(header, at);
    });
}
