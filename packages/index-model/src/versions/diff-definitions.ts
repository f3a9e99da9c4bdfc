import { fillMessage, type LocalizedText, referenceTo } from "@cxmetrics/definition";
import { defineIndex } from "../define-index.js";
import type { IndexDefinition } from "../index-definition.js";
import type { ChangeClass, DefinitionDiff } from "./definition-diff.js";
import { changedTags, headChanges } from "./head-changes.js";
import { nodeChanges } from "./node-changes.js";
import { bumpFor, compareVersions, leastVersion, reaches, type VersionBump } from "./semantic-version.js";
import { twoDefinitions } from "./two-definitions.js";

const gravity: readonly ChangeClass[] = ["breaking", "compatible", "editorial"];

const bumps: Readonly<Record<ChangeClass | "none", VersionBump>> = {
  breaking: "major",
  compatible: "minor",
  editorial: "patch",
  none: "none",
};

const verdicts: Readonly<Record<DefinitionDiff["verdict"]["status"], LocalizedText>> = {
  sufficient: {
    en: "Version {to} may follow {from}: the gravest change is {class}.",
    zh: "版本 {to} 可以接续 {from}：最重的变更类别为“{class}”。",
  },
  "too-low": {
    en: "Version {to} is too low after {from}: the gravest change is {class}. Call it {least} or higher.",
    zh: "版本 {to} 接续 {from} 过低：最重的变更类别为“{class}”。请使用 {least} 或更高版本。",
  },
  "not-higher": {
    en: "Version {to} does not follow {from}. A published version never changes: call the changed definition {least} or higher.",
    zh: "版本 {to} 不高于 {from}。已发布的版本不可更改：请将修改后的定义标为 {least} 或更高版本。",
  },
};

const classNames: Readonly<Record<ChangeClass | "none", LocalizedText>> = {
  breaking: { en: "breaking", zh: "不兼容" },
  compatible: { en: "compatible", zh: "兼容" },
  editorial: { en: "editorial", zh: "文字性" },
  none: { en: "none", zh: "无变更" },
};

/**
 * Tells every change from one index definition to another, what it can do to a score, and which version it calls for.
 *
 * A change is `breaking` when some table could score otherwise, `compatible` when no figure that stood before can move (an addition,
 * another name, weights 2 : 1 written as 4 : 2), `editorial` when it touches wording, sources or order alone. Weights of means are compared as
 * exact fractions of their sum, defaults are resolved, nodes are known again by what they compute, and whatever this version does not
 * know counts as breaking. On figures that are not breaking, scores agree up to the rounding of floating-point sums.
 *
 * @param a the earlier definition
 * @param b the later definition
 * @returns changes with path, class and sentence, renames, the bump due (Semantic Versioning 2.0.0), and whether the declared version suffices
 * @throws `CxMetricsError` as `defineIndex` does
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const version = (version, weights) => ({
 *   formatVersion: 1, id: "example.app", version, title, provenance, scale: { lower: 0, upper: 100 }, root: "index",
 *   nodes: { ease: leaf, trust: leaf, index: { kind: "aggregate", title, provenance, method: "arithmetic-mean",
 *     missing: { policy: "propagate" }, children: [{ node: "ease", weight: weights[0] }, { node: "trust", weight: weights[1] }] } },
 * });
 * diffDefinitions(version("1.0.0", [2, 1]), version("1.1.0", [4, 2])).class; // => "compatible"
 * const diff = diffDefinitions(version("1.0.0", [2, 1]), version("1.1.0", [1, 1]));
 * diff.changes[0].shares; // => { before: "2/3", after: "1/2" }
 * [diff.bump, diff.leastVersion, diff.verdict.status]; // => ["major", "2.0.0", "too-low"]
 * ```
 */
export function diffDefinitions(a: IndexDefinition, b: IndexDefinition): DefinitionDiff {
  const two = twoDefinitions(defineIndex(a), defineIndex(b));
  const found = [...headChanges(two), ...nodeChanges(two, changedTags(two))];
  const changes = gravity.flatMap((to) => found.filter((change) => change.class === to));
  const gravest = changes[0]?.class ?? "none";
  const [from, to] = [referenceTo(two.a), referenceTo(two.b)];
  const least = leastVersion(from.version, bumps[gravest]);
  const enough =
    gravest === "none"
      ? compareVersions(to.version, from.version) >= 0
      : reaches(to.version, from.version, least);
  const status = enough
    ? "sufficient"
    : compareVersions(to.version, from.version) > 0
      ? "too-low"
      : "not-higher";
  return {
    from,
    to,
    class: gravest,
    changes,
    renames: [...two.renames].map(([old, now]) => ({ from: old, to: now })),
    bump: bumpFor(from.version, bumps[gravest]),
    leastVersion: least,
    verdict: {
      status,
      message: fillMessage(verdicts[status], {
        from: from.version,
        to: to.version,
        least,
        class: classNames[gravest],
      }),
    },
  };
}
