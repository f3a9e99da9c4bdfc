import { Composer, type Document, Lexer, LineCounter, Parser, type YAMLError } from "yaml";
import { canonicalJson } from "./canonical-json.js";
import { CxMetricsError } from "./cx-metrics-error.js";
import { deepest, longestText, mostAliases } from "./document-limits.js";
import { expectText } from "./expect/text.js";
import { tooDeep, tooLarge, unreadable } from "./problems.js";
import { refuseUnsafeKeys } from "./refuse-unsafe-keys.js";
import { findYamlFault, sayYamlError, severalDocuments, type YamlFault } from "./yaml-fault.js";

/** Every rule is fixed here, so that a `%YAML` line in the text cannot choose others. */
const rules = {
  schema: "core",
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  // Slow for large maps; `findYamlFault` looks for duplicates itself.
  uniqueKeys: false,
} as const;

/**
 * Reads an untrusted document written in JSON or YAML 1.2 (JSON is YAML) into plain data that has a canonical form.
 *
 * The core schema of YAML 1.2 holds: `no` and `2020-01-01` are texts, `<<` is a key like any other, and a key is always a
 * text. Refused are duplicate keys, keys that are lists or maps, tags beyond the core schema, several documents in one
 * text, aliases that expand far or into themselves, keys that reach a prototype, `.nan`, `.inf` and numbers that overflow,
 * nesting beyond 64 levels and texts beyond 2 million characters. A byte-order mark is skipped.
 *
 * @param text the document
 * @returns plain data
 * @throws `CxMetricsError` `document.unreadable` with line and column, `document.unsafe-key`, `document.too-deep`,
 * `document.too-large`, `document.not-plain-data`, and `document.wrong-type` for something that is no text or blank
 * @see YAML 1.2.2, 10.3 (core schema); RFC 8259
 * @example
 * ```ts
 * parseDocument("steps: [apply, approve]"); // => { steps: ["apply", "approve"] }
 * parseDocument('{ "windowMs": 604800000 }'); // => { windowMs: 604800000 }
 * ```
 */
export function parseDocument(text: string): unknown {
  const expected = { en: "the text of a JSON or YAML document", zh: "以 JSON 或 YAML 书写的文本" };
  const source = expectText(text, [], undefined, expected).replace(/^\uFEFF/, "");
  if (source.length > longestText) throw new CxMetricsError(tooLarge, { values: { limit: longestText } });

  const lines = new LineCounter();
  const { document, fault } = compose(source, lines);
  if (fault) throw refuse(fault, lines);
  const data = toPlainData(document, lines);
  refuseUnsafeKeys(data);
  // Whatever is read can be digested: no NaN, no lone surrogate, no instance.
  canonicalJson(data);
  return data;
}

/** A composer recurses, and a full stack can end the whole process: the parser, which does not, stops deep nesting before. */
function* shallowTokens(source: string, lines: LineCounter): ReturnType<Parser["parse"]> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(source)) {
    yield* parser.next(lexeme);
    // The stack also holds the document and a scalar; the exact limit is for `refuseUnsafeKeys` to hold.
    if (parser.stack.length > deepest + 8) throw new CxMetricsError(tooDeep, { values: { limit: deepest } });
  }
  yield* parser.end();
}

function compose(source: string, lines: LineCounter): { document: Document.Parsed; fault?: YamlFault } {
  const documents = [...new Composer(rules).compose(shallowTokens(source, lines), true, source.length)];
  const [document, second] = documents as [Document.Parsed, Document.Parsed?];
  const [error] = [...document.errors, ...document.warnings] as YAMLError[];
  const fault = error
    ? sayYamlError(error)
    : second
      ? { offset: second.range[0], reason: severalDocuments }
      : findYamlFault(document);
  return fault ? { document, fault } : { document };
}

function toPlainData(document: Document.Parsed, lines: LineCounter): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch {
    // Aliases that lead nowhere were found before, which leaves those that expand too far.
    const reason = { en: "its aliases expand too far", zh: "别名展开过多" };
    throw refuse({ offset: 0, reason }, lines);
  }
}

function refuse(fault: YamlFault, lines: LineCounter): CxMetricsError {
  const { line, col } = lines.linePos(fault.offset);
  return new CxMetricsError(unreadable, {
    values: { line: Math.max(line, 1), column: Math.max(col, 1), reason: fault.reason },
  });
}
