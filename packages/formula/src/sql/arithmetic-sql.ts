import type { Arithmetic, Clamp, Conditional, Expression, Round } from "../expression.js";
import { refuseInSql } from "./refuse-in-sql.js";
import { type SqlPiece, type SqlWriter, sound } from "./sql-writer.js";

/** Arithmetic that needs all of its operands. */
export function arithmeticInSql(operation: Arithmetic, writer: SqlWriter): SqlPiece {
  const { dialect } = writer;
  const [a = 0, b = 0] = operation.of;
  const raw = (text: string): SqlPiece => ({ text, raw: true, atomic: false });
  const joined = (sign: string) =>
    raw(`(${operation.of.map((part) => writer.piece(part).text).join(` ${sign} `)})`);
  switch (operation.op) {
    case "add":
      return joined("+");
    case "subtract":
      return joined("-");
    case "multiply":
      return joined("*");
    case "divide":
      return raw(`(${writer.piece(a).text} / ${divisor(b, writer)})`);
    case "negate": {
      const piece = writer.piece(a);
      return { ...piece, text: `(-${piece.text})`, atomic: false };
    }
    case "absolute": {
      const piece = writer.piece(a);
      return { ...piece, text: `ABS(${piece.text})`, atomic: false };
    }
    case "ln":
      return sound(writer.bind([checked(a, writer)], ([x = ""]) => dialect.ln(x)));
    case "exp":
      return raw(writer.bind([checked(a, writer)], ([x = ""]) => dialect.exp(x)));
    case "power":
      return raw(
        writer.bind([checked(a, writer), checked(b, writer)], ([x = "", y = ""]) => dialect.power(x, y)),
      );
    case "minimum":
      return extreme(operation.of, writer, (members) => dialect.least(members));
    case "maximum":
      return extreme(operation.of, writer, (members) => dialect.greatest(members));
  }
}

/** A divisor that is not 0: NULL where it would be. */
function divisor(part: Expression, writer: SqlWriter): string {
  const { text, constant } = checked(part, writer);
  return constant !== undefined && constant !== 0 ? text : `NULLIF(${text}, ${writer.number(0)})`;
}

/** A part whose NaN and infinities are NULL. */
export function checked(part: Expression, writer: SqlWriter): SqlPiece {
  const piece = writer.piece(part);
  return piece.raw ? sound(writer.dialect.finite(piece.text, writer.define)) : piece;
}

function extreme(
  of: readonly Expression[],
  writer: SqlWriter,
  choose: (members: readonly string[]) => string,
): SqlPiece {
  const parts = of.map((part) => checked(part, writer));
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return sound(writer.bind(parts, (names) => given(parts, names, choose(names))));
}

/** A result that needs all of its parts. */
function given(parts: readonly SqlPiece[], names: readonly string[], result: string): string {
  const needed = names.filter((_, k) => parts[k]?.constant === undefined);
  if (needed.length === 0) return result;
  return `CASE WHEN ${needed.map((name) => `${name} IS NOT NULL`).join(" AND ")} THEN ${result} END`;
}

/** Limits; as in evaluation the upper bound holds where computed bounds cross. */
export function clampInSql({ of: [x], lower, upper }: Clamp, writer: SqlWriter): SqlPiece {
  const { dialect } = writer;
  const parts = [x, lower, upper].filter((part) => part !== undefined).map((part) => checked(part, writer));
  const text = writer.bind(parts, (names) => {
    let [limited = ""] = names;
    if (lower !== undefined) limited = dialect.greatest([limited, names[1] ?? ""]);
    if (upper !== undefined) limited = dialect.least([limited, names.at(-1) ?? ""]);
    return given(parts, names, limited);
  });
  return sound(text);
}

/** A choice; a condition that is NULL gives NULL. */
export function conditionalInSql(operation: Conditional, writer: SqlWriter): SqlPiece {
  const [yes, no] = [writer.piece(operation.then), writer.piece(operation.else)];
  const condition = writer.condition(operation.when);
  const text = writer.dialect.choose(condition, yes.text, no.text, writer.define);
  return { text: `(${text})`, raw: yes.raw || no.raw, atomic: false };
}

/** Decimal rounding, where the database has exact decimals. */
export function roundInSql({ of: [x], digits, mode }: Round, writer: SqlWriter): SqlPiece {
  const { dialect } = writer;
  return sound(
    writer.bind([checked(x, writer)], ([name = ""]) => {
      const text = dialect.round(name, digits, mode, writer.define);
      return text === undefined ? refuseInSql("round", dialect.name) : `(${text})`;
    }),
  );
}
