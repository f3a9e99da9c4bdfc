import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { badCell } from "../problems.js";

const sheet = "(?:(?:'(?:[^'\\[\\]*?:\\\\/\\p{Cc}]|''){1,62}'|[\\p{L}_][\\p{L}\\p{N}_.]{0,30})!)?";
const cell = "\\$?[A-Za-z]{1,3}\\$?[1-9][0-9]{0,6}";
const name = "[\\p{L}_][\\p{L}\\p{N}_.]{0,254}";
const reference = new RegExp(`^${sheet}(?:${cell}|${name})$`, "u");

/** Names that a sheet would read as something else. */
const reserved = /^(?:true|false|r|c|r\d+c\d+)$/i;

/** A reference to one cell (`B2`, `$B$2`, `Inputs!B2`, `'My sheet'!B2`) or a defined name; anything else could be a formula. */
export function cellReference(input: string, given: unknown): string {
  const plain = typeof given === "string" ? given.slice(given.lastIndexOf("!") + 1) : "";
  if (typeof given === "string" && reference.test(given) && !reserved.test(plain)) return given;
  throw new CxMetricsError(badCell, {
    path: ["cell", input],
    values: { name: input, found: describeValue(given) },
  });
}
