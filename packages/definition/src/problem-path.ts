import type { ProblemPath } from "./cx-metrics-error.js";

/** The path one step further in. A caller without types who passes no list begins at the root. */
export function inside(path: ProblemPath, key: string | number): ProblemPath {
  return Array.isArray(path) ? [...path, key] : [key];
}
