import { CxMetricsError } from "@cxmetrics/definition";
import type { CovarianceMatrix, Inference, LeafEstimate } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { parseList } from "../list-option.js";
import { ambiguousUnit, unitNotInTable } from "../problems.js";
import { didYouMean } from "../read/hint.js";
import { columnsByHeader, type HeaderTable, refuseRepeated } from "./columns-by-header.js";
import { expectChoice } from "./expect-choice.js";

/** What the errors of a table are read for. */
export interface EstimateOptions {
  /** Value of `--units`. */
  readonly units?: string | undefined;
  /** What an error stands for where the file has no column `inference`. */
  readonly inference?: string | undefined;
}

type Estimates = Readonly<Record<string, readonly (LeafEstimate | null)[]>>;

const inferences = ["sample", "process", "none"] as const;

/**
 * Reads the errors of the cells of a table, one cell a row: columns `unit`, `indicator`, and of `value`, `se`, `df`, `n`, `lower`, `upper`,
 * `level`, `inference` those that the file has.
 *
 * @throws `CxMetricsError` `index.unknown-unit`, `table.repeated-key`, `usage.bad-choice`, and those of reading a table
 */
export async function readEstimates(
  file: string,
  units: readonly string[],
  options: EstimateOptions,
  run: Run,
): Promise<Estimates> {
  const fallback = expectChoice(options.inference, "--inference", inferences);
  const table = await columnsByHeader(
    file,
    {
      keys: ["indicator"],
      optionalNumbers: ["value", "se", "df", "n", "lower", "upper", "level"],
      optionalTexts: ["inference"],
      units: parseList(options.units, "--units"),
    },
    run,
  );
  await refuseRepeated(table, ({ unit, keys }) => JSON.stringify([unit, ...keys]));
  const places = await rowsOf(table, units);
  const found = new Map<string, (LeafEstimate | null)[]>();
  table.rows.forEach(({ keys: [indicator = ""], numbers, texts }, record) => {
    const list = found.get(indicator) ?? units.map(() => null);
    found.set(indicator, list);
    const { value, se, df, n, lower, upper, level } = numbers;
    const limits = lower !== undefined && upper !== undefined;
    list[places[record] ?? 0] = {
      ...(value === undefined ? {} : { value }),
      ...(se === undefined ? {} : { standardError: se }),
      ...(df === undefined ? {} : { df }),
      ...(n === undefined ? {} : { n }),
      ...(limits ? { interval: { lower, upper, level: level ?? 0.95 } } : {}),
      // What is not one of the three the engine refuses, naming unit and column.
      inference: (texts["inference"] ?? fallback) as Inference,
    };
  });
  return Object.fromEntries(found);
}

/**
 * Reads covariances of the cells of each unit, one pair a row: columns `unit`, `a`, `b`, `covariance`.
 *
 * @throws `CxMetricsError` `index.unknown-unit`, `table.repeated-key`, and those of reading a table
 */
export async function readCovariances(
  file: string,
  units: readonly string[],
  options: EstimateOptions,
  run: Run,
): Promise<readonly (CovarianceMatrix | null)[]> {
  const wanted = { keys: ["a", "b"], numbers: ["covariance"], units: parseList(options.units, "--units") };
  const table = await columnsByHeader(file, wanted, run);
  await refuseRepeated(table, ({ unit, keys }) => JSON.stringify([unit, ...[...keys].sort()]));
  const places = await rowsOf(table, units);
  return units.map((_, place) => {
    const pairs = table.rows.filter((_row, record) => places[record] === place);
    if (pairs.length === 0) return null;
    const columns = [...new Set(pairs.flatMap(({ keys }) => keys))];
    const matrix = columns.map(() => columns.map((): number | null => null));
    for (const { keys, numbers } of pairs) {
      const [i = 0, j = 0] = keys.map((key) => columns.indexOf(key));
      for (const [from, to] of [
        [i, j],
        [j, i],
      ] as const) {
        const row = matrix[from];
        if (row) row[to] = numbers["covariance"] ?? null;
      }
    }
    return { columns, matrix };
  });
}

/** Row of the table for every row of the file. */
async function rowsOf({ rows, source }: HeaderTable, units: readonly string[]): Promise<readonly number[]> {
  const placeOf = new Map(units.map((unit, place) => [unit, place]));
  const repeated = new Set(units.filter((unit, place) => placeOf.get(unit) !== place));
  const places: number[] = [];
  for (const [record, { unit }] of rows.entries()) {
    const place = placeOf.get(unit);
    if (place === undefined) {
      const { shown: file } = source;
      const row = await source.rowNumber(record);
      const hint = didYouMean(unit, units.slice(0, 20_000));
      throw new CxMetricsError(unitNotInTable, { path: [file, row], values: { file, row, unit, hint } });
    }
    if (repeated.has(unit)) {
      const count = units.filter((other) => other === unit).length;
      throw new CxMetricsError(ambiguousUnit, {
        path: [source.shown, unit],
        values: { file: source.shown, unit, count },
      });
    }
    places.push(place);
  }
  return places;
}
