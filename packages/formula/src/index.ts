export { type Column, type Fault, faults } from "./column.js";
export { columnFrom } from "./column-from.js";
export type { ColumnInputs } from "./column-inputs.js";
export { columnToArray } from "./column-to-array.js";
export { type Evaluation, evaluate } from "./evaluate.js";
export { evaluateColumns } from "./evaluate-columns.js";
export type {
  Absent,
  Arithmetic,
  Available,
  Clamp,
  Coalesce,
  Comparison,
  Condition,
  Conditional,
  Coverage,
  Expression,
  Operation,
  OrderedMean,
  Piecewise,
  PowerMean,
  Reason,
  Round,
  RoundingMode,
  Spread,
  StepFunction,
} from "./expression.js";
export { faultCode } from "./fault-code.js";
export { faultsOf } from "./faults-of.js";
export { foldConstants } from "./fold-constants.js";
export { evaluateGradient, type Gradient } from "./gradient/evaluate-gradient.js";
export { inputsOf } from "./inputs-of.js";
export { messageOfFault } from "./message-of-fault.js";
export { parseExpression } from "./parse-expression.js";
export { type PreparedColumn, prepareColumns } from "./prepare-columns.js";
export { joinChinese } from "./prose/join-chinese.js";
export { type Rational, rational, weightToNumber } from "./rational.js";
export { reachableFaults } from "./reachable-faults.js";
export { roundDecimal } from "./rounding/round-decimal.js";
export { type SpreadsheetOptions, toSpreadsheet } from "./spreadsheet/to-spreadsheet.js";
export type { SqlColumn } from "./sql/sql-column.js";
export type { SqlDialectName } from "./sql/sql-dialect.js";
export { type SqlOptions, toSql, toSqlFault } from "./sql/to-sql.js";
export { type SqlQueryOptions, toSqlQuery } from "./sql/to-sql-query.js";
export { substitute } from "./substitute.js";
export { type LatexOptions, toLatex } from "./to-latex.js";
export { type ProseOptions, toProse } from "./to-prose.js";
export { toText } from "./to-text.js";
