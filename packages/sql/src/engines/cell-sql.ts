import type { SqlText } from "../sql-text.js";

/** Databases that engines run on. */
export type EngineDialect = "duckdb" | "postgresql" | "clickhouse";

/** A column as its database declares it. */
export interface TableColumn {
  readonly name: string;
  readonly kind: "number" | "text";
}

/** What String.prototype.trim takes away. */
const blanks =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

const decimal = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?";
const plain = "-?(0|[1-9][0-9]{0,14})([.][0-9]{1,15})?";

/** What the reading of cells needs of a database. */
interface CellDialect {
  trim(x: string, blanks: string): string;
  matches(x: string, pattern: string): string;
  /** The number of a text that is decimal; NULL beyond the range of a double. */
  parse(x: string): string;
}

const cells: Readonly<Record<EngineDialect, CellDialect>> = {
  duckdb: {
    trim: (x, characters) => `trim(${x}, ${characters})`,
    matches: (x, pattern) => `regexp_full_match(${x}, ${pattern})`,
    parse: (x) => `TRY_CAST(${x} AS DOUBLE)`,
  },
  postgresql: {
    trim: (x, characters) => `btrim(${x}, ${characters})`,
    matches: (x, pattern) => `(${x} ~ ('^(' || ${pattern} || ')$'))`,
    // The cast to a double stops the query beyond its range, that to a decimal does not.
    parse: (x) => {
      const n = `CAST(${x} AS NUMERIC)`;
      return `CASE WHEN ABS(${n}) > 1.7976931348623157e308 THEN NULL WHEN ABS(${n}) < 1e-307 THEN 0 ELSE CAST(${x} AS DOUBLE PRECISION) END`;
    },
  },
  clickhouse: {
    // Its own blanks are those of ASCII alone.
    trim: (x, characters) =>
      `replaceRegexpAll(${x}, concat('^[', ${characters}, ']+|[', ${characters}, ']+$'), '')`,
    matches: (x, pattern) => `match(${x}, concat('^(', ${pattern}, ')$'))`,
    parse: (x) => `toFloat64OrNull(${x})`,
  },
};

const of = ({ dialect }: SqlText) => cells[dialect.name as EngineDialect];

/** A cell as trimmed text, NULL where it is blank. */
export function textCell(text: SqlText, column: string): string {
  const { dialect } = text;
  const whole = `CAST(${column} AS ${dialect.text})`;
  return `NULLIF(${of(text).trim(whole, dialect.literal(blanks))}, ${dialect.literal("")})`;
}

/** A cell as a double: NULL where it is blank, NaN where it holds something that is no finite number. */
export function numberCell(text: SqlText, column: string, kind: TableColumn["kind"]): string {
  const { dialect } = text;
  const nan = `CAST('NaN' AS ${dialect.double})`;
  const most = text.number(Number.MAX_VALUE);
  if (kind === "number") {
    const x = `CAST(${column} AS ${dialect.double})`;
    return `CASE WHEN ${dialect.isNan(x)} THEN NULL WHEN ABS(${x}) > ${most} THEN ${nan} ELSE ${x} END`;
  }
  const x = textCell(text, column);
  const isDecimal = of(text).matches(x, dialect.literal(decimal));
  const parsed = of(text).parse(x);
  return `CASE WHEN ${x} IS NULL THEN NULL WHEN NOT ${isDecimal} THEN ${nan} ELSE COALESCE(CASE WHEN ABS(${parsed}) <= ${most} THEN ${parsed} END, ${nan}) END`;
}

/** Codes and plain numbers are told apart: leading zeros and more than 15 digits make a code. */
const plainNumber = new RegExp(`^${plain}$`);

/** The condition that a cell is one of some values: as trimmed text, or as a number where both are plain numbers; `null` is a blank cell. */
export function cellIn(
  text: SqlText,
  column: string,
  kind: TableColumn["kind"],
  values: readonly (string | null)[],
): string {
  const wanted = values.flatMap((value) => (value === null ? [] : [value.trim()]));
  const asNumber = (value: string) =>
    plainNumber.test(value) || (kind === "number" && value !== "" && String(Number(value)) === value);
  const numbers = wanted.filter(asNumber).map((value) => text.number(Number(value)));
  const parts: string[] = [];
  if (kind === "number") {
    if (numbers.length > 0)
      parts.push(`CAST(${column} AS ${text.dialect.double}) IN (${numbers.join(", ")})`);
  } else {
    const x = textCell(text, column);
    const codes = wanted.filter((value) => !plainNumber.test(value) && value !== "");
    if (codes.length > 0) parts.push(`${x} IN (${codes.map((code) => text.text(code)).join(", ")})`);
    const isPlain = of(text).matches(x, text.dialect.literal(plain));
    if (numbers.length > 0)
      parts.push(`CASE WHEN ${isPlain} THEN ${of(text).parse(x)} END IN (${numbers.join(", ")})`);
    if (wanted.includes("")) parts.push(`(${x} IS NULL AND ${column} IS NOT NULL)`);
  }
  if (values.includes(null)) parts.push(blankCell(text, column, kind));
  return parts.length === 0 ? "(1 = 0)" : `COALESCE((${parts.join(" OR ")}), 1 = 0)`;
}

function blankCell(text: SqlText, column: string, kind: TableColumn["kind"]): string {
  if (kind === "text") return `(${textCell(text, column)} IS NULL)`;
  return `(${column} IS NULL OR ${text.dialect.isNan(`CAST(${column} AS ${text.dialect.double})`)})`;
}
