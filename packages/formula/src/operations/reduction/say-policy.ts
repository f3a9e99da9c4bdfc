import type { Coverage } from "../../expression.js";
import { weightToNumber } from "../../rational.js";

type Policy = Coverage & { readonly missing?: "propagate" | "renormalise" | "skip" };

/** What happens to missing operands (and the other weights), as a clause that follows in English; empty where every operand is needed. */
export function policyInEnglish(policy: Policy, others = "scaling up the other weights"): string {
  if (policy.missing === "skip") return `, leaving out missing values${leastInEnglish(policy)}`;
  if (policy.missing !== "renormalise") return "";
  return `, leaving out missing values and ${others}${leastInEnglish(policy)}`;
}

function leastInEnglish({ minimumAvailable, minimumCount }: Coverage): string {
  const needs = [
    ...(asksNothing(minimumAvailable) ? [] : [`${minimumAvailable} of the applicable weight`]),
    ...(minimumCount === undefined ? [] : [`${minimumCount} ${minimumCount === 1 ? "value" : "values"}`]),
  ];
  return needs.length === 0 ? "" : ` (at least ${needs.join(" and ")} must be available)`;
}

/** A least share of 0 is always there. */
function asksNothing(share: Coverage["minimumAvailable"]): boolean {
  return share === undefined || weightToNumber(share) === 0;
}

/** What happens to missing operands, in full-width parentheses; empty where every operand is needed. */
export function policyInChinese(policy: Policy, others = "其余权重按比例放大"): string {
  const { missing, minimumAvailable, minimumCount } = policy;
  if (missing !== "renormalise" && missing !== "skip") return "";
  const share = asksNothing(minimumAvailable) ? "" : `，可用权重须不低于适用权重的 ${minimumAvailable}`;
  const count = minimumCount === undefined ? "" : `，可用数值须不少于 ${minimumCount} 个`;
  return `（缺失值不计${missing === "renormalise" ? `，${others}` : ""}${share}${count}）`;
}

/** What happens to missing operands, for plain text after the operands of a call. */
export function policyInText({ missing, minimumAvailable, minimumCount }: Policy): string {
  if (missing !== "renormalise" && missing !== "skip") return "";
  const share = minimumAvailable === undefined ? "" : `, at least ${minimumAvailable} available`;
  const count = minimumCount === undefined ? "" : `, at least ${minimumCount} values`;
  return `; ${missing}${share}${count}`;
}
