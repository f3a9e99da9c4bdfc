import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { unknownMethod } from "../problems.js";

/** The method of a registry that bears the name; otherwise throws `method.unknown`. */
export function methodNamed<M extends { readonly id: string }>(
  methods: readonly M[],
  id: unknown,
  path: ProblemPath = ["method"],
): M {
  const method = methods.find((candidate) => candidate.id === id);
  if (method) return method;
  const ids = methods.map((candidate) => candidate.id);
  const values = { found: describeValue(id), allowed: ids.join(", ") };
  throw new CxMetricsError(unknownMethod, { path, values });
}
