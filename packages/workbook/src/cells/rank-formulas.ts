import type { IndexRanking } from "@cxmetrics/index-model";

/** Formulas of a rank in the pattern row. */
export interface RankFormulas {
  /** The value that is ranked: rounded where the definition says so, empty where there is none. */
  readonly ranked: string;
  /** 1 where a value stands for the first time; for dense ranks only. */
  readonly first?: string;
  readonly rank: string;
}

/**
 * Ranks as formulas over a column.
 *
 * @param value cell of the value
 * @param digits cell of the digits before ranking, if there are any
 * @param own cells of the ranked value and of its first appearance in the row
 * @param all the ranges of both
 */
export function rankFormulas(
  { order, ties }: Pick<IndexRanking, "order" | "ties">,
  value: string,
  digits: string | undefined,
  own: { readonly ranked: string },
  all: { readonly ranked: string; readonly first: string },
): RankFormulas {
  const [direction, reverse] = order === "descending" ? [0, 1] : [1, 0];
  const kept = digits === undefined ? value : `ROUND(${value},${digits})`;
  const ranked = `IF(ISNUMBER(${value}),${kept},"")`;
  const best = `RANK(${own.ranked},${all.ranked},${direction})`;
  const worst = `COUNT(${all.ranked})+1-RANK(${own.ranked},${all.ranked},${reverse})`;
  const before = `SUMPRODUCT((${all.ranked}=${own.ranked})*(ROW(${all.ranked})<ROW(${own.ranked})))`;
  const given = (text: string) => `IF(ISNUMBER(${own.ranked}),${text},"")`;
  switch (ties) {
    case "minimum":
      return { ranked, rank: given(best) };
    case "maximum":
      return { ranked, rank: given(worst) };
    case "average":
      return { ranked, rank: given(`(${best}+${worst})/2`) };
    case "ordinal":
      return { ranked, rank: given(`${best}+${before}`) };
    case "dense": {
      const ahead = order === "descending" ? ">" : "<";
      return {
        ranked,
        first: `IF(ISNUMBER(${own.ranked}),IF(${before}=0,1,0),0)`,
        rank: given(`1+SUMPRODUCT((${all.ranked}${ahead}${own.ranked})*${all.first})`),
      };
    }
  }
}
