/** The label of the same period one year before, where it begins with a year (`2025`, `2025-Q1`, `2025-03`); otherwise `undefined`. */
export function yearBefore(period: string): string | undefined {
  const match = /^(\d{4})(\D.*)?$/.exec(period);
  if (!match) return undefined;
  const [, year = "", rest = ""] = match;
  return `${String(Number(year) - 1).padStart(4, "0")}${rest}`;
}
