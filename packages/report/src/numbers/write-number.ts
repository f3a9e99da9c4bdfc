import { finite } from "./finite.js";

/** The two ends of a scale. */
export interface Scale {
  readonly lower: number;
  readonly upper: number;
}

/** A number for reading: one decimal from 10 upwards, three significant digits below. Rounding is for display only. */
export function writeNumber(value: number): string {
  const size = Math.abs(finite(value));
  if (size >= 1e9 || (size > 0 && size < 1e-4)) return signed(value.toPrecision(3));
  const decimals =
    size >= 10 || size === 0 ? 1 : size >= 1 ? 2 : Math.min(7, 2 - Math.floor(Math.log10(size)));
  return signed(grouped(value.toFixed(decimals)));
}

/** A score with decimals that suit its scale: one for 0…100, three for 0…1. */
export function writeScore(value: number, scale: Scale): string {
  return signed(finite(value).toFixed(decimalsOf(scale)));
}

/** A difference with its sign; what rounds to zero has none. */
export function withSign(value: number, text: string): string {
  return value > 0 && !/^[0.,]+$/.test(text) ? `+${text}` : text;
}

/** A count, in groups of three digits. */
export function writeCount(value: number): string {
  return signed(grouped(String(Number(finite(value).toFixed(1)))));
}

/** A share of 0…1 in per cent. */
export function writeShare(share: number): string {
  return `${signed((100 * finite(share)).toFixed(1))}%`;
}

/** A confidence level in per cent. */
export function writeLevel(level: number): string {
  return `${Number((100 * finite(level)).toFixed(4))}%`;
}

/** Decimals with which a value on a scale is told. */
export function decimalsOf({ lower, upper }: Scale): number {
  const range = upper - lower;
  return range > 10 ? 1 : range > 1 ? 2 : 3;
}

function grouped(text: string): string {
  const [whole = "", ...decimals] = text.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...decimals].join(".");
}

/** A minus sign in place of the hyphen; a number that rounds to zero has none. */
function signed(text: string): string {
  if (!text.startsWith("-")) return text;
  return /^-[0.,]+$/.test(text) ? text.slice(1) : `−${text.slice(1)}`;
}
