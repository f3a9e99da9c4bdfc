/** What equal values get: the smallest of their places, the mean, the largest, consecutive ranks without gaps, or places in the order of the rows. */
export type TieRule = "minimum" | "average" | "maximum" | "dense" | "ordinal";

/** Every tie rule. */
export const tieRules: readonly TieRule[] = ["minimum", "average", "maximum", "dense", "ordinal"];

/** Which value gets rank 1. */
export type RankOrder = "descending" | "ascending";

/** Ranks of numbers without gaps; `descending` gives rank 1 to the largest. */
export function rankNumbers(values: ArrayLike<number>, order: RankOrder, ties: TieRule): number[] {
  const at = (place: number) => values[place] ?? 0;
  const direction = order === "ascending" ? 1 : -1;
  const places = Array.from({ length: values.length }, (_, place) => place);
  places.sort((a, b) => direction * compare(at(a), at(b)) || a - b);
  const ranks = new Array<number>(values.length).fill(0);
  let distinct = 0;
  for (let start = 0; start < places.length; ) {
    let end = start + 1;
    while (end < places.length && at(places[end] ?? 0) === at(places[start] ?? 0)) end += 1;
    distinct += 1;
    for (let place = start; place < end; place += 1)
      ranks[places[place] ?? 0] = rankIn(ties, start, end, place, distinct);
    start = end;
  }
  return ranks;
}

/** A difference would overflow for values near the largest double. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rankIn(ties: TieRule, start: number, end: number, place: number, distinct: number): number {
  if (ties === "minimum") return start + 1;
  if (ties === "maximum") return end;
  if (ties === "average") return (start + 1 + end) / 2;
  return ties === "dense" ? distinct : place + 1;
}
