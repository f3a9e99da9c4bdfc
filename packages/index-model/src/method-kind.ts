/**
 * What a method looks at. `row`: the unit's own values alone, so it lowers to a formula. `fit`: parameters from a reference
 * population first; with these frozen it lowers to a formula too. `cohort`: all units of the table at once; it never lowers.
 */
export type MethodKind = "row" | "fit" | "cohort";
