import type { NotComputable, ProblemPath } from "@cxmetrics/definition";
import { finiteNumber } from "../expect/finite-number.js";
import { inRange, notNegative, positive } from "../expect/in-range.js";
import { namedMembers } from "../expect/named-members.js";
import { representable } from "../expect/representable.js";
import { median } from "../median.js";
import { noObservations } from "../reasons.js";
import { expectNumbersOrNull, expectRows, sameItems } from "./expect-answers.js";
import { noUsableTimes } from "./reasons.js";

/** Options of `relativeSpeed`. */
export interface RelativeSpeedOptions {
  /** A respondent is flagged from this index on; 2 where it is left out (Leiner 2019). */
  readonly flagAt?: number;
  /** Greatest factor that one page may contribute; 3 where it is left out (Leiner 2019). */
  readonly clip?: number;
}

/** How fast one respondent was. */
export interface RelativeSpeedRow {
  /** 1 is the normal speed, 2 twice as fast; 0 to `clip`. */
  readonly index: number;
  /** Pages with a time of this respondent and a median above 0. */
  readonly pages: number;
  readonly flagged: boolean;
}

/** Relative speed of all respondents. */
export interface RelativeSpeed {
  readonly status: "ok";
  /** Median time of each page in the unit given; `null` for a page without times or with median 0, which is left out. */
  readonly medians: readonly (number | null)[];
  readonly flagAt: number;
  readonly clip: number;
  /** In the order given; `null` for a respondent without a usable time. */
  readonly rows: readonly (RelativeSpeedRow | null)[];
}

/**
 * Relative speed index: how many times faster than the median respondent somebody answered, averaged over pages.
 *
 * $$ \mathrm{RSI}_i = \frac{1}{|P_i|}\sum_{p \in P_i} \min\!\left(c, \frac{\mathrm{median}_p}{t_{ip}}\right) $$
 *
 * Pass one time per respondent (the whole questionnaire is one page) or a list of page times per respondent. Factors are clipped at
 * c = 3, so that one skipped page does not decide; a time of 0 counts as c. Breaks make people slow, never fast, and do no harm.
 * Source: Leiner, Too fast, too straight, too weird, Survey Research Methods 13(3) (2019) 229–248, who flags from 2 on.
 *
 * @param durations times in any unit, at least 0; `null` where one is missing
 * @returns the indices, or `not-computable`: `no-observations` (no respondents), `no-usable-times`
 * @throws `CxMetricsError` `rows.not-a-list`, `rows.ragged`, `argument.not-a-number`, `argument.not-a-list`, `parameter.out-of-range` (a time
 * below 0; a clip that is not positive), `argument.not-an-object`, `result.not-representable`
 * @example
 * ```ts
 * const speed = relativeSpeed([300, 240, 420, 100, null]);
 * speed.status === "ok" && speed.rows[3]; // => { index: 2.7, pages: 1, flagged: true }
 * ```
 */
export function relativeSpeed(
  durations: readonly (number | ArrayLike<number | null | undefined> | null | undefined)[],
  options: RelativeSpeedOptions = {},
): RelativeSpeed | NotComputable {
  const times = expectRows(durations, "durations", pageTimes);
  const { flagAt = 2, clip = 3 } = namedMembers(options, "options", ["options"]);
  inRange(clip, "clip", positive, ["options", "clip"]);
  finiteNumber(flagAt, "flagAt", ["options", "flagAt"]);
  const pages = times.find((row) => row !== null)?.length ?? 0;
  const none: readonly null[] = Array<null>(pages).fill(null);
  const filled = times.map((row) => row ?? none);
  sameItems(filled, ["durations"]);
  if (times.length === 0) return noObservations;
  const medians = Array.from({ length: pages }, (_, page) => {
    const known = filled.flatMap((row) => row[page] ?? []);
    const middle = median(known);
    return middle.status === "ok" && middle.value > 0 ? middle.value : null;
  });
  if (medians.every((one) => one === null)) return noUsableTimes;
  const rows = filled.map((row): RelativeSpeedRow | null => {
    let sum = 0;
    let used = 0;
    for (const [page, middle] of medians.entries()) {
      const time = row[page] ?? null;
      if (middle === null || time === null) continue;
      used++;
      sum += Math.min(clip, middle / time);
    }
    if (used === 0) return null;
    const index = representable(sum / used, "index");
    return { index, pages: used, flagged: index >= flagAt };
  });
  return { status: "ok", medians, flagAt: flagAt + 0, clip, rows };
}

function pageTimes(row: unknown, name: string, path: ProblemPath): readonly (number | null)[] | null {
  if (row === null || row === undefined) return null;
  if (typeof row === "number") return [inRange(row, name, notNegative, path) + 0];
  const times = expectNumbersOrNull(row, name, path);
  for (const [page, time] of times.entries())
    if (time !== null) inRange(time, name, notNegative, [...path, page]);
  return times;
}
