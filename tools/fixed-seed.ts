import fc from "fast-check";

/**
 * Property tests draw the same cases on every run, so that a commit that passed once passes again. `CX_SEED=random` explores
 * others; fast-check prints the seed of a failure, and `CX_SEED=<number>` repeats it.
 */
const asked = process.env["CX_SEED"];
if (asked !== "random") fc.configureGlobal({ seed: Number(asked ?? 20260101) });
