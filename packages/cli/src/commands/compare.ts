import { basename } from "node:path";
import { CxMetricsError, referenceTo } from "@cxmetrics/definition";
import type { ScoreDefinition } from "@cxmetrics/scores";
import type { Answer, Run } from "../answer.js";
import { engine } from "../engine.js";
import { parseEngine } from "../engine-choice.js";
import { hearInterruption } from "../interruption.js";
import { parseList } from "../list-option.js";
import { compareEitherOr, compareNeedsTwo, groupsNeedTwo, notTwoGroups, unknownGroup } from "../problems.js";
import { didYouMean, someNames } from "../read/hint.js";
import type { GroupWarning } from "../show/warning-lines.js";
import {
  type ComparisonChoices,
  compareParts,
  compareSamples,
  type SideComparison,
} from "./compare-sides.js";
import { comparisonTable } from "./comparison-table.js";
import { mayCount } from "./counted-ratings.js";
import { type DesignColumns, variancePolicyOf } from "./design-columns.js";
import { designNote } from "./design-note.js";
import { type RatingGroup, readRatings, tallyGroups, withRatings } from "./read-ratings.js";
import { parseLevel } from "./score.js";
import { scoreDefinitionNamed } from "./score-definition-named.js";

/** Options of `cx compare`, as written. */
export interface CompareOptions extends DesignColumns {
  readonly metric: string;
  readonly rating: string;
  readonly group?: string;
  readonly groups?: string;
  readonly weight?: string;
  readonly missing?: string;
  readonly level?: string;
  readonly engine?: string;
}

/**
 * `cx compare`: how a score changed between two samples, or differs between two groups of one, after minus before.
 *
 * @param files two files, or one file with a grouping column
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runCompare(
  files: readonly string[],
  options: CompareOptions,
  run: Run,
): Promise<Answer> {
  const level = parseLevel(options.level);
  const policy = variancePolicyOf(options);
  const definition = await scoreDefinitionNamed(options.metric, run.tables.folder);
  const { comparison, names, shared, warnings } = await compared(
    files,
    options,
    definition,
    { level, ...policy },
    run,
  );
  await hearInterruption(run.io.signal);
  const text = comparisonTable(comparison, {
    names,
    definition,
    level: level ?? definition.interval.level,
    design: designNote(options, run.lang),
    shared,
    run,
  });
  const head = { definition: referenceTo(definition), text };
  const sides = { a: { name: names[0], ...comparison.a }, b: { name: names[1], ...comparison.b } };
  if (comparison.status === "ok") {
    const { status, difference, unit, standardError, interval, p, method, degreesOfFreedom } = comparison;
    const df = degreesOfFreedom === undefined ? {} : { degreesOfFreedom };
    return {
      ...head,
      engine: comparison.engine,
      result: { status, difference, unit, standardError, interval, p, method, ...df, ...sides },
      warnings: [...warnings, ...comparison.warnings],
    };
  }
  const { status, reason, message } = comparison;
  const nothing = { difference: null, standardError: null, interval: null, p: null, method: null };
  const side = [comparison.a, comparison.b].find((outcome) => outcome.status === "ok");
  return {
    ...head,
    engine: side?.status === "ok" ? side.engine : engine,
    result: { status, reason, message, ...nothing, ...sides },
    warnings,
  };
}

interface Compared {
  readonly comparison: SideComparison;
  /** Names that a reader knows the sides by. */
  readonly names: readonly [string, string];
  /** Whether both sides are parts of one sample whose design is known. */
  readonly shared: boolean;
  /** About the rows that were read. */
  readonly warnings: readonly GroupWarning[];
}

async function compared(
  files: readonly string[],
  options: CompareOptions,
  definition: ScoreDefinition,
  choices: ComparisonChoices,
  run: Run,
): Promise<Compared> {
  const { rating, weight, missing, strata, cluster, fpc, group, groups } = options;
  const [before = "", after] = files;
  const columns = { rating, weight, missing, strata, cluster, fpc };
  const choice = parseEngine(options.engine);
  if (after !== undefined) {
    if (group !== undefined || groups !== undefined)
      throw new CxMetricsError(compareEitherOr, { path: ["--group"] });
    const first = await readRatings(before, { ...columns, by: [] }, definition, run.tables, choice);
    const second = await readRatings(after, { ...columns, by: [] }, definition, run.tables, choice);
    const [[a], [b]] = [first.groups, second.groups];
    if (a && b)
      return {
        comparison: compareSamples(a, b, definition, choices),
        names: shortNames(before, after),
        shared: false,
        warnings: [...first.warnings, ...second.warnings],
      };
  }
  if (group === undefined) throw new CxMetricsError(compareNeedsTwo, { path: ["--group"] });
  const wanted = groups === undefined ? undefined : parseList(groups, "--groups");
  if (wanted && (wanted.length !== 2 || wanted[0] === wanted[1]))
    throw new CxMetricsError(groupsNeedTwo, { path: ["--groups"], values: { found: groups ?? "" } });
  const place = { file: before, column: group.trim() };
  if ("url" in choice || mayCount({ ...columns, by: [group] })) {
    const read = await readRatings(before, { ...columns, by: [group] }, definition, run.tables, choice);
    const { a, b, names } = chooseTwo(read.groups, wanted, place);
    const comparison = compareSamples(a, b, definition, choices);
    return { comparison, names, shared: false, warnings: read.warnings };
  }
  return withRatings(before, { ...columns, by: [group] }, definition, run.tables, (sample) => {
    const { a, b, names } = chooseTwo(tallyGroups(sample, definition), wanted, place);
    const comparison = sample.designed
      ? compareParts(sample, a, b, definition, choices)
      : compareSamples(a, b, definition, choices);
    return { comparison, names, shared: sample.designed, warnings: sample.warnings };
  });
}

/** Two sides with the names that a reader knows them by. */
interface Sides {
  readonly a: RatingGroup;
  readonly b: RatingGroup;
  readonly names: readonly [string, string];
}

/** The two groups that are wanted, or the only two there are. Rows without a group belong to neither. */
function chooseTwo(
  all: readonly RatingGroup[],
  wanted: readonly string[] | undefined,
  values: { readonly file: string; readonly column: string },
): Sides {
  const named = all.filter((group) => group.values[0] !== "");
  const names = named.map((group) => group.values[0] ?? "");
  const path = [values.file, values.column];
  if (wanted === undefined) {
    const [a, b] = named;
    if (a && b && named.length === 2) return { a, b, names: [names[0] ?? "", names[1] ?? ""] };
    const found = { ...values, count: named.length, groups: someNames(names) };
    throw new CxMetricsError(notTwoGroups, { path, values: found });
  }
  const [first = "", second = ""] = wanted;
  const find = (name: string) => {
    const group = named[names.indexOf(name)];
    if (group) return group;
    const hint = didYouMean(name, names);
    throw new CxMetricsError(unknownGroup, {
      path,
      values: { ...values, group: name, hint, groups: someNames(names) },
    });
  };
  return { a: find(first), b: find(second), names: [first, second] };
}

/** Names of two files as short as they may be and still differ. */
function shortNames(before: string, after: string): readonly [string, string] {
  const names = [basename(before), basename(after)] as const;
  return names[0] === names[1] ? [before, after] : names;
}
