import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** SHA-256 of the bytes of a file, written as `digestOf` writes it, a piece at a time. */
export async function fileDigest(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path) as AsyncIterable<Uint8Array>) hash.update(piece);
  return `sha256:${hash.digest("hex")}`;
}
