import { CxMetricsError } from "@cxmetrics/definition";
import { ambiguousColumn, unknownColumn } from "../problems.js";
import { didYouMean, someNames } from "./hint.js";

/**
 * Position of a column by its name. Blanks around a name do not count, letter case does: `score` and `Score` may be two columns.
 *
 * @param names trimmed names of the file
 * @param name name that is wanted
 * @param shown file as the user wrote it
 * @throws `CxMetricsError` `table.unknown-column` with the nearest name, `table.ambiguous-column`
 * @example
 * ```js
 * findColumn(["RESPNUM", "STRATA", "NETPRO"], " NETPRO ", "survey.csv"); // => 2
 * ```
 */
export function findColumn(names: readonly string[], name: string, shown: string): number {
  const wanted = name.trim();
  const index = names.indexOf(wanted);
  const values = { file: shown, column: wanted };
  if (index < 0)
    throw new CxMetricsError(unknownColumn, {
      path: [shown, wanted],
      values: { ...values, hint: didYouMean(wanted, names), columns: someNames(names) },
    });
  const count = names.filter((other) => other === wanted).length;
  if (count > 1)
    throw new CxMetricsError(ambiguousColumn, { path: [shown, wanted], values: { ...values, count } });
  return index;
}
