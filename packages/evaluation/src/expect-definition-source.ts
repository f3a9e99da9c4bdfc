import {
  CxMetricsError,
  expectRecord,
  expectText,
  type ProblemPath,
  parseDefinitionName,
} from "@cxmetrics/definition";
import { unpinnedDefinition } from "./problems.js";

/** Expects `id@version`, or `{ file }`. */
export function expectDefinitionSource(value: unknown, path: ProblemPath): void {
  if (typeof value !== "string") {
    expectText(expectRecord(value, path, ["file"])["file"], [...path, "file"]);
  } else if (!namesVersion(value)) {
    throw new CxMetricsError(unpinnedDefinition, { path, values: { reference: value.slice(0, 200) } });
  }
}

function namesVersion(text: string): boolean {
  try {
    return parseDefinitionName(text).version !== undefined;
  } catch {
    return false;
  }
}
