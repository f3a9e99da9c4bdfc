import { CxMetricsError } from "@cxmetrics/definition";
import type { Block, Glance, Step } from "./block.js";
import { type Column, faults } from "./column.js";
import { faultCode } from "./fault-code.js";
import { columnBadFault, columnNotANumber } from "./problems.js";

/** A column with its mask, or numbers alone, of which `NaN` is missing. */
export type Input = Column | Float64Array;

/** The step of an input. */
export interface InputStep extends Step {
  /** Forgets which rows were read last, because they may have changed. */
  readonly forget: () => void;
}

/** Reads the rows of an input column, and checks them while they are in the cache. */
export function inputStep(name: string, input: Input): InputStep {
  // Not by `instanceof`: numbers may come from another realm.
  return ArrayBuffer.isView(input) ? numbersStep(name, input) : columnStep(name, input);
}

function columnStep(name: string, column: Column): InputStep {
  const block: Block = { values: column.values, fault: column.fault, faulty: false };
  const seen: Glance = { values: column.values, at: 0, faulty: false };
  let at = -1;
  return {
    read: (start, count) => {
      // A name that is used twice is read once.
      if (start === at) return block;
      at = start;
      block.values = column.values.subarray(start, start + count);
      block.fault = column.fault.subarray(start, start + count);
      block.faulty = check(name, block, start);
      return block;
    },
    glance: (start, count) => {
      seen.at = start;
      seen.faulty = start === at ? block.faulty : codesIn(column.fault, start, count) !== 0;
      return seen;
    },
    forget: () => {
      at = -1;
    },
  };
}

function numbersStep(name: string, numbers: Float64Array): InputStep {
  const block: Block = { values: numbers, fault: new Uint8Array(0), faulty: false };
  const seen: Glance = { values: numbers, at: 0, faulty: false };
  let copy = new Float64Array(0);
  let at = -1;
  return {
    read: (start, count) => {
      if (start === at) return block;
      at = start;
      const values = numbers.subarray(start, start + count);
      if (block.fault.length < count) block.fault = new Uint8Array(count);
      block.values = values;
      block.faulty = !allFinite(values);
      if (block.faulty) {
        if (copy.length < count) copy = new Float64Array(count);
        block.values = copy;
        fillGaps(name, values, block, start);
      } else block.fault.fill(0);
      return block;
    },
    glance: (start) => {
      seen.at = start;
      seen.faulty = start === at && block.faulty;
      return seen;
    },
    forget: () => {
      at = -1;
    },
  };
}

/** Copies numbers, and marks as missing those that are `NaN`. */
function fillGaps(name: string, numbers: Float64Array, { values, fault }: Block, start: number): void {
  for (let i = 0; i < numbers.length; i += 1) {
    const value = numbers[i] as number;
    const missing = Number.isNaN(value);
    fault[i] = missing ? faultCode.missing : 0;
    values[i] = missing ? 0 : value;
    if (Math.abs(value) === Number.POSITIVE_INFINITY) refuseNumber(name, start + i, value);
  }
}

/** Refuses what is no number in a column of numbers that no formula has read. */
export function checkNumbers(name: string, numbers: Float64Array): void {
  if (!allFinite(numbers))
    numbers.forEach((value, row) => {
      if (Math.abs(value) === Number.POSITIVE_INFINITY) refuseNumber(name, row, value);
    });
}

/** Four chains of additions, because one would wait for itself: 0 for a finite number, NaN for any other. */
function allFinite(numbers: Float64Array): boolean {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const whole = numbers.length - (numbers.length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += (numbers[i] as number) * 0;
    b += (numbers[i + 1] as number) * 0;
    c += (numbers[i + 2] as number) * 0;
    d += (numbers[i + 3] as number) * 0;
  }
  for (let i = whole; i < numbers.length; i += 1) a += (numbers[i] as number) * 0;
  return a + b + c + d === 0;
}

/** Bits of all fault codes of some rows; four rows at once where they lie on even ground. */
function codesIn(fault: Uint8Array, start: number, count: number): number {
  const offset = fault.byteOffset + start;
  const whole = offset % 4 === 0 ? count >> 2 : 0;
  const fours = new Uint32Array(fault.buffer, whole === 0 ? 0 : offset, whole);
  let many = 0;
  for (let i = 0; i < whole; i += 1) many |= fours[i] as number;
  let codes = (many | (many >> 8) | (many >> 16) | (many >>> 24)) & 0xff;
  for (let i = start + 4 * whole; i < start + count; i += 1) codes |= fault[i] as number;
  return codes;
}

/** Whether any row has a fault. */
function check(name: string, { values, fault }: Block, start: number): boolean {
  const codes = codesIn(fault, 0, fault.length);
  if (codes >= faults.length || !allFinite(values)) refuse(name, values, fault, start);
  return codes !== 0;
}

function refuse(name: string, values: Float64Array, fault: Uint8Array, start: number): void {
  for (let i = 0; i < values.length; i += 1) {
    const code = fault[i] as number;
    if (code >= faults.length)
      throw new CxMetricsError(columnBadFault, {
        path: [name, start + i],
        values: { row: start + i, found: code, most: faults.length - 1 },
      });
    const value = values[i] as number;
    if (code === 0 && !Number.isFinite(value)) refuseNumber(name, start + i, value);
  }
}

function refuseNumber(name: string, row: number, value: number): never {
  throw new CxMetricsError(columnNotANumber, { path: [name, row], values: { row, found: String(value) } });
}
