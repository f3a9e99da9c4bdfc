import { CxMetricsError } from "./cx-metrics-error.js";
import { describeValue } from "./describe-value.js";
import { badReference } from "./problems.js";

/** A definition's id, with its version where one is named. */
export interface DefinitionName {
  readonly id: string;
  readonly version?: string;
}

/** Form of an id: lower-case words with digits and hyphens, joined by dots. */
export const idForm = /^[a-z][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*$/;

/** Form of a semantic version (2.0.0, without build metadata, which names a build and not a content). */
export const versionForm =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?$/;

/**
 * Reads `id@version`, or an `id` alone.
 *
 * @param text a dotted lower-case id, with `@` and a semantic version where one is meant
 * @returns the id and, where one was written, the version
 * @throws `CxMetricsError` `definition.bad-reference`
 * @example
 * ```ts
 * parseDefinitionName("csat.top-2-of-5@1.0.0"); // => { id: "csat.top-2-of-5", version: "1.0.0" }
 * parseDefinitionName("undp.hdi"); // => { id: "undp.hdi" }
 * ```
 */
export function parseDefinitionName(text: string): DefinitionName {
  const [id = "", version, ...rest] = typeof text === "string" && text.length <= 400 ? text.split("@") : [];
  if (!idForm.test(id) || (version !== undefined && !versionForm.test(version)) || rest.length > 0)
    throw new CxMetricsError(badReference, { values: { found: describeValue(text) } });
  return version === undefined ? { id } : { id, version };
}
