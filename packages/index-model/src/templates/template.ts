import type { LocalizedText, Provenance } from "@cxmetrics/definition";
import type { IndexDefinition, IndexNode, NodeHead } from "../index-definition.js";

/**
 * A sub-definition with parameters. In its nodes, `{name}` stands for a parameter, or for the node of the template with that
 * id. A text that is nothing but one placeholder takes the value as it is, numbers as numbers.
 */
export interface Template {
  readonly title: LocalizedText;
  readonly provenance: Provenance;
  readonly note?: LocalizedText;
  readonly parameters: Readonly<Record<string, TemplateParameter>>;
  /** The node of the template that stands for the whole; it takes the id, title and provenance of the node that uses it. */
  readonly root: string;
  /** Nodes by their id inside the template; all but the root become `<use>_<id>`. */
  readonly nodes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What a parameter may be: a number, a text, a column of the table, or a node (`id`, `id.raw`, `id.output`). */
export interface TemplateParameter {
  readonly type: "number" | "text" | "column" | "node";
  readonly title: LocalizedText;
  readonly default?: number | string;
}

/** A node that stands for a template with its parameters filled in; `defineIndex` puts ordinary nodes in its place. */
export interface UseNode extends NodeHead {
  readonly kind: "use";
  readonly template: string;
  readonly with?: Readonly<Record<string, number | string>>;
}

/** Where an expanded node comes from. */
export interface TemplateOrigin {
  readonly id: string;
  /** Id of the node that used the template. */
  readonly use: string;
  readonly provenance: Provenance;
}

/** A number with a name and a source. Formulas read it as `#<name>`; `defineIndex` puts the number in its place. */
export interface Constant {
  readonly title: LocalizedText;
  /** A number, or an exact rational such as `"1/3"`. */
  readonly value: number | string;
  readonly unit?: string;
  readonly provenance: Provenance;
  readonly note?: LocalizedText;
}

/** A definition as it may be written: with templates and nodes that use them. `defineIndex` gives an `IndexDefinition`. */
export interface IndexDocument extends Omit<IndexDefinition, "nodes"> {
  readonly nodes: Readonly<Record<string, IndexNode | UseNode>>;
  readonly templates?: Readonly<Record<string, Template>>;
}
