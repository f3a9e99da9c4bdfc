import type { Condition, Expression } from "../expression.js";
import { constantOf } from "../leaf.js";
import { passedOver } from "../operations/coalesce.js";
import { asked, leavesOutInapplicable } from "../operations/reduction/operands-asked.js";
import { possibleFaults } from "../possible-faults.js";
import { passing } from "./pieces-cell.js";
import type { SpreadsheetWriter } from "./spreadsheet-writer.js";

/** TRUE where an expression is not applicable, else FALSE; `undefined` where it always applies. */
export function notApplicableInCell(
  part: Expression,
  writer: SpreadsheetWriter,
  markOf: (name: string) => string | undefined,
): string | undefined {
  const { call } = writer;
  if (typeof part !== "object") return constantOf(part) === undefined ? markOf(part as string) : undefined;
  if (part.op === "absent") return part.reason === "not-applicable" ? "TRUE" : undefined;
  if (!possibleFaults(part, writer).has("not-applicable")) return undefined;
  const marks = asked(part).map((child) => writer.notApplicable(child));
  const { of: operands, weights } = part as {
    of: readonly Expression[];
    weights?: readonly (number | string)[];
  };
  // An operand whose weight a cell holds does not count against the others once that is 0.
  if (
    leavesOutInapplicable(part) &&
    part.op !== "ordered-mean" &&
    weights?.some((_, k) => writer.bound(part, "weights", k) !== undefined)
  ) {
    const lacking = operands.flatMap((child, k) => {
      const cell = writer.bound(part, "weights", k);
      const mark = writer.notApplicable(child);
      if (cell === undefined) return Number(weights[k]) === 0 ? [] : [mark ?? "FALSE"];
      return [mark === undefined ? `${cell}=0` : call("OR", `${cell}=0`, mark)];
    });
    return call("AND", ...lacking);
  }
  const some = marks.filter((mark) => mark !== undefined);
  if (some.length === 0) return undefined;
  const joined = (name: string) => (some.length === 1 ? (some[0] ?? "") : call(name, ...some));
  if (part.op === "if") {
    const said = (inner: Expression) => writer.notApplicable(inner) ?? "FALSE";
    const when = writer.condition(part.when);
    return call(
      "IF",
      `ISERROR(${when})`,
      undecided(part.when, writer),
      call("IF", when, said(part.then), said(part.else)),
    );
  }
  if (part.op === "coalesce") {
    if (passedOver(part).includes("not-applicable")) {
      // Only if nothing but what is passed over can have stopped the search does the mark of one tell.
      for (const child of part.of) passing(child, part, writer);
      return call("AND", joined("OR"), `ISNA(${writer.value(part)})`);
    }
    let text = "FALSE";
    for (const child of [...part.of].reverse()) {
      const { test } = passing(child, part, writer);
      const rest =
        test === undefined ? "FALSE" : call("IF", `${test}(${writer.value(child)})`, text, "FALSE");
      const mark = writer.notApplicable(child);
      text = mark === undefined ? rest : call("IF", mark, "TRUE", rest);
    }
    return text;
  }
  if (leavesOutInapplicable(part)) return some.length < marks.length ? undefined : joined("AND");
  return joined("OR");
}

/** Whether a condition that is undecided is so by what is not applicable. */
function undecided(condition: Condition, writer: SpreadsheetWriter): string {
  const { call } = writer;
  if ("compare" in condition) {
    const marks = condition.of.flatMap((part) => writer.notApplicable(part) ?? []);
    return marks.length === 0 ? "FALSE" : call("OR", ...marks);
  }
  const parts = "not" in condition ? [condition.not] : "all" in condition ? condition.all : condition.any;
  return call(
    "OR",
    ...parts.map((part) =>
      call("IF", `ISERROR(${writer.condition(part)})`, undecided(part, writer), "FALSE"),
    ),
  );
}
