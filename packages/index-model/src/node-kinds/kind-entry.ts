import type { LocalizedText } from "@cxmetrics/definition";

/** What a catalogue page tells of a kind of node, besides its title. */
export interface KindEntry {
  /** What the kind says, as LaTeX. */
  readonly formula: string;
  readonly source: string;
  readonly edgeCases: LocalizedText;
  /**
   * A worked example: the node without title and provenance, the values of what it reads by name, and its value. Attributes of
   * the unit stand under `attributes`.
   */
  readonly example: {
    readonly node: Readonly<Record<string, unknown>>;
    readonly inputs: Readonly<Record<string, number>>;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly value: number;
  };
}
