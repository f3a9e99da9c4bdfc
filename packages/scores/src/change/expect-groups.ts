import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { expectTally } from "../expect-tally.js";
import type { RatingTally } from "../rating-tally.js";
import type { GroupTally } from "../tally-ratings-by.js";
import { notGroups, repeatedGroup, tooManyGroups } from "./problems.js";

/** Most groups that are taken. */
const mostGroups = 10_000;

/** Tallies by group: as `tallyRatingsBy` lists them, or as a record from group to tally. */
export type TalliesByGroup = readonly GroupTally[] | Readonly<Record<string, RatingTally>>;

/**
 * Tallies by group, in the order given. A `Map`, because names of groups come from data.
 *
 * @throws `CxMetricsError` `groups.not-a-list`, `groups.too-many`, `group.repeated`, `tally.malformed`
 */
export function expectGroups(value: unknown, path: ProblemPath): ReadonlyMap<string, RatingTally> {
  if (typeof value !== "object" || value === null) throw refuse(path, value);
  const found = Array.isArray(value) ? value.length : Object.keys(value).length;
  if (found > mostGroups)
    throw new CxMetricsError(tooManyGroups, { path, values: { found, most: mostGroups } });
  const groups = new Map<string, RatingTally>();
  if (!Array.isArray(value)) {
    for (const [group, tally] of Object.entries(value))
      groups.set(group, expectTally(tally, [...path, group]));
    return groups;
  }
  for (const [index, member] of Array.from(value as readonly unknown[]).entries()) {
    if (typeof member !== "object" || member === null) throw refuse([...path, index], member);
    const { group, tally } = member as Partial<Record<keyof GroupTally, unknown>>;
    if (typeof group !== "string") throw refuse([...path, index, "group"], group);
    if (groups.has(group))
      throw new CxMetricsError(repeatedGroup, {
        path: [...path, index],
        values: { group: describeValue(group) },
      });
    groups.set(group, expectTally(tally, [...path, index, "tally"]));
  }
  return groups;
}

function refuse(path: ProblemPath, found: unknown): CxMetricsError {
  return new CxMetricsError(notGroups, {
    path,
    values: { shape: "{ group, tally }", found: describeValue(found) },
  });
}
