import type { DefinitionReference, LocalizedText } from "@cxmetrics/definition";
import type { Fault } from "@cxmetrics/formula";
import type { ChangeAttributionOutcome } from "../attribution/change-attribution.js";
import type { RankMove } from "../comparison/index-comparison.js";
import type { Weight } from "../index-definition.js";
import type { DefinitionChange } from "../versions/definition-diff.js";

/** What is to be changed. */
export interface WhatIfOptions {
  /** Name of the unit, or its row. */
  readonly unit: string | number;
  /** Other raw values of the unit, by indicator or column; `null` makes a value missing. 0 is a value. */
  readonly values?: Readonly<Record<string, number | null>>;
  /** Other weights, by mean and child, for all units. 0 is a weight. */
  readonly weights?: Readonly<Record<string, Readonly<Record<string, Weight>>>>;
  /** JSON Merge Patch (RFC 7396) of the definition, for all units: `null` removes a member. Made after `weights`. */
  readonly definitionPatch?: object;
  /** Which values rank first; `higher` where it is left out. */
  readonly better?: "higher" | "lower";
}

/** One node of the unit before and after. */
export interface WhatIfNode {
  readonly node: string;
  readonly title: LocalizedText;
  readonly before: number | null;
  readonly after: number | null;
  /** after − before; `null` where either is lacking. */
  readonly change: number | null;
  /** Why there is no value, where there is none. */
  readonly reasonBefore?: Fault;
  readonly reasonAfter?: Fault;
}

/** What a change would do. Plain data. */
export interface WhatIf {
  readonly unit: string;
  readonly row: number;
  /** Node whose value is the index, as the definition that was tried calls it. */
  readonly root: string;
  readonly definitions: { readonly before: DefinitionReference; readonly after: DefinitionReference };
  /** Changes of the definition; empty when only values change. */
  readonly changes: readonly DefinitionChange[];
  /** Every node of either definition, those that move first in the order of the document. */
  readonly nodes: readonly WhatIfNode[];
  /** The change of the root, shared among values and aspects of the definition. */
  readonly attribution: ChangeAttributionOutcome;
  /** Ranks of all units that have a value before and after: other weights move others as well. */
  readonly ranks: readonly RankMove[];
}
