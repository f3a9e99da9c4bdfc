import { CxMetricsError, expectRecord } from "@cxmetrics/definition";
import type { Clamp, Expression } from "../expression.js";
import { constantOf } from "../leaf.js";
import { crossedBounds, noBound } from "../problems.js";
import { chinese } from "../prose/chinese.js";
import { binding, type Writer } from "../writing.js";
import { one } from "./arithmetic.js";
import { lower, raise } from "./kernels.js";
import type { OperationKind } from "./operation-kind.js";
import { type Columns, cell, type Kernel, strictStep } from "./strict-step.js";

/** $\min(\max(x, lower), upper)$; where bounds that are computed cross, the upper one holds. */
export const clamp: OperationKind<Clamp> = {
  parse: (record, path, parser) => {
    expectRecord(record, path, ["op", "of"], ["lower", "upper"]);
    const [x = 0] = parser.list(record["of"], [...path, "of"], { op: "clamp", ...one }, parser.expression);
    const bound = (key: "lower" | "upper") =>
      record[key] === undefined ? {} : { [key]: parser.expression(record[key], [...path, key]) };
    const operation: Clamp = { op: "clamp", of: [x], ...bound("lower"), ...bound("upper") };
    if (operation.lower === undefined && operation.upper === undefined)
      throw new CxMetricsError(noBound, { path });
    const [lower, upper] = [fixed(operation.lower), fixed(operation.upper)];
    if (lower !== undefined && upper !== undefined && lower > upper)
      throw new CxMetricsError(crossedBounds, { path, values: { lower, upper } });
    return operation;
  },
  children,
  compile: (operation, compiler) =>
    strictStep(children(operation), compiler, {
      compute: limiter(operation),
      kernel: limits(operation),
      closed: true,
    }),
  latex: (operation, writer) => write(operation, writer, ["\\min\\left(", "\\max\\left(", "\\right)"]),
  text: (operation, writer) =>
    operation.lower !== undefined && operation.upper !== undefined
      ? {
          text: `clamp(${children(operation)
            .map((part) => writer.of(part).text)
            .join(", ")})`,
          binds: binding.call,
        }
      : write(operation, writer, ["min(", "max(", ")"]),
  prose: {
    en: ({ of: [x], lower, upper }, { operand }) => {
      if (upper === undefined) return `${operand(x)}, or ${operand(lower ?? 0)} where that is greater`;
      if (lower === undefined) return `${operand(x)}, or ${operand(upper)} where that is less`;
      return `${operand(x)} limited to the range from ${operand(lower)} to ${operand(upper)}`;
    },
    zh: ({ of: [x], lower, upper }, { operand }) => {
      if (upper === undefined) return chinese("将", operand(x), "限制为不小于", operand(lower ?? 0));
      if (lower === undefined) return chinese("将", operand(x), "限制为不大于", operand(upper));
      return chinese("将", operand(x), "限制在", operand(lower), "至", operand(upper), "之间");
    },
  },
};

function children({ of: [x], lower, upper }: Clamp): readonly Expression[] {
  return [x, lower, upper].filter((part) => part !== undefined);
}

function fixed(bound: Expression | undefined): number | undefined {
  return bound === undefined || typeof bound === "object" ? undefined : constantOf(bound);
}

function limiter({ lower, upper }: Clamp): (columns: Columns, row: number) => number {
  if (upper === undefined) return (columns, row) => Math.max(cell(columns, 0, row), cell(columns, 1, row));
  if (lower === undefined) return (columns, row) => Math.min(cell(columns, 0, row), cell(columns, 1, row));
  return (columns, row) =>
    Math.min(Math.max(cell(columns, 0, row), cell(columns, 1, row)), cell(columns, 2, row));
}

function limits({ lower: least, upper: greatest }: Clamp): Kernel {
  return (columns, count, out) => {
    const [x, bound] = columns as readonly [Float64Array, Float64Array];
    if (greatest === undefined) raise(x, bound, count, out);
    else if (least === undefined) lower(x, bound, count, out);
    else {
      raise(x, bound, count, out);
      lower(out, columns[2] as Float64Array, count, out);
    }
  };
}

function write({ of: [x], lower, upper }: Clamp, writer: Writer, signs: readonly [string, string, string]) {
  const [least, greatest, close] = signs;
  let text = writer.of(x).text;
  if (lower !== undefined) text = `${greatest}${text}, ${writer.of(lower).text}${close}`;
  if (upper !== undefined) text = `${least}${text}, ${writer.of(upper).text}${close}`;
  return { text, binds: binding.call };
}
