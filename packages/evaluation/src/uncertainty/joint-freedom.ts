/** Part of a variance that a group of estimates carries, with the degrees of freedom of the group. */
export interface FreedomPart {
  readonly share: number;
  readonly df: number;
}

/**
 * Degrees of freedom of several groups that one covariance matrix holds, by Welch and Satterthwaite:
 *
 * $$ \nu = \frac{(\sum s_g)^2}{\sum s_g^2 / \nu_g} $$
 *
 * A matrix is drawn with one number of degrees of freedom; taking that of the smallest group would make a whole survey as unsure as
 * five raters. Never below the smallest group.
 *
 * @returns `Infinity` for normal errors
 */
export function jointFreedom(parts: readonly FreedomPart[]): number {
  const least = Math.min(...parts.map(({ df }) => df));
  const whole = parts.reduce((sum, { share }) => sum + share, 0);
  const below = parts.reduce((sum, { share, df }) => sum + share ** 2 / df, 0);
  if (least === Number.POSITIVE_INFINITY || !(below > 0)) return least;
  return Math.max(least, whole ** 2 / below);
}
