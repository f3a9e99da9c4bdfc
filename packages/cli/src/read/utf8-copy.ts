import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { CxMetricsError } from "@cxmetrics/definition";
import { badEncoding, notInEncoding, notUtf8 } from "../problems.js";
import type { InputFile } from "./resolve-input.js";

/**
 * The encoding in which a text file has to be decoded before it can be read, `undefined` when it can be read as it is: the one the user
 * named, or that of a byte-order mark.
 *
 * @param named value of `--encoding`
 * @param head first bytes of the file
 * @param stripBom whether a UTF-8 byte-order mark has to go, too
 * @throws `CxMetricsError` `usage.bad-encoding`
 * @example
 * ```js
 * encodingToDecode("gbk", new Uint8Array(), false); // => "gbk"
 * encodingToDecode(undefined, new Uint8Array([0xff, 0xfe, 0x61, 0]), false); // => "utf-16le"
 * ```
 */
export function encodingToDecode(
  named: string | undefined,
  head: Uint8Array,
  stripBom: boolean,
): string | undefined {
  const bom =
    head[0] === 0xff && head[1] === 0xfe
      ? "utf-16le"
      : head[0] === 0xfe && head[1] === 0xff
        ? "utf-16be"
        : undefined;
  if (bom) return bom;
  if (named !== undefined) {
    const encoding = decoder(named).encoding;
    if (encoding !== "utf-8") return encoding;
  }
  return stripBom && head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? "utf-8" : undefined;
}

/**
 * Decodes a text file into a UTF-8 copy, a piece at a time: a file larger than memory is no trouble. A byte-order mark is left out.
 *
 * @param file what to decode
 * @param encoding label of the WHATWG Encoding Standard
 * @param target path of the copy
 * @param signal stops it
 * @throws `CxMetricsError` `table.not-in-encoding`, `table.not-utf-8`
 */
export async function copyAsUtf8(
  file: InputFile,
  encoding: string,
  target: string,
  signal?: AbortSignal,
): Promise<void> {
  const text = decoder(encoding);
  async function* decode(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    for await (const piece of source) yield text.decode(piece, { stream: true });
    yield text.decode();
  }
  try {
    await pipeline(createReadStream(file.path), decode, createWriteStream(target, { flags: "wx" }), {
      ...(signal ? { signal } : {}),
    });
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    const values = { file: file.shown, encoding, place: "" };
    throw new CxMetricsError(encoding === "utf-8" ? notUtf8 : notInEncoding, { path: [file.shown], values });
  }
}

function decoder(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new CxMetricsError(badEncoding, { path: ["--encoding"], values: { found: label } });
  }
}
