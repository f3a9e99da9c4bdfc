import { type Remainder, type RoundingRule, remainder } from "./rounding-rule.js";

/** Rounds by the digits of the number's shortest decimal text: exact for every finite number, and slower than arithmetic. */
export function roundText(rule: RoundingRule, value: number, digits: number): number {
  const [mantissa = "", exponent = "0"] = String(Math.abs(value)).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const all = whole + fraction;
  // Digits of `all` that stay; a negative count says that the first digit stands below the one after the last kept.
  const count = whole.length + Number(exponent) + digits;
  if (count >= all.length) return value + 0;

  const kept = BigInt(all.slice(0, Math.max(0, count)) || "0");
  const cut = count < 0 ? `0${all}` : all.slice(count);
  if (!/[1-9]/.test(cut)) return value + 0;

  const grows = rule(value < 0, kept % 2n === 1n, compareWithHalf(cut));
  const rounded = Number(`${grows ? kept + 1n : kept}e${-digits}`);
  return value < 0 && rounded > 0 ? -rounded : rounded;
}

function compareWithHalf(cut: string): Remainder {
  if (cut < "5") return remainder.belowHalf;
  return /^50*$/.test(cut) ? remainder.half : remainder.aboveHalf;
}
