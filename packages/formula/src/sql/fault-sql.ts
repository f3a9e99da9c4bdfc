import type { Condition, Expression, Operation, Reason } from "../expression.js";
import { faultCode } from "../fault-code.js";
import { constantOf } from "../leaf.js";
import { passedOver } from "../operations/coalesce.js";
import { comparedBy } from "../operations/condition.js";
import { asked, leavesOutInapplicable } from "../operations/reduction/operands-asked.js";
import { type Reduction, weighed } from "../operations/reduction/reduction-step.js";
import { wholeWeights } from "../operations/reduction/whole-weights.js";
import { kindOf } from "../operations/registry.js";
import { weightToNumber } from "../rational.js";
import { checked } from "./arithmetic-sql.js";
import { type SqlWriter, sound } from "./sql-writer.js";

const code = faultCode;

/** Code of the fault of an expression, 0 where it has a value. */
export function faultInSql(part: Expression, writer: SqlWriter): string {
  if (typeof part !== "object") {
    if (constantOf(part) !== undefined) return "0";
    const mark = writer.notApplicable(part);
    const marked = mark === undefined ? "" : `WHEN ${mark} THEN ${code["not-applicable"]} `;
    return `CASE ${marked}WHEN ${writer.value(part)} IS NULL THEN ${code.missing} ELSE 0 END`;
  }
  if (part.op === "absent") return String(code[part.reason]);
  if (part.op === "if")
    return writer.bind([sound(writer.condition(part.when))], ([c = ""]) =>
      [
        `CASE WHEN ${c} IS NULL THEN ${writer.faultOfCondition(part.when)}`,
        `WHEN ${c} THEN ${writer.fault(part.then)} ELSE ${writer.fault(part.else)} END`,
      ].join(" "),
    );
  if (part.op === "coalesce") return faultOfCoalesce(part.of, passedOver(part), writer);
  return leavesOutInapplicable(part) ? faultOfReduction(part, writer) : faultOfStrict(part, writer);
}

/** Least code of several that is not 0; 0 where all are. */
function leastOf(codes: readonly string[], writer: SqlWriter): string {
  if (codes.length === 0) return "0";
  return writer.bind(
    codes.map((text) => sound(text)),
    (names) => {
      const least = writer.dialect.least(names.map((name) => `NULLIF(${name}, 0)`));
      return `COALESCE(${names.length === 1 ? `NULLIF(${names[0]}, 0)` : least}, 0)`;
    },
  );
}

function faultOfStrict(part: Operation, writer: SqlWriter): string {
  const operands = kindOf(part).children(part);
  const inherited = sound(
    leastOf(
      operands.map((child) => writer.fault(child)),
      writer,
    ),
  );
  return writer.bind(
    [inherited, sound(writer.value(part))],
    ([fault = "", value = ""]) =>
      `CASE WHEN ${fault} > 0 THEN ${fault} WHEN ${value} IS NULL THEN ${ownFault(part, writer)} ELSE 0 END`,
  );
}

/** Code of an operation that fails although its operands are sound. */
function ownFault(part: Operation, writer: SqlWriter): string {
  const [a = 0, b = 0] = kindOf(part).children(part);
  const value = (child: Expression) => checked(child, writer);
  const when = (condition: string, reason: Reason) =>
    `CASE WHEN ${condition} THEN ${code[reason]} ELSE ${code.overflow} END`;
  switch (part.op) {
    case "divide":
      return when(`${value(b).text} = 0`, "division-by-zero");
    case "ln":
      return String(code["logarithm-of-non-positive"]);
    case "power":
      return writer.bind([value(a), value(b)], ([x = "", y = ""]) =>
        when(`${x} = 0 OR (${x} < 0 AND ${y} <> FLOOR(${y}))`, "undefined-power"),
      );
    case "step":
      return String(code["outside-domain"]);
    case "piecewise":
      return String(part.beyond === "undefined" ? code["outside-domain"] : code.overflow);
    default:
      return String(code.overflow);
  }
}

function faultOfReduction(part: Operation, writer: SqlWriter): string {
  const operands = asked(part);
  const bound = [...operands.map((child) => sound(writer.fault(child))), sound(writer.value(part))];
  const leavesOut = "missing" in part && (part.missing === "renormalise" || part.missing === "skip");
  return writer.bind(bound, (names) => {
    const faults = names.slice(0, -1);
    const value = names.at(-1);
    const applies = `(${faults.map((fault) => `${fault} <> ${code["not-applicable"]}`).join(" OR ")})`;
    const present = `(${faults.map((fault) => `${fault} = 0`).join(" OR ")})`;
    const others = faults.map((fault) => `CASE WHEN ${fault} > ${code["not-applicable"]} THEN ${fault} END`);
    const first = others.length === 1 ? (others[0] ?? "NULL") : writer.dialect.least(others);
    const told = leavesOut ? `WHEN NOT ${present} THEN ${first}` : `WHEN ${first} IS NOT NULL THEN ${first}`;
    return [
      `CASE WHEN ${value} IS NOT NULL THEN 0 WHEN NOT ${applies} THEN ${code["not-applicable"]} ${told}`,
      `ELSE ${ownFaultOfReduction(part, faults, writer)} END`,
    ].join(" ");
  });
}

function ownFaultOfReduction(part: Operation, faults: readonly string[], writer: SqlWriter): string {
  const { minimumAvailable = 0, minimumCount = 1 } = part as Reduction;
  if (weightToNumber(minimumAvailable) === 0 && minimumCount === 1) return uncovered(part, faults);
  const weights = part.op === "ordered-mean" ? undefined : (part as Reduction).weights;
  const members = weighed({ of: (part as Reduction).of, ...(weights && { weights }) });
  const whole = wholeWeights(members.map(({ weight }) => weight));
  const sum = (condition: string) =>
    `(${faults.map((fault, k) => `CASE WHEN ${fault} ${condition} THEN ${writer.number(whole[k] ?? 1)} ELSE ${writer.number(0)} END`).join(" + ")})`;
  const count = `(${faults.map((fault) => `CASE WHEN ${fault} = 0 THEN 1 ELSE 0 END`).join(" + ")})`;
  const applicable = sum(`<> ${code["not-applicable"]}`);
  const share = `${sum("= 0")} / NULLIF(${applicable}, ${writer.number(0)})`;
  const least = writer.number(weightToNumber(minimumAvailable) - 1e-12);
  return `CASE WHEN ${share} < ${least} OR ${count} < ${minimumCount} THEN ${code["insufficient-coverage"]} ELSE ${uncovered(part, faults)} END`;
}

function uncovered(part: Operation, faults: readonly string[]): string {
  if (part.op === "power-mean") return String(code["undefined-mean"]);
  if (part.op !== "spread") return String(code.overflow);
  if (part.type === "population") return String(code.overflow);
  const count = faults.map((fault) => `CASE WHEN ${fault} = 0 THEN 1 ELSE 0 END`).join(" + ");
  return `CASE WHEN ${count} < 2 THEN ${code["undefined-spread"]} ELSE ${code.overflow} END`;
}

function faultOfCoalesce(of: readonly Expression[], passed: readonly Reason[], writer: SqlWriter): string {
  const codes = passed.map((reason) => code[reason]).join(", ");
  return writer.bind(
    of.map((part) => sound(writer.fault(part))),
    (names) => {
      const cases = names.map(
        (name) => `WHEN ${name} = 0 THEN 0 WHEN ${name} NOT IN (${codes}) THEN ${name}`,
      );
      const least = names.length === 1 ? (names[0] ?? "0") : writer.dialect.least(names);
      return `CASE ${cases.join(" ")} ELSE ${least} END`;
    },
  );
}

/** Least code of what an undecided condition compares; 0 for a condition that is decided. */
export function faultOfConditionInSql(condition: Condition, writer: SqlWriter): string {
  if ("compare" in condition)
    return leastOf(
      comparedBy(condition).map((part) => writer.fault(part)),
      writer,
    );
  const parts = "not" in condition ? [condition.not] : "all" in condition ? condition.all : condition.any;
  const least = leastOf(
    parts.map((part) => writer.faultOfCondition(part)),
    writer,
  );
  return `CASE WHEN ${writer.condition(condition)} IS NULL THEN ${least} ELSE 0 END`;
}
