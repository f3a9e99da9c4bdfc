/** A number for reading: at most six significant digits; the result keeps them all. */
export function showNumber(value: number | null | undefined, none = "–"): string {
  return value === null || value === undefined ? none : String(Number(value.toPrecision(6)));
}

/** A share as a percentage for reading. */
export function showPercent(share: number | null | undefined, none = "–"): string {
  return share === null || share === undefined ? none : `${Number((share * 100).toPrecision(4))} %`;
}
