import type { ProblemPath } from "@cxmetrics/definition";
import type { Normaliser } from "../index-definition.js";
import { readChoice } from "../read/choice.js";
import { goalposts } from "./goalposts.js";
import { identity } from "./identity.js";
import { logGoalposts } from "./log-goalposts.js";
import type { NormaliserMethod } from "./normaliser-method.js";

/** Every normaliser of this format by name. */
export const normaliserMethods = {
  identity,
  goalposts,
  "log-goalposts": logGoalposts,
} as const satisfies Record<Normaliser["method"], unknown>;

/** Expects a normaliser as it stands in a document. */
export function readNormaliser(value: unknown, path: ProblemPath): void {
  const names = Object.keys(normaliserMethods) as Normaliser["method"][];
  normaliserMethods[readChoice(value, path, "method", names)].check(value, path);
}

/** The registered method of a normaliser that has been checked. */
export function normaliserOf<N extends Normaliser>(parameters: N): NormaliserMethod<N> {
  // The key and the parameters carry the same name, which the type system cannot follow through an index.
  return normaliserMethods[parameters.method] as unknown as NormaliserMethod<N>;
}
