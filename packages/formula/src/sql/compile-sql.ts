import { CxMetricsError } from "@cxmetrics/definition";
import type { Condition, Expression, Operation } from "../expression.js";
import { constantOf } from "../leaf.js";
import { sqlTooLong } from "../problems.js";
import { rational } from "../rational.js";
import { arithmeticInSql, checked, clampInSql, conditionalInSql, roundInSql } from "./arithmetic-sql.js";
import { faultInSql, faultOfConditionInSql } from "./fault-sql.js";
import { notApplicableInSql } from "./not-applicable-sql.js";
import { coalesceInSql, piecewiseInSql, stepInSql } from "./pieces-sql.js";
import { availableInSql, foldInSql, orderedMeanInSql, powerMeanInSql, spreadInSql } from "./reduction-sql.js";
import type { QuotedColumn } from "./sql-column.js";
import type { SqlDialect, SqlLevels } from "./sql-dialect.js";
import { type SqlPiece, type SqlWriter, sound } from "./sql-writer.js";

/** The parts of a formula as SQL, and the levels of what they have defined. */
export interface CompiledSql {
  readonly writer: SqlWriter;
  levels(): SqlLevels;
  /** A text with every name in it replaced by what it stands for. */
  inline(text: string): string;
}

/**
 * A writer over the columns of a database. Each text is defined once, however often it is used, so that the levels grow
 * with the formula and no faster; inline they may. It stops as soon as a text would be longer than `longest`.
 */
export function compileSql(
  columns: ReadonlyMap<string, QuotedColumn>,
  dialect: SqlDialect,
  longest: number,
): CompiledSql {
  const prefix = freePrefix([...columns.values()].flatMap(({ names }) => names));
  const inside = new RegExp(`\\b${prefix}\\d+\\b`, "g");
  const known = new Map<string, string>();
  const textOf = new Map<string, string>();
  const levelOf = new Map<string, number>();
  const levels: { name: string; text: string }[][] = [];
  let size = 0;

  const define = (text: string): string => {
    if (textOf.has(text) || /^\d+$/.test(text)) return text;
    const before = known.get(text);
    if (before !== undefined) return before;
    size += text.length;
    checkLength(size, longest);
    const name = `${prefix}${known.size + 1}`;
    const used = text.match(inside) ?? [];
    const level = used.reduce((most, inner) => Math.max(most, (levelOf.get(inner) ?? 0) + 1), 0);
    known.set(text, name);
    levelOf.set(name, level);
    textOf.set(name, text);
    const there = levels[level] ?? [];
    levels[level] = there;
    there.push({ name, text });
    return name;
  };

  const leaf = (part: number | string): SqlPiece => {
    const constant = constantOf(part);
    if (constant !== undefined) return { ...sound(constantText(part, constant), true), constant };
    const column = columns.get(part as string) as QuotedColumn;
    const value = `CAST(${column.value} AS ${dialect.double})`;
    const text = column.mark === undefined ? value : `CASE WHEN ${column.mark} THEN NULL ELSE ${value} END`;
    return { text, raw: true, atomic: false };
  };
  const constantText = (part: number | string, constant: number): string => {
    const quotient = typeof part === "string" ? rational(part) : undefined;
    if (quotient === undefined) return writer.number(constant);
    return `(${writer.number(quotient.numerator)} / ${writer.number(quotient.denominator)})`;
  };

  const writer: SqlWriter = {
    dialect,
    define,
    number: (value) => dialect.number(String(value + 0)),
    piece: (part) => {
      if (typeof part !== "object") return leaf(part);
      const piece = operationInSql(part, writer);
      // What has grown gets a name, so that no text holds more than a few operations.
      return piece.text.length < 400 ? piece : { ...piece, text: define(piece.text), atomic: true };
    },
    value: (part) => checked(part, writer).text,
    condition: (condition) => {
      const text = conditionInSql(condition, writer);
      return text.length < 400 ? text : define(text);
    },
    notApplicable: (part) =>
      notApplicableInSql(part, writer, (name) => {
        const mark = columns.get(name)?.mark;
        return mark === undefined ? undefined : `COALESCE(${mark}, FALSE)`;
      }),
    fault: (part) => define(faultInSql(part, writer)),
    faultOfCondition: (condition) => define(faultOfConditionInSql(condition, writer)),
    bind: (parts, body) => body(parts.map(({ text, atomic }) => (atomic ? text : define(text)))),
  };
  const inline = (text: string): string => {
    const lengths = new Map<string, number>();
    const lengthOf = (part: string): number =>
      (part.match(inside) ?? []).reduce((sum, name) => {
        const length = lengths.get(name) ?? lengthOf(textOf.get(name) ?? "");
        lengths.set(name, length);
        return sum + length;
      }, part.length);
    checkLength(lengthOf(text), longest);
    const expand = (part: string): string =>
      part.replace(inside, (name) => `(${expand(textOf.get(name) ?? "")})`);
    return expand(text);
  };
  return { writer, levels: () => levels, inline };
}

function checkLength(length: number, most: number): void {
  if (length > most) throw new CxMetricsError(sqlTooLong, { path: [], values: { most } });
}

/** A beginning that no column holds, so that a defined name is never taken for a part of another. */
function freePrefix(names: readonly string[]): string {
  const taken = names.map((name) => name.toLowerCase());
  let prefix = "cx_";
  while (taken.some((name) => name.includes(prefix))) prefix = `${prefix.slice(0, -1)}x_`;
  return prefix;
}

function operationInSql(part: Operation, writer: SqlWriter): SqlPiece {
  switch (part.op) {
    case "power-mean":
      return powerMeanInSql(part, writer);
    case "ordered-mean":
      return orderedMeanInSql(part, writer);
    case "spread":
      return spreadInSql(part, writer);
    case "available":
      return availableInSql(part, writer);
    case "coalesce":
      return coalesceInSql(part, writer);
    case "absent":
      return sound(`CAST(NULL AS ${writer.dialect.double})`, true);
    case "piecewise":
      return piecewiseInSql(part, writer);
    case "step":
      return stepInSql(part, writer);
    case "clamp":
      return clampInSql(part, writer);
    case "round":
      return roundInSql(part, writer);
    case "if":
      return conditionalInSql(part, writer);
    default:
      return part.missing === undefined ? arithmeticInSql(part, writer) : foldInSql(part, writer);
  }
}

/** Comparisons, and junctions by the three-valued logic of SQL, which is that of `evaluate`. */
function conditionInSql(condition: Condition, writer: SqlWriter): string {
  if ("compare" in condition) {
    const sign = condition.compare === "!=" ? "<>" : condition.compare;
    return `(${condition.of.map((part: Expression) => writer.value(part)).join(` ${sign} `)})`;
  }
  if ("not" in condition) return `(NOT ${writer.condition(condition.not)})`;
  const parts = ("all" in condition ? condition.all : condition.any).map((part) => writer.condition(part));
  return `(${parts.join("all" in condition ? " AND " : " OR ")})`;
}
