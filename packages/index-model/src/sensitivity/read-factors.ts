import {
  CxMetricsError,
  describeValue,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { rational, weightToNumber } from "@cxmetrics/formula";
import { normalDistribution } from "@cxmetrics/stats";
import type { IndexDefinition } from "../index-definition.js";
import { nodeAt } from "../node-at.js";
import { expectTrue } from "../uncertainty/expect-true.js";
import type { FactorPath, FactorRange } from "./factor.js";
import { choiceAt, quantileOfRange } from "./factor-value.js";
import { type Place, placeAt, valueAt } from "./place-at.js";
import { badRange, duplicateFactor, notANumberThere, overlappingPaths } from "./problems.js";

/** What a factor decides for a definition: values at places, and nodes left out. */
export interface Decision {
  readonly set: readonly { readonly place: Place; readonly value: unknown }[];
  readonly exclude: readonly string[];
}

/** A factor that fits the definition. */
export interface ReadyFactor {
  readonly id: string;
  readonly kind: "numeric" | "choice";
  /** Names of the choices. */
  readonly choices: readonly string[];
  /** The decision at a number between 0 and 1, and how it is called. */
  readonly decide: (u: number) => Decision & { readonly label: number | string };
}

/** Reads the factors of an analysis. */
export function readFactors(document: IndexDefinition, value: unknown, least = 1): readonly ReadyFactor[] {
  const ids = new Set<string>();
  const places: { readonly id: string; readonly place: Place }[] = [];
  return expectList(
    value,
    ["factors"],
    (item, path) => {
      const record = expectRecord(item, path, ["id"], ["path", "range", "relative", "options", "choices"]);
      const id = expectText(record["id"], [...path, "id"]);
      if (ids.has(id)) throw new CxMetricsError(duplicateFactor, { path, values: { id } });
      ids.add(id);
      const factor =
        record["range"] !== undefined
          ? numericFactor(document, id, record, path)
          : record["options"] !== undefined
            ? optionFactor(document, id, record, path)
            : choiceFactor(document, id, record, path);
      const own = new Map<string, Place>();
      for (let i = 0; i < Math.max(1, factor.choices.length); i++)
        for (const { place } of factor.decide((i + 0.5) / Math.max(1, factor.choices.length)).set)
          own.set(JSON.stringify(place), place);
      for (const place of own.values()) {
        const other = places.find((earlier) => overlap(earlier.place, place));
        if (other) {
          const values = { a: other.id, b: id, at: place.join(".") };
          throw new CxMetricsError(overlappingPaths, { path, values });
        }
      }
      for (const place of own.values()) places.push({ id, place });
      return factor;
    },
    least,
  );
}

function overlap(a: Place, b: Place): boolean {
  return a.slice(0, b.length).every((key, index) => key === b[index]);
}

function numericFactor(
  document: IndexDefinition,
  id: string,
  record: Readonly<Record<string, unknown>>,
  path: ProblemPath,
): ReadyFactor {
  expectRecord(record, path, ["id", "path", "range"], ["relative"]);
  const place = placeAt(document, record["path"] as FactorPath, [...path, "path"]);
  const found = valueAt(document, place);
  const isNumber = typeof found === "number" || (typeof found === "string" && rational(found) !== undefined);
  if (!isNumber)
    throw new CxMetricsError(notANumberThere, {
      path: [...path, "path"],
      values: { at: place.join("."), found: describeValue(found) },
    });
  const written = weightToNumber(found);
  const range = readRange(record["range"], [...path, "range"], id);
  const relative = expectTrue(record["relative"], [...path, "relative"]);
  return {
    id,
    kind: "numeric",
    choices: [],
    decide: (u) => {
      const drawn = quantileOfRange(range, u);
      const value = relative ? written * drawn : drawn;
      return { set: [{ place, value }], exclude: [], label: value };
    },
  };
}

function readRange(value: unknown, path: ProblemPath, factor: string): FactorRange {
  const bounds = { least: -1e100, most: 1e100 };
  const record = expectRecord(value, path, ["kind"], ["lower", "upper", "mode", "mean", "sd"]);
  const kind = expectOneOf(record["kind"], [...path, "kind"], ["uniform", "triangular", "normal"]);
  const number = (key: string) => expectNumber(record[key], [...path, key], bounds);
  const refuse = (lower: number, upper: number) =>
    new CxMetricsError(badRange, { path, values: { factor, lower, upper } });
  if (kind === "normal") {
    expectRecord(value, path, ["kind", "mean", "sd"], ["lower", "upper"]);
    const [mean, sd] = [
      number("mean"),
      expectNumber(record["sd"], [...path, "sd"], { least: 1e-100, most: 1e100 }),
    ];
    const lower = record["lower"] === undefined ? {} : { lower: number("lower") };
    const upper = record["upper"] === undefined ? {} : { upper: number("upper") };
    const [from, to] = [lower.lower ?? -Infinity, upper.upper ?? Infinity];
    const inside = (x: number) =>
      Math.abs(x) === Infinity ? (x < 0 ? 0 : 1) : normalDistribution.cdf(x, mean, sd);
    // A cut that leaves next to nothing has no quantiles worth the name.
    if (from >= to || inside(to) - inside(from) < 1e-9)
      throw refuse(lower.lower ?? mean, upper.upper ?? mean);
    return { kind, mean, sd, ...lower, ...upper };
  }
  expectRecord(
    value,
    path,
    kind === "uniform" ? ["kind", "lower", "upper"] : ["kind", "lower", "mode", "upper"],
  );
  const [lower, upper] = [number("lower"), number("upper")];
  if (lower >= upper) throw refuse(lower, upper);
  if (kind === "uniform") return { kind, lower, upper };
  const mode = number("mode");
  if (mode < lower || mode > upper) throw refuse(lower, upper);
  return { kind, lower, mode, upper };
}

function optionFactor(
  document: IndexDefinition,
  id: string,
  record: Readonly<Record<string, unknown>>,
  path: ProblemPath,
): ReadyFactor {
  expectRecord(record, path, ["id", "path", "options"]);
  const place = placeAt(document, record["path"] as FactorPath, [...path, "path"]);
  const options = expectList(record["options"], [...path, "options"], (option) => option, 2);
  const choices = options.map((option) => (typeof option === "string" ? option : JSON.stringify(option)));
  return {
    id,
    kind: "choice",
    choices,
    decide: (u) => {
      const at = choiceAt(u, options.length);
      return { set: [{ place, value: options[at] }], exclude: [], label: choices[at] ?? "" };
    },
  };
}

function choiceFactor(
  document: IndexDefinition,
  id: string,
  record: Readonly<Record<string, unknown>>,
  path: ProblemPath,
): ReadyFactor {
  expectRecord(record, path, ["id", "choices"]);
  const seen = new Set<string>();
  const choices = expectList(
    record["choices"],
    [...path, "choices"],
    (item, at) => {
      const choice = expectRecord(item, at, ["id"], ["set", "exclude"]);
      const name = expectText(choice["id"], [...at, "id"]);
      if (seen.has(name)) throw new CxMetricsError(duplicateFactor, { path: at, values: { id: name } });
      seen.add(name);
      const set = expectList(choice["set"] ?? [], [...at, "set"], (entry, inside) => {
        const one = expectRecord(entry, inside, ["path", "value"]);
        return {
          place: placeAt(document, one["path"] as FactorPath, [...inside, "path"]),
          value: one["value"],
        };
      });
      const exclude = expectList(choice["exclude"] ?? [], [...at, "exclude"], (entry, inside) => {
        const node = expectText(entry, inside);
        nodeAt(document, node);
        return node;
      });
      return { name, set, exclude };
    },
    2,
  );
  return {
    id,
    kind: "choice",
    choices: choices.map(({ name }) => name),
    decide: (u) => {
      const { name, set, exclude } = choices[choiceAt(u, choices.length)] as (typeof choices)[number];
      return { set, exclude, label: name };
    },
  };
}
