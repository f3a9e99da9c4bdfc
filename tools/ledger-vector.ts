import { expect } from "vitest";

/** One number that a ledger pins. */
export interface Vector {
  readonly id: string;
  readonly call: string;
  readonly arguments: readonly unknown[];
  readonly select?: string;
  readonly expected: unknown;
  readonly tolerance?: number;
  readonly source: string;
}

/** The member of a value at a dotted path. */
export const at = (value: unknown, path: string) =>
  path.split(".").reduce((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);

/** Expects the numbers of a result to lie within the vector's relative tolerance. */
export function agree(actual: unknown, wanted: unknown, tolerance: number): void {
  if (typeof wanted === "number" && typeof actual === "number" && tolerance > 0)
    expect(Math.abs(actual - wanted), `${actual} for ${wanted}`).toBeLessThanOrEqual(
      tolerance * Math.max(Math.abs(wanted), Number.MIN_VALUE),
    );
  else if (typeof wanted === "object" && wanted !== null && typeof actual === "object" && actual !== null)
    for (const [key, member] of Object.entries(wanted))
      agree((actual as Record<string, unknown>)[key], member, tolerance);
  else expect(actual).toEqual(wanted);
}
