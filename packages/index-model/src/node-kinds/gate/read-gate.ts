import {
  CxMetricsError,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { readChoice } from "../../read/choice.js";
import { bandIdPattern } from "../../read/grades.js";
import { statementOverlaps } from "../problems.js";
import { readCondition } from "../read-condition.js";

const effects = ["set", "cap", "missing", "withhold", "cap-grade", "withhold-grade"] as const;
const band = { en: "the id of a grade", zh: "等级标识" };

/** Expects the members of a gate. */
export function readGate(record: Readonly<Record<string, unknown>>, path: ProblemPath): void {
  expectText(record["of"], [...path, "of"]);
  readPredicate(record["when"], [...path, "when"]);
  readEffect(record["effect"], [...path, "effect"]);
  expectOneOf(record["notAssessed"], [...path, "notAssessed"], ["keep", "missing"]);
}

/** Expects a condition over nodes, or a statement about the unit. */
function readPredicate(value: unknown, path: ProblemPath): void {
  const states = typeof value === "object" && value !== null && Object.hasOwn(value, "attribute");
  if (!states) {
    readCondition(value, path);
    return;
  }
  const record = expectRecord(value, path, ["attribute", "confirmed", "clear"]);
  expectText(record["attribute"], [...path, "attribute"]);
  const read = (name: string) =>
    expectList(record[name], [...path, name], (item, at) => expectText(item, at), 1);
  const confirmed = read("confirmed");
  const text = read("clear").find((one) => confirmed.includes(one));
  if (text !== undefined) throw new CxMetricsError(statementOverlaps, { path, values: { text } });
}

function readEffect(value: unknown, path: ProblemPath): void {
  switch (readChoice(value, path, "do", effects)) {
    case "set":
      expectNumber(expectRecord(value, path, ["do", "value"])["value"], [...path, "value"]);
      return;
    case "cap":
      expectNumber(expectRecord(value, path, ["do", "at"])["at"], [...path, "at"]);
      return;
    case "cap-grade":
      expectText(expectRecord(value, path, ["do", "at"])["at"], [...path, "at"], bandIdPattern, band);
      return;
    default:
      expectRecord(value, path, ["do"]);
  }
}
