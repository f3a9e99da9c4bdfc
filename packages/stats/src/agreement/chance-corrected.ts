import type { Interval, NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "../compensated-sum.js";
import { criticalT } from "../special-functions/critical-t.js";
import { agreementInterval } from "./agreement-interval.js";
import { noRatedUnits, sameRatings } from "./reasons.js";
import type { CountedUnits } from "./unit-counts.js";

/** A chance-corrected coefficient with the error that comes from the choice of units. */
export interface ChanceCorrected {
  readonly status: "ok";
  /** At most 1; 0 is agreement as by chance. */
  readonly value: number;
  readonly observedAgreement: number;
  readonly expectedAgreement: number;
  readonly standardError: number | null;
  readonly interval: Interval | NotComputable;
  /** Share of each category, every unit counting the same. */
  readonly shares: readonly number[];
}

/** Chance that two ratings agree, from the category shares, and the same seen from the shares of one unit. */
export interface ChanceAgreement {
  readonly expected: (shares: readonly number[]) => number;
  /** For a rating of the category at `place`; the mean over ratings of `shares` is the expected agreement. */
  readonly ofPlace: (place: number, shares: readonly number[]) => number;
}

/**
 * Agreement of several raters corrected for chance, with Gwet's variance over units (Gwet 2008; his Handbook of Inter-Rater Reliability,
 * 4th ed. 2014, chapter 5) and Student's t with units − 1 degrees of freedom. Units with two ratings or more carry the observed agreement,
 * units with one or more the category shares.
 */
export function chanceCorrected(
  { units: all, categories }: CountedUnits,
  chance: ChanceAgreement,
  level: number,
  method: string,
): ChanceCorrected | NotComputable {
  const units = all.filter((unit) => unit.size > 0);
  const paired = units.filter((unit) => unit.size > 1).length;
  if (paired === 0) return noRatedUnits;
  const sums = new Array<number>(categories).fill(0);
  for (const { places, counts, size } of units)
    for (const [index, place] of places.entries())
      sums[place] = (sums[place] ?? 0) + (counts[index] ?? 0) / size;
  if (categories < 2) return sameRatings;
  const shares = sums.map((sum) => sum / units.length);
  const expected = chance.expected(shares);
  if (expected === 1) return sameRatings;
  const agreements = units.map(({ counts, size }) =>
    size < 2 ? 0 : counts.reduce((sum, count) => sum + count * (count - 1), 0) / (size * (size - 1)),
  );
  const observed = compensatedSum(agreements) / paired;
  const value = observed === 1 ? 1 : (observed - expected) / (1 - expected) + 0;

  const squares = units.map(({ places, counts, size }, index) => {
    const own =
      size < 2 ? 0 : ((units.length / paired) * ((agreements[index] ?? 0) - expected)) / (1 - expected);
    const seen = places.reduce(
      (sum, place, at) => sum + ((counts[at] ?? 0) / size) * chance.ofPlace(place, shares),
      0,
    );
    return (own - (2 * (1 - value) * (seen - expected)) / (1 - expected) - value) ** 2;
  });
  const alone = units.length < 2;
  const standardError = alone
    ? null
    : observed === 1
      ? 0
      : Math.sqrt(compensatedSum(squares) / (units.length * (units.length - 1)));
  const critical = alone ? Number.POSITIVE_INFINITY : criticalT(level, units.length - 1);
  const interval = agreementInterval(value, standardError ?? 0, critical, level, method);
  return {
    status: "ok",
    value,
    observedAgreement: observed,
    expectedAgreement: expected,
    standardError,
    interval,
    shares,
  };
}
