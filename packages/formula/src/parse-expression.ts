import { CxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import type { Condition, Expression } from "./expression.js";
import { parseLeaf } from "./leaf.js";
import { parseCondition } from "./operations/condition.js";
import { parseOperation } from "./operations/registry.js";
import type { OperandCount, Parser } from "./parser.js";
import { operandCount, tooDeep, tooLarge } from "./problems.js";

/** Levels of operations and conditions that may stand inside one another. */
const deepest = 64;

/** Numbers, names, operations and conditions that one formula may hold. */
const largest = 20_000;

/** Formulas that were read and cannot change any more, so that each is read once however often it is computed. */
const known = new WeakSet<object>();

/**
 * Reads untrusted data as a formula: every operation known, every operand there, every number finite.
 *
 * Texts: the form `a/b` with digits (maybe a decimal point, maybe a leading minus) is an exact rational; a bare decimal such
 * as `"0.5"` is refused, because it is more likely a number in quotes than a name; every other text of 1 to 200 characters
 * without control characters names an input. Nesting goes to 64 levels, and a formula holds at most 20,000
 * parts.
 *
 * @param value data from outside
 * @param path where the data stands in its document, for messages
 * @returns a frozen copy that shares nothing with the data; such a copy is given back as it is
 * @throws `CxMetricsError` `formula.not-an-expression`, `formula.unknown-operation` (with the nearest name),
 * `formula.operand-count`, `formula.bad-name`, `formula.quoted-number`, `formula.bad-rational`, `formula.not-a-number`,
 * `formula.bad-weight`, `formula.zero-weights`, `formula.weight-count`, `formula.bad-share`,
 * `formula.share-without-renormalise`, `formula.bad-count`, `formula.bad-knot`, `formula.knot-order`, `formula.bad-below`,
 * `formula.no-bound`, `formula.crossed-bounds`, `formula.not-a-condition`,
 * `formula.too-deep`, `formula.too-large`; `document.unknown-key`, `document.missing-key`, `document.wrong-type` and
 * `document.not-allowed` for keys and settings
 * @example
 * ```ts
 * parseExpression({ op: "divide", of: ["resolved", "received"] }); // => { op: "divide", of: ["resolved", "received"] }
 * ```
 */
export function parseExpression(value: unknown, path: ProblemPath = []): Expression {
  if (typeof value === "object" && value !== null && known.has(value)) return value as Expression;
  let depth = 0;
  let size = 0;

  const counted = <T>(at: ProblemPath, read: () => T): T => {
    size += 1;
    depth += 1;
    // A path of hundreds of keys helps nobody.
    if (depth > deepest)
      throw new CxMetricsError(tooDeep, { path: at.slice(0, path.length + 8), values: { limit: deepest } });
    if (size > largest) throw new CxMetricsError(tooLarge, { path, values: { limit: largest } });
    const result = read();
    depth -= 1;
    return result;
  };

  const parser: Parser = {
    expression: (item, at): Expression =>
      typeof item === "object" && item !== null
        ? counted(at, () => parseOperation(item, at, parser))
        : countedLeaf(item, at),
    condition: (item, at): Condition => counted(at, () => parseCondition(item, at, parser)),
    list: (items, at, count, read) => {
      const found = Array.isArray(items) ? items.length : 0;
      if (!Array.isArray(items) || found < count.least || found > count.most)
        throw new CxMetricsError(operandCount, {
          path: at,
          values: { op: count.op, expected: expectedCount(count), found },
        });
      // Before the list is walked: it may be a hole of a thousand million members.
      if (size + found > largest) throw new CxMetricsError(tooLarge, { path, values: { limit: largest } });
      return Array.from(items, (item, index) => read(item, [...at, index]));
    },
  };

  const countedLeaf = (item: unknown, at: ProblemPath): Expression => {
    size += 1;
    return parseLeaf(item, at);
  };

  const expression = parser.expression(value, path);
  if (typeof expression === "object") {
    freeze(expression);
    known.add(expression);
  }
  return expression;
}

/** Freezes fresh plain data through and through; its depth is limited. */
function freeze(part: object): void {
  for (const member of Object.values(part)) if (typeof member === "object" && member !== null) freeze(member);
  Object.freeze(part);
}

function expectedCount({ least, most }: OperandCount) {
  return least === most
    ? { en: `exactly ${least}`, zh: `恰好 ${least}` }
    : { en: `${least} or more`, zh: `至少 ${least}` };
}
