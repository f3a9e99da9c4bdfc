/** A number for reading: one decimal from 10 upwards, three significant digits below. Rounding is for display only. */
export function writeNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9 || (size > 0 && size < 1e-4)) return value.toPrecision(3);
  const decimals =
    size >= 10 || size === 0 ? 1 : size >= 1 ? 2 : Math.min(7, 2 - Math.floor(Math.log10(size)));
  return unsigned(value.toFixed(decimals));
}

/** A score with decimals that suit its scale: one for 0…100, three for 0…1. */
export function writeScore(value: number | null, scale: Scale): string {
  return value === null ? "—" : unsigned(value.toFixed(decimalsOf(scale)));
}

/** A difference of scores with its sign. */
export function writeDifference(value: number | null, scale: Scale): string {
  const text = writeScore(value, scale);
  return value !== null && value > 0 && !/^[0.]+$/.test(text) ? `+${text}` : text;
}

/** A confidence level as a percentage, `95 %`. */
export function writeLevel(level: number): string {
  return `${Number((100 * level).toFixed(4))} %`;
}

/** A number for reading, with its sign. */
export function writeSigned(value: number): string {
  const text = writeNumber(value);
  return value > 0 && !/^[0.]+$/.test(text) ? `+${text}` : text;
}

/** The two ends of a scale. */
export interface Scale {
  readonly lower: number;
  readonly upper: number;
}

function decimalsOf({ lower, upper }: Scale): number {
  const range = upper - lower;
  return range > 10 ? 1 : range > 1 ? 2 : 3;
}

/** A number that rounds to zero has no sign. */
function unsigned(text: string): string {
  return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}
