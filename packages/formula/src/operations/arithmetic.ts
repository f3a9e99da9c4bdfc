import { expectRecord } from "@cxmetrics/definition";
import type { Arithmetic } from "../expression.js";
import type { OperationKind } from "./operation-kind.js";
import { type Columns, strictStep } from "./strict-step.js";

/** What tells one arithmetic operation from another. */
export interface ArithmeticParts
  extends Pick<OperationKind<Arithmetic>, "latex" | "text" | "infix" | "prose"> {
  readonly op: Arithmetic["op"];
  readonly operands: { readonly least: number; readonly most: number };
  /** The value of a row; anything but a finite number is a fault. */
  readonly compute: (columns: Columns, row: number) => number;
  /** The fault code of a row without a finite value; `overflow` when left out. */
  readonly explain?: (columns: Columns, row: number) => number;
}

/** An operation of the form `{ op, of }` that needs all of its operands. */
export function arithmetic(parts: ArithmeticParts): OperationKind<Arithmetic> {
  const { op, operands, compute, explain, latex, text, infix, prose } = parts;
  return {
    parse: (record, path, parser) => {
      expectRecord(record, path, ["op", "of"]);
      return { op, of: parser.list(record["of"], [...path, "of"], { op, ...operands }, parser.expression) };
    },
    children: ({ of }) => of,
    compile: ({ of }, compiler) => strictStep(of, compiler, compute, explain),
    latex,
    text,
    ...(infix && { infix }),
    prose,
  };
}

/** Operand counts. */
export const one = { least: 1, most: 1 } as const;
export const two = { least: 2, most: 2 } as const;
export const oneOrMore = { least: 1, most: Number.POSITIVE_INFINITY } as const;
