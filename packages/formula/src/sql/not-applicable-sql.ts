import type { Condition, Expression } from "../expression.js";
import { faultCode } from "../fault-code.js";
import { constantOf } from "../leaf.js";
import { comparedBy } from "../operations/condition.js";
import { asked, leavesOutInapplicable } from "../operations/reduction/operands-asked.js";
import { possibleFaults } from "../possible-faults.js";
import { type SqlWriter, sound } from "./sql-writer.js";

/** Condition that an expression is not applicable, never NULL; `undefined` where it always applies. */
export function notApplicableInSql(
  part: Expression,
  writer: SqlWriter,
  markOf: (name: string) => string | undefined,
): string | undefined {
  if (typeof part !== "object") return constantOf(part) === undefined ? markOf(part as string) : undefined;
  if (part.op === "absent") return part.reason === "not-applicable" ? "TRUE" : undefined;
  if (!possibleFaults(part, writer).has("not-applicable")) return undefined;
  if (part.op === "coalesce") {
    return `${writer.fault(part)} = ${faultCode["not-applicable"]}`;
  }
  if (part.op === "if") {
    const said = (inner: Expression) => writer.notApplicable(inner) ?? "FALSE";
    const undecided = ofCondition(part.when, writer) ?? "FALSE";
    const condition = writer.condition(part.when);
    return writer.bind(
      [sound(condition)],
      ([c = ""]) =>
        `CASE WHEN ${c} IS NULL THEN ${undecided} WHEN ${c} THEN ${said(part.then)} ELSE ${said(part.else)} END`,
    );
  }
  const marks = asked(part).map((child) => writer.notApplicable(child));
  const some = marks.filter((mark) => mark !== undefined);
  const joined = (sign: string) => (some.length === 0 ? undefined : `(${some.join(sign)})`);
  if (leavesOutInapplicable(part)) return some.length < marks.length ? undefined : joined(" AND ");
  return joined(" OR ");
}

/** As above, for a condition that is undecided. */
function ofCondition(condition: Condition, writer: SqlWriter): string | undefined {
  const marks = comparedBy(condition).flatMap((part) => writer.notApplicable(part) ?? []);
  if (marks.length === 0) return undefined;
  // Parts of a junction that are decided do not tell: the codes say which those are.
  return `${writer.faultOfCondition(condition)} = ${faultCode["not-applicable"]}`;
}
