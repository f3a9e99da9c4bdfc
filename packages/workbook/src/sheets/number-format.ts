/** Decimals that suit a scale: three on 0…1, two on 0…100. */
export function formatForScale({ lower, upper }: { readonly lower: number; readonly upper: number }): string {
  return Math.abs(upper - lower) <= 2 ? "0.0000" : "0.00";
}
