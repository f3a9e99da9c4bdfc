import type { RatingScale } from "../scale.js";
import type { QuestionnaireItem } from "./questionnaire.js";

/** Items 1 to `count` on one scale; the listed numbers are reversed. */
export function numberedItems(
  count: number,
  scale: RatingScale,
  reversed: readonly number[] = [],
): readonly QuestionnaireItem[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    scale: { ...scale },
    ...(reversed.includes(index + 1) ? { reversed: true } : {}),
  }));
}

/** Ids of the items from one number to another. */
export function itemsFrom(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
