/** Where something stands in a document. */
export type DocumentPath = readonly (string | number)[];

/** A number of a definition that a cell of the workbook holds. */
export interface Parameter {
  /** Where it stands in the definition. */
  readonly path: DocumentPath;
  /** The node to which it belongs; none for the scale. */
  readonly node?: string;
  /** As written: a number, or a rational such as `"6/16"`. */
  readonly value: number | string;
}

/** The number for which a parameter stands. */
export function parameterNumber({ value }: Pick<Parameter, "value">): number {
  if (typeof value === "number") return value;
  const [above = "0", below = "1"] = value.split("/");
  return Number(above) / Number(below);
}
