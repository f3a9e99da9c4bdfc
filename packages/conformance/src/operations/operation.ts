import type { LocalizedText } from "@cxmetrics/definition";
import type { ConformanceArea } from "../conformance-vectors.js";

/** One operation that an implementation can offer: a function of named inputs, free of any language. */
export interface ConformanceOperation {
  /** As requests write it. */
  readonly name: string;
  /** Area at home; vectors of other areas may use it too. */
  readonly area: ConformanceArea;
  readonly title: LocalizedText;
  /** Named inputs, in the order in which our function takes them. */
  readonly inputs: readonly string[];
  /** Whether further members of the input are options. */
  readonly options: boolean;
  /** Package and function whose documentation gives formula, units, ranges and edge cases. */
  readonly documentedAs: { readonly package: string; readonly function: string };
}

/** An operation with our own implementation. */
export interface ImplementedOperation extends ConformanceOperation {
  readonly call: (input: Readonly<Record<string, unknown>>) => unknown;
}

/** Any function: its inputs come from outside and it checks them itself. */
type AnyFunction = (...inputs: never[]) => unknown;

/**
 * One row of an operations table. An input written `...name` is a list whose members are passed one by one; `options` in last place takes
 * all members of the input that are not named before it.
 */
export type OperationRow = readonly [
  name: string,
  from: Readonly<Record<string, AnyFunction>>,
  inputs: readonly string[],
  en: string,
  zh: string,
];

/** Builds the operations of one package and area from their rows. */
export function operationsOf(
  area: ConformanceArea,
  owner: string,
  rows: readonly OperationRow[],
): readonly ImplementedOperation[] {
  return rows.map(([name, from, written, en, zh]) => {
    const [title, run] = Object.entries(from)[0] ?? ["", () => undefined];
    const options = written.at(-1) === "options";
    const inputs = options ? written.slice(0, -1) : written;
    const names = inputs.map((input) => input.replace(/^\.\.\./, ""));
    return {
      name,
      area,
      title: { en, zh },
      inputs: names,
      options,
      documentedAs: { package: owner, function: title },
      call: (input) => {
        const rest = Object.entries(input).filter(([key]) => !names.includes(key));
        const values = inputs.flatMap((key) => {
          const value = input[key.replace(/^\.\.\./, "")];
          return key.startsWith("...") && Array.isArray(value) ? (value as unknown[]) : [value];
        });
        if (options && (rest.length > 0 || names.length === 0)) values.push(Object.fromEntries(rest));
        return (run as (...all: unknown[]) => unknown)(...values);
      },
    };
  });
}
