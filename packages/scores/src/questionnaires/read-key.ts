import {
  expectList,
  expectLocalizedText,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { expectScale } from "../expect-scale.js";

/** Form of the id of an item or subscale. */
const idForm = /^[a-z0-9][a-z0-9-]{0,39}$/;
const idInWords = { en: "a short name of a–z, 0–9 and hyphens", zh: "由 a–z、0–9 和连字符组成的短名称" };
/** Factors, weights and slopes outside this range could leave the range of a double. */
const factorRange = { least: -1e6, most: 1e6 };

/** Expects the items of a questionnaire, each in form; whether they hold together is for `checkKey`. */
export function readItems(value: unknown): void {
  expectList(
    value,
    ["items"],
    (item, path) => {
      const { id, scale, reversed, factor } = expectRecord(
        item,
        path,
        ["id", "scale"],
        ["reversed", "factor"],
      );
      expectText(id, [...path, "id"], idForm, idInWords);
      expectRecord(scale, [...path, "scale"], ["min", "max"]);
      expectScale(scale, [...path, "scale"]);
      if (reversed !== undefined)
        expectOneOf(reversed === true ? 1 : 0, [...path, "reversed"], reversed === false ? [0] : [1]);
      if (factor !== undefined) expectNumber(factor, [...path, "factor"], { least: 1e-6, most: 1e6 });
    },
    1,
  );
}

/** Expects the subscales of a questionnaire, each in form. */
export function readSubscales(value: unknown): void {
  expectList(value, ["subscales"], readSubscale, 1);
}

function readSubscale(value: unknown, path: ProblemPath): void {
  const keys = ["id", "title", "items", "size", "statistic", "unit", "direction"];
  const subscale = expectRecord(value, path, keys, ["rescale", "grades"]);
  expectText(subscale["id"], [...path, "id"], idForm, idInWords);
  expectLocalizedText(subscale["title"], [...path, "title"]);
  expectList(subscale["items"], [...path, "items"], (item, at) => expectText(item, at, idForm, idInWords), 1);
  expectNumber(subscale["size"], [...path, "size"], { least: 1, most: 1000, integer: true });
  readStatistic(subscale["statistic"], [...path, "statistic"]);
  expectOneOf(subscale["unit"], [...path, "unit"], ["mean", "index"]);
  expectOneOf(subscale["direction"], [...path, "direction"], ["higher-is-better", "lower-is-better"]);
  if (subscale["rescale"] !== undefined) expectList(subscale["rescale"], [...path, "rescale"], readStep, 1);
  if (subscale["grades"] !== undefined)
    expectList(
      subscale["grades"],
      [...path, "grades"],
      (grade, at) => {
        const record = expectRecord(grade, at, ["grade"], ["from"]);
        expectText(record["grade"], [...at, "grade"]);
        if (record["from"] !== undefined) expectNumber(record["from"], [...at, "from"], factorRange);
      },
      1,
    );
}

function readStatistic(value: unknown, path: ProblemPath): void {
  const { kind } = expectRecord(value, path, ["kind"], ["weights", "weightItems", "total"]);
  const known = expectOneOf(kind, [...path, "kind"], ["mean", "weighted-mean", "respondent-weighted-mean"]);
  if (known === "mean") expectRecord(value, path, ["kind"]);
  else if (known === "weighted-mean") {
    const { weights } = expectRecord(value, path, ["kind", "weights"]);
    for (const [item, weight] of Object.entries(expectOpenRecord(weights, [...path, "weights"])))
      expectNumber(weight, [...path, "weights", item], { least: 0, most: 1e6 });
  } else {
    const { weightItems, total } = expectRecord(value, path, ["kind", "weightItems", "total"]);
    for (const [item, holder] of Object.entries(expectOpenRecord(weightItems, [...path, "weightItems"])))
      expectText(holder, [...path, "weightItems", item], idForm, idInWords);
    expectNumber(total, [...path, "total"], { least: 1e-6, most: 1e6 });
  }
}

/** An object with whatever keys it has. */
function expectOpenRecord(value: unknown, path: ProblemPath): Readonly<Record<string, unknown>> {
  const names = typeof value === "object" && value !== null ? Object.keys(value) : [];
  return expectRecord(value, path, [], names);
}

function readStep(value: unknown, path: ProblemPath): void {
  const { kind } = expectRecord(value, path, ["kind"], ["slope", "intercept"]);
  if (expectOneOf(kind, [...path, "kind"], ["pomp", "linear"]) === "pomp") {
    expectRecord(value, path, ["kind"]);
    return;
  }
  const { slope, intercept } = expectRecord(value, path, ["kind", "slope", "intercept"]);
  expectNumber(slope, [...path, "slope"], factorRange);
  expectNumber(intercept, [...path, "intercept"], factorRange);
}
