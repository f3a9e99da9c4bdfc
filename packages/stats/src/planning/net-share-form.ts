import { nameAmong } from "../expect/name-among.js";

/**
 * Which interval or test a net-share plan is for: `wald` (plain), or `adjusted-wald`, whose ¾ and 3 added answers spare three
 * real ones a sample.
 */
export type NetShareForm = "adjusted-wald" | "wald";

const forms: readonly NetShareForm[] = ["adjusted-wald", "wald"];

/** Answers that the form spares in each sample. */
export function answersSpared(form: unknown): number {
  return nameAmong(forms, form, "form") === "adjusted-wald" ? 3 : 0;
}
