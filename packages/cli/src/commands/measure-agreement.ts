import { CxMetricsError, type NotComputable } from "@cxmetrics/definition";
import {
  type CohenKappa,
  cohenKappa,
  type FleissKappa,
  fleissKappa,
  type GwetAc1,
  gwetAc1,
  type IntraclassCorrelation,
  intraclassCorrelation,
  type KendallW,
  type KrippendorffAlpha,
  kendallW,
  krippendorffAlpha,
} from "@cxmetrics/stats";
import type { Run } from "../answer.js";
import { hearInterruption } from "../interruption.js";
import { notTwoRaters } from "../problems.js";
import { someNames } from "../read/hint.js";
import type { AgreementChoices } from "./agreement-options.js";
import {
  type RatingRecordColumns,
  type RatingsByRater,
  readCategoryRatings,
  readNumberRatings,
} from "./read-ratings-by-rater.js";

/** A coefficient of agreement as the engine gives it. */
type Agreement =
  | KrippendorffAlpha
  | FleissKappa
  | CohenKappa
  | GwetAc1
  | IntraclassCorrelation
  | KendallW
  | NotComputable;

/** A coefficient, and who rated how many units. */
export interface MeasuredAgreement {
  readonly found: Agreement;
  readonly raters: readonly string[];
  /** Units in the file. */
  readonly units: number;
}

/**
 * Reads ratings and measures agreement. Where it does not matter who rated, every unit keeps its ratings without the gaps between raters.
 *
 * @throws `CxMetricsError` `agreement.not-two-raters`, and those of reading ratings and of the coefficient
 */
export async function measureAgreement(
  file: string,
  columns: RatingRecordColumns,
  choices: AgreementChoices,
  run: Run,
): Promise<MeasuredAgreement> {
  const { method, level, form, confidence, bootstrap } = choices;
  const certainty = confidence === undefined ? {} : { level: confidence };
  const numeric =
    method === "icc" || method === "kendall" || (method === "krippendorff" && level !== "nominal");
  if (numeric) {
    const read = await readNumberRatings(file, columns, run.tables);
    await hearInterruption(run.io.signal);
    if (method === "kendall") return measured(kendallW(read.ratings), read);
    if (method === "icc") {
      const ratings = form.startsWith("ICC(1") ? packed(read.ratings) : read.ratings;
      return measured(intraclassCorrelation(ratings, { form, ...certainty }), read);
    }
    const drawn = bootstrap ? { bootstrap: { ...bootstrap, ...certainty } } : {};
    return measured(krippendorffAlpha(packed(read.ratings), { level, ...drawn }), read);
  }
  const read = await readCategoryRatings(file, columns, run.tables);
  await hearInterruption(run.io.signal);
  const categories = choices.categories ? { categories: choices.categories } : {};
  if (method === "cohen") {
    const { weights } = choices;
    const pairs = pairsOf(read, file, columns.rater.trim());
    return measured(cohenKappa({ pairs, ...categories }, { weights, ...certainty }), read);
  }
  const ratings = packed(read.ratings);
  if (method === "fleiss") return measured(fleissKappa({ ratings, ...categories }, certainty), read);
  if (method === "gwet") return measured(gwetAc1({ ratings, ...categories }, certainty), read);
  const drawn = bootstrap ? { bootstrap: { ...bootstrap, ...certainty } } : {};
  return measured(krippendorffAlpha(ratings, { level, ...drawn }), read);
}

function measured(found: Agreement, { raters, units }: RatingsByRater<unknown>): MeasuredAgreement {
  return { found, raters, units: units.length };
}

/** Ratings of each unit moved to the front, rows as long as the unit with the most ratings. */
function packed<T>(ratings: readonly (readonly (T | null)[])[]): readonly (readonly (T | null)[])[] {
  const rows = ratings.map((row) => row.filter((cell) => cell !== null));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => [...row, ...new Array<null>(width - row.length).fill(null)]);
}

function pairsOf<T>(
  { ratings, raters }: RatingsByRater<T>,
  file: string,
  column: string,
): readonly (readonly [T | null, T | null])[] {
  if (raters.length !== 2)
    throw new CxMetricsError(notTwoRaters, {
      path: [file, column],
      values: { file, column, count: raters.length, raters: someNames(raters) },
    });
  return ratings.map(([first = null, second = null]) => [first, second]);
}
