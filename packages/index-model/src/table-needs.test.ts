import { readdirSync, readFileSync } from "node:fs";
import { isCxMetricsError } from "@cxmetrics/definition";
import { expect, test } from "vitest";
import { defineIndex, definitionWarnings, parseIndexDefinition, scoreIndex, tableNeeds } from "./index.js";

const folder = new URL("../fixtures/stated/", import.meta.url);
const stated = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

/** Whether a table of gaps is refused for what it lacks. */
function lacks(run: () => unknown): boolean {
  try {
    run();
  } catch (thrown) {
    if (isCxMetricsError(thrown) && /^table\.missing-|^index\.unknown-period/.test(thrown.code)) return true;
    throw thrown;
  }
  return false;
}

test.each(stated)("a table of what %s needs is never refused for lack, and one name less is", (name) => {
  const document = parseIndexDefinition(readFileSync(new URL(name, folder), "utf8"));
  const definition = document.calibration ? document : defineIndex({ ...document, scope: "batch" });
  const { columns, attributes, periods } = tableNeeds(definition);
  const rows = [...periods, "other"];
  const scored = (numbers: readonly string[], texts: readonly string[]) =>
    lacks(() =>
      scoreIndex(definition, {
        units: rows.map((period) => `unit ${period}`),
        columns: Object.fromEntries(numbers.map((column) => [column, rows.map((_, row) => row + 1)])),
        attributes: Object.fromEntries(
          texts.map((attribute) => [attribute, rows.map(() => textOf(definition, attribute))]),
        ),
        periods: rows,
      }),
    );
  expect(scored(columns, attributes)).toBe(false);
  for (const column of columns)
    expect(
      scored(
        columns.filter((one) => one !== column),
        attributes,
      ),
    ).toBe(true);
  for (const attribute of attributes)
    expect(
      scored(
        columns,
        attributes.filter((one) => one !== attribute),
      ),
    ).toBe(true);
});

/** A text that a rollup can weigh, or any. */
function textOf({ rollups = {} }: ReturnType<typeof defineIndex>, attribute: string): string {
  const weighing = Object.values(rollups).flatMap(({ weights }) =>
    weights.method === "attribute" && weights.attribute === attribute ? Object.keys(weights.values) : [],
  );
  return weighing[0] ?? "x";
}

test("definitionWarnings are those that scoring tells before any table matters", () => {
  for (const name of stated) {
    const definition = parseIndexDefinition(readFileSync(new URL(name, folder), "utf8"));
    if (!definition.calibration && !definition.scope && tableNeeds(definition).periods.length > 0) continue;
    const about = new Set(["index.unreachable-node", "index.zero-weight", "index.shared-node"]);
    const { columns, attributes } = tableNeeds(definition);
    const scorable = definition.calibration ? definition : defineIndex({ ...definition, scope: "batch" });
    const result = scoreIndex(scorable, {
      units: ["a"],
      columns: Object.fromEntries(columns.map((column) => [column, [1]])),
      attributes: Object.fromEntries(attributes.map((one) => [one, [textOf(definition, one)]])),
    });
    expect(definitionWarnings(definition)).toEqual(result.warnings.filter(({ code }) => about.has(code)));
  }
});
