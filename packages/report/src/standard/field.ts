import type { LocalizedText } from "@cxmetrics/definition";

interface Told {
  /** What to write there; the message about an empty field and the template say it. */
  readonly about: LocalizedText;
  /** Whether the field may stay empty. */
  readonly optional?: true;
}

/** A text in English and Chinese. */
interface TextField extends Told {
  readonly kind: "text";
}
/** One text for both languages: a name, a date. */
interface PlainField extends Told {
  readonly kind: "plain";
}
/** A number within bounds, both included. */
interface NumberField extends Told {
  readonly kind: "number";
  readonly least: number;
  readonly most: number;
  readonly integer?: true;
}
/** One of several words. */
interface ChoiceField extends Told {
  readonly kind: "choice";
  readonly of: readonly string[];
}
/** Judgements as `evaluatePanel` reads them, without `indicators`. */
interface PanelField extends Told {
  readonly kind: "panel";
}
/** Members of the same form. */
interface ListField extends Told {
  readonly kind: "list";
  readonly of: Field;
  readonly least: number;
}
/** Fields by name. */
export interface GroupField extends Told {
  readonly kind: "group";
  readonly fields: Readonly<Record<string, Field>>;
}
/** The same fields for each of several parts of the definition, by id. */
interface ByIdField extends Told {
  readonly kind: "by-id";
  readonly of: GroupField;
}

/** A field of the supplement. Reading, the search for empty fields, the template and the schema all walk over these. */
export type Field =
  | TextField
  | PlainField
  | NumberField
  | ChoiceField
  | PanelField
  | ListField
  | GroupField
  | ByIdField;
