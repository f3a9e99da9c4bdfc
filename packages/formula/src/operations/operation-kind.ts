import type { ProblemPath } from "@cxmetrics/definition";
import type { Compiler, Step } from "../block.js";
import type { Expression, Operation } from "../expression.js";
import type { Parser } from "../parser.js";
import type { Piece, Speaker, Writer } from "../writing.js";

/** Everything there is to know about one operation. A new operation is a file that exports one of these, and a line in the registry. */
export interface OperationKind<O extends Operation = Operation> {
  /** Reads untrusted data whose `op` is known. */
  parse(record: Readonly<Record<string, unknown>>, path: ProblemPath, parser: Parser): O;
  /** Every expression inside, in the order in which it is written. */
  children(operation: O): readonly Expression[];
  compile(operation: O, compiler: Compiler): Step;
  latex(operation: O, writer: Writer): Piece;
  text(operation: O, writer: Writer): Piece;
  /** For operations that prose, where they stand inside others, writes with signs (a + b) and not in words. */
  infix?(operation: O, writer: Writer): Piece | undefined;
  readonly prose: {
    en(operation: O, speaker: Speaker): string;
    zh(operation: O, speaker: Speaker): string;
  };
}
