import { CxMetricsError, expectList, expectText } from "@cxmetrics/definition";
import { type Column, faults } from "@cxmetrics/formula";
import { badRows } from "../problems.js";
import { readRows, type SqlRow } from "../read-rows.js";

/** Scores of the units of a table, row by row. */
export interface IndexRows {
  /** What the unit column held, as text; `null` where it held nothing. */
  readonly units: readonly (string | null)[];
  /** Per node its column: values and fault codes. */
  readonly nodes: Readonly<Record<string, Column>>;
}

/**
 * The rows of a compiled index as columns, those of `scoreIndexColumns`. Rows keep the order in which they came, which a database
 * does not promise.
 *
 * @param rows all rows of the answer, as the driver gives them
 * @param nodes the ids that were compiled, in the same order
 * @throws `CxMetricsError` `sql.bad-rows`, `document.wrong-type`
 * @example
 * ```ts
 * const { nodes } = readIndexColumns([{ cx_unit: "App", cx_value1: 62.5, cx_fault1: 0 }], ["score"]);
 * Array.from(nodes.score.values); // => [62.5]
 * ```
 */
export function readIndexColumns(rows: readonly SqlRow[], nodes: readonly string[]): IndexRows {
  const ids = expectList(nodes, ["nodes"], (id, path) => expectText(id, path), 1);
  const read = readRows(rows);
  const units = rows.map((row) => {
    const unit = row["cx_unit"] ?? row["CX_UNIT"];
    return unit === null || unit === undefined ? null : String(unit);
  });
  return {
    units,
    nodes: Object.fromEntries(
      ids.map((id, index) => {
        const fault = Uint8Array.from(read, (row) => {
          const code = row.count(`cx_fault${index + 1}`);
          if (code < faults.length) return code;
          const reason = { en: `there is no fault ${code}`, zh: `没有代码为 ${code} 的缺失原因` };
          throw new CxMetricsError(badRows, { path: ["rows"], values: { reason } });
        });
        const values = Float64Array.from(read, (row, at) =>
          fault[at] === 0 ? row.number(`cx_value${index + 1}`) : 0,
        );
        return [id, { values, fault }];
      }),
    ),
  };
}
