import { CxMetricsError, isCxMetricsError } from "./cx-metrics-error.js";
import { describeValue } from "./describe-value.js";
import { deepest, longestCanonicalForm } from "./document-limits.js";
import type { LocalizedText } from "./localized-text.js";
import { isPlainRecord } from "./plain-record.js";
import { notPlainData, tooDeep, tooLarge } from "./problems.js";

/**
 * Canonical form of plain data after RFC 8785 (JSON Canonicalization Scheme): no white space, keys sorted by UTF-16 code
 * units, numbers and strings as ECMAScript writes them. Equal data has equal text, whatever the order of its keys.
 *
 * Properties that are `undefined` are left out, as in JSON; an `undefined` member of a list is refused, because JSON would
 * turn it into `null`. Negative zero is written `0`.
 *
 * @param value plain data, at most 64 levels deep and, when written out, 50 million characters long (counting eight more for each value)
 * @returns the text that is hashed
 * @throws `CxMetricsError` `document.not-plain-data` for `NaN`, infinities, lone surrogates, functions, dates and other
 * instances, and cycles; `document.too-deep`; `document.too-large`
 * @see RFC 8785, June 2020
 * @example
 * ```ts
 * canonicalJson({ b: [1.0, 1e21], a: "体验" }); // => '{"a":"体验","b":[1,1e+21]}'
 * ```
 */
export function canonicalJson(value: unknown): string {
  try {
    return write(value, { path: [], above: new Set(), length: 0 });
  } catch (thrown) {
    if (isCxMetricsError(thrown)) throw thrown;
    // A getter or a proxy of the caller's threw.
    throw new CxMetricsError(notPlainData, {
      values: { found: { en: "a value that cannot be read", zh: "无法读取的值" } },
    });
  }
}

/** Where the writer stands: the way to the value, the objects around it, and the characters written so far. */
interface Progress {
  readonly path: (string | number)[];
  readonly above: Set<object>;
  length: number;
}

function write(value: unknown, progress: Progress): string {
  if (typeof value === "object" && value !== null) return writeCollection(value, progress);
  const problem = whyNotPlain(value);
  if (problem) throw refuse(problem, progress);
  const text = JSON.stringify(value);
  grow(progress, text.length);
  return text;
}

function writeCollection(value: object, progress: Progress): string {
  const { path, above } = progress;
  if (above.has(value))
    throw refuse({ en: "a reference to an object around it", zh: "对外层对象的循环引用" }, progress);
  if (above.size > deepest)
    throw new CxMetricsError(tooDeep, { path: path.slice(0, 8), values: { limit: deepest } });

  above.add(value);
  grow(progress, 2);
  let text: string;
  if (Array.isArray(value)) {
    text = `[${Array.from(value, (item, index) => {
      path.push(index);
      const member = write(item, progress);
      path.pop();
      return member;
    }).join(",")}]`;
  } else {
    if (!isPlainRecord(value)) {
      const name = instanceName(value);
      throw refuse({ en: `an instance of ${name}`, zh: `${name} 的实例` }, progress);
    }
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    // The default order of strings is by UTF-16 code units, which is what RFC 8785 asks for.
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    text = `{${members
      .map(([key, member]) => {
        path.push(key);
        const pair = `${write(key, progress)}:${write(member, progress)}`;
        path.pop();
        return pair;
      })
      .join(",")}}`;
  }
  above.delete(value);
  return text;
}

function refuse(found: LocalizedText, progress: Progress): CxMetricsError {
  return new CxMetricsError(notPlainData, { path: [...progress.path], values: { found } });
}

function whyNotPlain(value: unknown): LocalizedText | undefined {
  if (value === null || typeof value === "boolean") return undefined;
  if (typeof value === "number" && Number.isFinite(value)) return undefined;
  if (typeof value !== "string") return describeValue(value);
  if (!/\p{Surrogate}/u.test(value)) return undefined;
  return { en: "a text with half of a surrogate pair", zh: "含不成对代理项的文本" };
}

function grow(progress: Progress, characters: number): void {
  // Eight for the value itself: a list of many tiny values is as costly as a long text.
  progress.length += characters + 8;
  if (progress.length > longestCanonicalForm)
    throw new CxMetricsError(tooLarge, { values: { limit: longestCanonicalForm } });
}

function instanceName(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === "string" && name !== "" ? name.slice(0, 40) : "a class";
}
