import type { LocalizedText } from "./localized-text.js";

/** The data cannot support a number, and why. Stands in place of the number: never `NaN`, never a silent zero. */
export interface NotComputable {
  readonly status: "not-computable";
  /** Stable code of the reason, for example `no-valid-answers`. */
  readonly reason: string;
  /** The reason as a sentence. */
  readonly message: LocalizedText;
}

/** A number exists but is withheld, for example because too few people answered. */
export interface Suppressed {
  readonly status: "suppressed";
  readonly reason: string;
  readonly message: LocalizedText;
}

/** Something a reader of a result must know although the number stands. */
export interface Warning {
  /** Stable code, for example `interval.small-sample`. */
  readonly code: string;
  readonly message: LocalizedText;
  /** The numbers behind the sentence. */
  readonly values?: Readonly<Record<string, string | number | boolean | null>>;
}
