/** A finite number, or a `TypeError` that whoever reads the document turns into a problem of the caller. */
export function finite(value: number): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new TypeError("a number is not finite");
  return value;
}
