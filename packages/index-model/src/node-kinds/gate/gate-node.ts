import type { Condition } from "@cxmetrics/formula";
import type { NodeHead } from "../../index-definition.js";

/** Lets a value through unless a predicate holds (一票否决, evidence gates). */
export interface GateNode extends NodeHead {
  readonly kind: "gate";
  /** The node whose value passes or not. */
  readonly of: string;
  /** When it holds, the gate is triggered: a condition over nodes and `<id>.raw`, or a statement about the unit. */
  readonly when: Condition | Statement;
  readonly effect: GateEffect;
  /** When the predicate cannot be decided: `keep` the value, or take it for `missing`. The status is `not-assessed` either way. */
  readonly notAssessed: "keep" | "missing";
}

/** An attribute of the table that says whether something was found. Any other text, above all none, is not assessed. */
export interface Statement {
  readonly attribute: string;
  /** Texts by which the gate is triggered, for example `confirmed`. */
  readonly confirmed: readonly string[];
  /** Texts by which it is passed, for example `none`. */
  readonly clear: readonly string[];
}

/** What becomes of the value when the gate is triggered. */
export type GateEffect =
  /** The value becomes this one, for example 0. */
  | { readonly do: "set"; readonly value: number }
  /** The value is at most this one. */
  | { readonly do: "cap"; readonly at: number }
  /** There is no value: the evidence is not good enough. */
  | { readonly do: "missing" }
  /** There is a value, but it is not given. */
  | { readonly do: "withhold" }
  /** The value stays; the grade is at best this one. Grades must list the gate. */
  | { readonly do: "cap-grade"; readonly at: string }
  /** The value stays; there is no grade. Grades must list the gate. */
  | { readonly do: "withhold-grade" };
