import { expectRecord } from "@cxmetrics/definition";
import type { Arithmetic } from "../expression.js";
import { faultCode } from "../fault-code.js";
import { binding } from "../writing.js";
import type { OperationKind } from "./operation-kind.js";
import { parsePolicy, policyKeys } from "./reduction/parse-policy.js";
import { type Reducer, reductionStep } from "./reduction/reduction-step.js";
import { policyInChinese, policyInEnglish, policyInText } from "./reduction/say-policy.js";
import { type Columns, type Kernel, type StrictRow, strictStep } from "./strict-step.js";

/** What tells one arithmetic operation from another. */
export interface ArithmeticParts
  extends Pick<OperationKind<Arithmetic>, "latex" | "text" | "infix" | "prose"> {
  readonly op: Arithmetic["op"];
  readonly operands: { readonly least: number; readonly most: number };
  /** The value of a row; anything but a finite number is a fault. */
  readonly compute: (columns: Columns, row: number) => number;
  /** The same for all rows at once, for a number of operands; `undefined` where there is no faster way. */
  readonly kernel?: (operands: number) => Kernel | undefined;
  /** The fault code of a row without a finite value; `overflow` when left out. */
  readonly explain?: (columns: Columns, row: number) => number;
  /** Whether sound operands always give a sound result. */
  readonly closed?: boolean;
  /** Whether operands can be left out, so that `missing` may say so. */
  readonly reduces?: boolean;
}

/** An operation of the form `{ op, of }` that needs all of its operands, unless it reduces and says otherwise. */
export function arithmetic(parts: ArithmeticParts): OperationKind<Arithmetic> {
  const {
    op,
    operands,
    compute,
    kernel,
    closed = false,
    explain,
    reduces = false,
    latex,
    text,
    infix,
    prose,
  } = parts;
  const strictRow = (count: number): StrictRow => {
    const quick = kernel?.(count);
    return { compute, ...(explain && { explain }), ...(quick && { kernel: quick }), closed };
  };
  return {
    parse: (record, path, parser) => {
      expectRecord(record, path, ["op", "of"], reduces ? policyKeys : []);
      const of = parser.list(record["of"], [...path, "of"], { op, ...operands }, parser.expression);
      return { op, of, ...(reduces && parsePolicy(record, path, "skip", of.length)) };
    },
    children: ({ of }) => of,
    compile: (operation, compiler) =>
      operation.missing === undefined
        ? strictStep(operation.of, compiler, strictRow(operation.of.length))
        : reductionStep(operation, compiler, () => ({ fault: faultCode.overflow, row: gathered(compute) })),
    latex,
    text: (operation, writer) => {
      const policy = policyInText(operation);
      const piece = text(operation, writer);
      return policy === "" ? piece : { text: `(${piece.text}${policy})`, binds: binding.call };
    },
    ...(infix && {
      infix: (operation, writer) => (operation.missing === "skip" ? undefined : infix(operation, writer)),
    }),
    prose: {
      en: (operation, speaker) => `${prose.en(operation, speaker)}${policyInEnglish(operation)}`,
      zh: (operation, speaker) => `${prose.zh(operation, speaker)}${policyInChinese(operation)}`,
    },
  };
}

/** What is computed from operand 0, 1, … of a row, computed from the first `count` values instead. */
function gathered(compute: ArithmeticParts["compute"]): Reducer["row"] {
  const cells: Float64Array[] = [];
  const prefixes: Float64Array[][] = [];
  return (values, _weights, count) => {
    while (cells.length < count) cells.push(new Float64Array(1));
    let columns = prefixes[count];
    if (columns === undefined) {
      columns = cells.slice(0, count);
      prefixes[count] = columns;
    }
    for (let k = 0; k < count; k += 1) (columns[k] as Float64Array)[0] = values[k] as number;
    return compute(columns, 0);
  };
}

/** Operand counts. */
export const one = { least: 1, most: 1 } as const;
export const two = { least: 2, most: 2 } as const;
export const oneOrMore = { least: 1, most: Number.POSITIVE_INFINITY } as const;
