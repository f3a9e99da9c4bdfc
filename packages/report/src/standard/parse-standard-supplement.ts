import {
  CxMetricsError,
  describeValue,
  expectDefinitionDocument,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  type Problem,
  type ProblemPath,
  parseDocument,
} from "@cxmetrics/definition";
import type { Field } from "./field.js";
import type { StandardDraft } from "./standard-supplement.js";
import { supplementFields } from "./supplement-fields.js";

const notAText: Problem = {
  code: "standard.not-a-text",
  en: "Expected a text, found {found}. Put it between quotation marks; leave it out where it is not known yet.",
  zh: "此处应为文本，而不是{found}。请加引号；尚不清楚时请留空。",
};

/**
 * Reads the companion document of a standard (`standard.yaml`): what a committee needs on paper and an index definition does not
 * say. Fields may still be empty (left out, `null` or blank); what is there must have the right form, and an unknown key is refused with
 * the nearest name. `findEmptyFields` lists what is still to be filled.
 *
 * @param document the text in YAML or JSON, or the data it holds
 * @returns the supplement as written, so that its digest is that of the document
 * @throws `CxMetricsError` those of `parseDocument`, `document.*` with the path of the field, `standard.not-a-text`
 * @example
 * ```ts
 * const supplement = parseStandardSupplement(`
 * formatVersion: 1
 * id: example.standard
 * version: 1.0.0
 * title: { en: App index, zh: 应用指数 }
 * provenance: { status: illustrative, source: example }
 * definition: example.app@1.0.0
 * rounding: { decimals: 1, mode: half-even }`);
 * supplement.rounding.mode; // => "half-even"
 * ```
 */
export function parseStandardSupplement(document: unknown): StandardDraft {
  const value = typeof document === "string" ? parseDocument(document) : document;
  const names = Object.keys(supplementFields.fields);
  const record = expectDefinitionDocument(value, [], names);
  for (const name of names) readField(record[name], supplementFields.fields[name] as Field, [name]);
  return record as StandardDraft;
}

function readField(value: unknown, field: Field, path: ProblemPath): void {
  if (value === undefined || value === null || value === "") return;
  switch (field.kind) {
    case "text": {
      const record = expectRecord(value, path, [], ["en", "zh"]);
      for (const lang of ["en", "zh"]) readText(record[lang], [...path, lang]);
      return;
    }
    case "plain":
      readText(value, path);
      return;
    case "number":
      expectNumber(value, path, { least: field.least, most: field.most, integer: field.integer === true });
      return;
    case "choice":
      expectOneOf(value, path, field.of);
      return;
    case "panel":
      expectRecord(value, path, ["judgement", "rounds"], ["fullScore", "total"]);
      return;
    case "list":
      expectList(value, path, (member, at) => readField(member, field.of, at));
      return;
    case "group": {
      const record = expectRecord(value, path, [], Object.keys(field.fields));
      for (const [name, inner] of Object.entries(field.fields))
        readField(record[name], inner, [...path, name]);
      return;
    }
    default: {
      const keys = typeof value === "object" ? Object.keys(value) : [];
      const record = expectRecord(value, path, [], keys);
      for (const id of keys) readField(record[id], field.of, [...path, id]);
    }
  }
}

function readText(value: unknown, path: ProblemPath): void {
  if (value === undefined || value === null || typeof value === "string") return;
  throw new CxMetricsError(notAText, { path, values: { found: describeValue(value) } });
}
