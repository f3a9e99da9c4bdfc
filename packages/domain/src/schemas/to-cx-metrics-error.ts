import { CxMetricsError, type LocalizedText, type ProblemPath } from "@cxmetrics/definition";
import type * as z from "zod";
import { wordIssue } from "./issue-wording.js";
import { invalidDocument } from "./problems.js";

/**
 * Says a zod error as a `CxMetricsError`: the sentence is about the first issue, `values.count` tells how many there are.
 *
 * @param error what `safeParse` gave, of any zod 4 schema
 * @param options `input`: what was parsed, so that the sentence can say what was found; `path`: where it stood in a larger document
 * @returns an error with code `document.invalid`, the path of the issue, and its sentence in English and Chinese
 * @example
 * ```ts
 * import { CustomerSchema, toCxMetricsError } from "@cxmetrics/domain/schema";
 *
 * const input = { id: "c-81f3", segments: ["60+", 7] };
 * const { error } = CustomerSchema.safeParse(input);
 * const told = error ? toCxMetricsError(error, { input, path: ["customers", 2] }) : undefined;
 * told?.path; // => ["customers", 2, "segments", 1]
 * told?.messages.zh; // => "customers[2].segments[1]：应为文本，实际为：7。请在该处改正。"
 * ```
 */
export function toCxMetricsError(
  error: { readonly issues: readonly z.core.$ZodIssue[] },
  options: { readonly input?: unknown; readonly path?: ProblemPath } = {},
): CxMetricsError {
  const issues = Array.isArray(error?.issues) ? (error.issues as readonly z.core.$ZodIssue[]) : [];
  const [first] = issues;
  const issue = first ? innermost(first) : undefined;
  const above = Array.isArray(options?.path) ? (options.path as ProblemPath) : [];
  const path = [...above, ...(issue ? wayTo(issue) : []).map(plainKey)];
  const count = Math.max(issues.length, 1);
  return new CxMetricsError(invalidDocument, {
    path,
    values: {
      place: placeOf(path),
      problem: issue
        ? wordIssue(issue, foundAt(issue, options))
        : { en: "no reason was given", zh: "未说明原因" },
      count,
      more:
        count > 1
          ? { en: ` This is the first of ${count} problems.`, zh: `共有 ${count} 处问题，此为第一处。` }
          : "",
    },
  });
}

/** Of a union, the issue in the alternative that came furthest: it is the one that was meant. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return issue;
  const candidates = issue.errors.flatMap((alternative) => alternative.slice(0, 1));
  const deepest = candidates.reduce<z.core.$ZodIssue | undefined>(
    (best, next) => (next.path.length > (best?.path.length ?? 0) ? next : best),
    undefined,
  );
  if (!deepest) return issue;
  return innermost({ ...deepest, path: [...issue.path, ...deepest.path] });
}

/** What stands at the place of an issue; zod leaves it out of a finished issue unless asked. */
function foundAt(issue: z.core.$ZodIssue, options: { readonly input?: unknown }): { value: unknown } | null {
  if (issue.input !== undefined) return { value: issue.input };
  if (!Object.hasOwn(options ?? {}, "input")) return null;
  const value = (issue.path ?? []).reduce<unknown>(
    (outer, key) =>
      typeof outer === "object" && outer !== null && Object.hasOwn(outer, key)
        ? (outer as Record<PropertyKey, unknown>)[key]
        : undefined,
    options.input,
  );
  return { value };
}

/** An unknown key stands at its own place, not at that of the object around it. */
function wayTo(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  const path = issue.path ?? [];
  return issue.code === "unrecognized_keys" ? [...path, ...issue.keys.slice(0, 1)] : path;
}

function plainKey(key: PropertyKey): string | number {
  return typeof key === "symbol" ? String(key) : key;
}

function placeOf(path: ProblemPath): string | LocalizedText {
  if (path.length === 0) return { en: "the top level", zh: "最外层" };
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join("");
}
