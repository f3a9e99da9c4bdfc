import { CxMetricsError } from "@cxmetrics/definition";
import { krippendorffAlpha } from "@cxmetrics/stats";
import { type Child, html } from "../markup/html.js";
import { badRating } from "./problems.js";
import type { EvaluatorRating } from "./standard-evidence.js";
import { type StandardPage, type StandardSection, withDecimals } from "./standard-page.js";
import type { StandardEvaluators } from "./standard-supplement.js";

const bootstrap = { resamples: 2000, seed: 20260101, level: 0.95 } as const;

/** Who rates what, and how far they agree. */
export function evaluatorSection(page: StandardPage, ratings: readonly EvaluatorRating[]): StandardSection {
  const { say, told, table, supplement, lang } = page;
  const { evaluators } = supplement;
  const section = { id: "evaluators", title: say("evaluators") };
  if (evaluators.length === 0) return { ...section, body: html`<p>${say("noEvaluators")}</p>` };
  const groups = evaluators.map((group) => [
    told(group.name),
    group.indicators.join(lang === "zh" ? "、" : ", "),
    group.k,
    told(group.qualification),
    told(group.independence),
  ]);
  const rows = evaluators.flatMap((group) => agreementRows(page, group, ratings));
  return {
    ...section,
    body: html`${table({
      title: say("evaluatorGroups"),
      heads: [say("group"), say("rates"), say("k"), say("qualification"), say("independence")],
      rows: groups,
    })}${table({
      title: say("agreements"),
      heads: [
        say("indicator"),
        say("objects"),
        say("evaluatorsFound"),
        say("ratings"),
        say("alpha"),
        say("interval"),
        say("least"),
        say("verdict"),
      ],
      rows,
    })}<p class="note">${say("alphaNote", { resamples: bootstrap.resamples, seed: bootstrap.seed })}</p>`,
  };
}

/** One row for each indicator with ratings, and one for all of them. */
function agreementRows(
  page: StandardPage,
  group: StandardEvaluators,
  ratings: readonly EvaluatorRating[],
): readonly (readonly Child[])[] {
  const { say, told, lang } = page;
  const rated = group.indicators.filter((id) => ratings.some(({ item }) => item === id));
  const untold = group.indicators.filter((id) => !rated.includes(id));
  const rows = rated.map((id) =>
    agreementRow(
      page,
      group,
      id,
      ratings.filter(({ item }) => item === id),
    ),
  );
  if (rated.length > 1)
    rows.push(
      agreementRow(
        page,
        group,
        say("all"),
        ratings.filter(({ item }) => rated.includes(item)),
      ),
    );
  if (untold.length > 0)
    rows.push([
      untold.join(lang === "zh" ? "、" : ", "),
      "–",
      "–",
      "–",
      say("notTold"),
      "–",
      group.leastAgreement,
      group.notAssessed ? told(group.notAssessed) : say("notTold"),
    ]);
  return rows;
}

function agreementRow(
  { say, lang }: StandardPage,
  { scale, leastAgreement }: StandardEvaluators,
  name: string,
  ratings: readonly EvaluatorRating[],
): readonly Child[] {
  const raters = [...new Set(ratings.map(({ rater }) => rater))];
  const units = new Map<string, Map<string, number>>();
  for (const { object, item, rater, rating } of ratings) {
    const key = JSON.stringify([object, item]);
    const unit = units.get(key) ?? new Map<string, number>();
    units.set(key, unit.set(rater, rating));
  }
  const table = [...units.values()].map((unit) => raters.map((rater) => unit.get(rater) ?? null));
  const alpha = krippendorffAlpha(table, { level: scale, bootstrap });
  const head = [name, units.size, raters.length, ratings.length];
  if (alpha.status !== "ok") return [...head, "–", "–", leastAgreement, alpha.message[lang]];
  const { value, interval } = alpha;
  const span =
    interval?.status === "ok"
      ? say("to", { lower: withDecimals(interval.lower, 3), upper: withDecimals(interval.upper, 3) })
      : (interval?.message[lang] ?? "–");
  const below = interval?.status === "ok" && interval.lower < leastAgreement;
  const verdict = value < leastAgreement ? "notMet" : below ? "undecided" : "met";
  return [...head, withDecimals(value, 3), span, leastAgreement, say(verdict)];
}

/** Expects ratings as the agreement is computed from them: no evaluator counts twice for the same object. */
export function expectRatings(ratings: readonly EvaluatorRating[]): void {
  const seen = new Set<string>();
  for (const [index, one] of ratings.entries()) {
    const key = JSON.stringify([one?.object, one?.item, one?.rater]);
    const texts = [one?.object, one?.item, one?.rater].every((text) => typeof text === "string");
    if (!texts || !Number.isFinite(one.rating) || seen.has(key))
      throw new CxMetricsError(badRating, {
        path: ["evidence", "ratings", index],
        values: { place: `ratings[${index}] ${key}` },
      });
    seen.add(key);
  }
}
