import type { Kernel } from "./strict-step.js";

/** A function of one operand, all rows at once. Each has a loop of its own, so that the function is compiled into it. */
export const unaryKernels = {
  negate: ([x], count, out) => {
    if (x) for (let row = 0; row < count; row += 1) out[row] = -(x[row] as number);
  },
  absolute: ([x], count, out) => {
    if (x) for (let row = 0; row < count; row += 1) out[row] = Math.abs(x[row] as number);
  },
  ln: ([x], count, out) => {
    if (x) for (let row = 0; row < count; row += 1) out[row] = Math.log(x[row] as number);
  },
  exp: ([x], count, out) => {
    if (x) for (let row = 0; row < count; row += 1) out[row] = Math.exp(x[row] as number);
  },
} satisfies Readonly<Record<string, Kernel>>;

/** Difference of two operands. */
export const subtractKernel: Kernel = ([a, b], count, out) => {
  if (a && b) for (let row = 0; row < count; row += 1) out[row] = (a[row] as number) - (b[row] as number);
};

/** Quotient of two operands; division by 0 is not finite. */
export const divideKernel: Kernel = ([a, b], count, out) => {
  if (a && b) for (let row = 0; row < count; row += 1) out[row] = (a[row] as number) / (b[row] as number);
};

/** Sum of two operands: the error that a single addition would carry lies below its last digit. */
export const addKernel: Kernel = ([a, b], count, out) => {
  if (a && b) for (let row = 0; row < count; row += 1) out[row] = (a[row] as number) + (b[row] as number);
};

/** Product of two operands; among more, extreme partial products need care. */
export const multiplyKernel: Kernel = ([a, b], count, out) => {
  if (a && b) for (let row = 0; row < count; row += 1) out[row] = (a[row] as number) * (b[row] as number);
};

/** Least operand. */
export const minimumKernel: Kernel = (columns, count, out) => {
  copy(columns[0] as Float64Array, count, out);
  for (let k = 1; k < columns.length; k += 1) lower(out, columns[k] as Float64Array, count, out);
};

/** Greatest operand. */
export const maximumKernel: Kernel = (columns, count, out) => {
  copy(columns[0] as Float64Array, count, out);
  for (let k = 1; k < columns.length; k += 1) raise(out, columns[k] as Float64Array, count, out);
};

/** The greater of two columns. */
export function raise(a: Float64Array, b: Float64Array, count: number, out: Float64Array): void {
  for (let row = 0; row < count; row += 1) out[row] = Math.max(a[row] as number, b[row] as number);
}

/** The lesser of two columns. */
export function lower(a: Float64Array, b: Float64Array, count: number, out: Float64Array): void {
  for (let row = 0; row < count; row += 1) out[row] = Math.min(a[row] as number, b[row] as number);
}

function copy(from: Float64Array, count: number, out: Float64Array): void {
  for (let row = 0; row < count; row += 1) out[row] = from[row] as number;
}
