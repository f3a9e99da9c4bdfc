/** A value with its exact derivatives by the uncertain inputs of its unit. */
export interface Dual {
  /** `null` where there is no number. */
  readonly value: number | null;
  readonly gradient: Float64Array;
}

/** A place where a formula changes its course, and how far the value is from it. */
export interface Kink {
  readonly kind: "clamp" | "gate" | "rounding" | "choice" | "limit";
  /** Distance to the place, in units of what is compared. */
  readonly margin: number;
  /** Derivatives of the distance. */
  readonly gradient: Float64Array;
}

/** A number without derivatives. */
export function constantDual(value: number | null, size: number): Dual {
  return { value, gradient: new Float64Array(size) };
}

/** $\sum_i a_i f_i$ of gradients; the value is given. */
export function combined(
  value: number,
  size: number,
  parts: readonly { readonly factor: number; readonly gradient: Float64Array }[],
): Dual {
  const gradient = new Float64Array(size);
  for (const part of parts) {
    if (part.factor === 0) continue;
    for (let i = 0; i < size; i++) gradient[i] = (gradient[i] ?? 0) + part.factor * (part.gradient[i] ?? 0);
  }
  return { value: Number.isFinite(value) ? value : null, gradient };
}
