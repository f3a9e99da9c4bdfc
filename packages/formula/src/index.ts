export { type Column, type Fault, faults } from "./column.js";
export { columnFrom } from "./column-from.js";
export { columnToArray } from "./column-to-array.js";
export { type Evaluation, evaluate } from "./evaluate.js";
export { type ColumnInputs, evaluateColumns } from "./evaluate-columns.js";
export type {
  Arithmetic,
  Clamp,
  Comparison,
  Condition,
  Conditional,
  Expression,
  Operation,
  PowerMean,
  Round,
  RoundingMode,
} from "./expression.js";
export { faultCode } from "./fault-code.js";
export { faultsOf } from "./faults-of.js";
export { inputsOf } from "./inputs-of.js";
export { messageOfFault } from "./message-of-fault.js";
export { parseExpression } from "./parse-expression.js";
export { type Rational, rational, weightToNumber } from "./rational.js";
export { roundDecimal } from "./rounding/round-decimal.js";
export { type LatexOptions, toLatex } from "./to-latex.js";
export { type ProseOptions, toProse } from "./to-prose.js";
export { toText } from "./to-text.js";
