import { open } from "node:fs/promises";

/** The beginning of a file. */
export interface FileHead {
  readonly bytes: Uint8Array;
  /** Whether that is all of it. */
  readonly complete: boolean;
}

/** Enough for any header; a longer one is a mistake. */
const limit = 1024 * 1024;

/** Reads the first mebibyte of a file. */
export async function readHead(path: string): Promise<FileHead> {
  const file = await open(path);
  try {
    const buffer = new Uint8Array(limit);
    let filled = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, filled, limit - filled, filled);
      filled += bytesRead;
      if (bytesRead === 0 || filled === limit) break;
    }
    return { bytes: buffer.subarray(0, filled), complete: filled < limit };
  } finally {
    await file.close();
  }
}
