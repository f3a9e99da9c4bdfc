/** A way in which a method computes a constant from one parameter. */
interface One {
  readonly of: (a: number) => number;
  readonly write: (a: string) => string;
}

/** From two parameters. */
interface Two {
  readonly of: (a: number, b: number) => number;
  readonly write: (a: string, b: string) => string;
}

/** Ways to compute a constant from one parameter. */
export const fromOne: readonly One[] = [
  { of: (a) => a * a, write: (a) => `${a}^2` },
  // A share that is not quite reached by rounding counts as reached.
  { of: (a) => a - 1e-12, write: (a) => `(${a}-1E-12)` },
  { of: (a) => -a, write: (a) => `(0-${a})` },
  { of: (a) => 1 - a, write: (a) => `(1-${a})` },
  { of: (a) => 1 + a, write: (a) => `(1+${a})` },
  { of: (a) => 1 / a, write: (a) => `(1/${a})` },
  { of: (a) => a / 100, write: (a) => `(${a}/100)` },
  { of: (a) => a / 2, write: (a) => `(${a}/2)` },
  { of: (a) => 2 * a, write: (a) => `(2*${a})` },
  { of: (a) => Math.log(a), write: (a) => `LN(${a})` },
  { of: (a) => Math.sqrt(a), write: (a) => `SQRT(${a})` },
];

/** Ways to compute a constant from two parameters. */
export const fromTwo: readonly Two[] = [
  { of: (a, b) => a - b, write: (a, b) => `(${a}-${b})` },
  { of: (a, b) => b - a, write: (a, b) => `(${b}-${a})` },
  { of: (a, b) => a + b, write: (a, b) => `(${a}+${b})` },
  { of: (a, b) => a * b, write: (a, b) => `(${a}*${b})` },
  { of: (a, b) => a / b, write: (a, b) => `(${a}/${b})` },
  { of: (a, b) => b / a, write: (a, b) => `(${b}/${a})` },
  { of: (a, b) => (a + b) / 2, write: (a, b) => `((${a}+${b})/2)` },
];
