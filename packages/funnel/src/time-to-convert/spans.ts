import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { spansOnly } from "../actor-histories/problems.js";

/** Expects a list or typed array of finite numbers of at least 0. */
export function expectSpanList(value: unknown, path: ProblemPath): readonly number[] {
  const name = String(path.at(-1));
  const refuse = (at: ProblemPath, found: unknown): never => {
    throw new CxMetricsError(spansOnly, { path: at, values: { name, found: describeValue(found) } });
  };
  if (!Array.isArray(value) && !(ArrayBuffer.isView(value) && "length" in value)) return refuse(path, value);
  return Array.from(value as ArrayLike<unknown>, (span, index) =>
    typeof span === "number" && Number.isFinite(span) && span >= 0
      ? span + 0
      : refuse([...path, index], span),
  );
}
