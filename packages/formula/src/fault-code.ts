import { type Fault, faults } from "./column.js";

/**
 * The number that stands for each fault in the mask of a column: its place in `faults`.
 *
 * @example
 * ```ts
 * faultCode["division-by-zero"]; // => 5
 * ```
 */
export const faultCode = Object.fromEntries(faults.map((fault, code) => [fault, code])) as Readonly<
  Record<Fault, number>
>;
