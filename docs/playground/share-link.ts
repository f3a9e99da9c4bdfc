import { CxMetricsError, type Problem, refuseUnsafeKeys } from "@cxmetrics/definition";

/** Longest hash that mail programs and chats leave whole. */
const longestHash = 30_000;
/** A short hash can unpack into very much. */
const largestState = 400_000;

const tooLarge: Problem = {
  code: "playground.link-too-large",
  en: "This does not fit into a link. Download the definition and send the file.",
  zh: "内容过大，无法放入链接。请下载定义后发送文件。",
};
const unreadable: Problem = {
  code: "playground.link-unreadable",
  en: "The link is damaged: nothing of it was used.",
  zh: "链接已损坏，未采用其中任何内容。",
};

/** What a tool keeps in its address: plain data. */
export type LinkState = Readonly<Record<string, unknown>>;

/** State as the hash of an address: JSON, deflated, in base64url. */
export async function writeLink(state: LinkState): Promise<string> {
  const packed = await through(
    new TextEncoder().encode(JSON.stringify(state)),
    new CompressionStream("deflate-raw"),
  );
  const hash = `#s=${base64url(packed)}`;
  if (hash.length > longestHash) throw new CxMetricsError(tooLarge);
  return hash;
}

/**
 * State from the hash of an address. It is untrusted: what it holds goes through the doors of the packages afterwards; here it is
 * only made sure that it is a record of a bearable size without keys that reach a prototype. Another hash gives `undefined`.
 */
export async function readLink(hash: string): Promise<LinkState | undefined> {
  const text = /^#s=([\w-]+)$/.exec(hash)?.[1];
  if (text === undefined) return undefined;
  if (hash.length > longestHash) throw new CxMetricsError(tooLarge);
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) =>
      sign.charCodeAt(0),
    );
    const json = new TextDecoder("utf-8", { fatal: true }).decode(
      await through(bytes, new DecompressionStream("deflate-raw"), largestState),
    );
    const state: unknown = JSON.parse(json);
    refuseUnsafeKeys(state);
    if (typeof state !== "object" || state === null || Array.isArray(state)) throw new Error("not a record");
    return state as LinkState;
  } catch {
    throw new CxMetricsError(unreadable);
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const stream = new Blob([bytes]).stream().pipeThrough(transform);
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > most) {
      await reader.cancel();
      throw new Error("too large");
    }
    parts.push(part.value as Uint8Array<ArrayBuffer>);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function base64url(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** A text of a state, or nothing. */
export function textIn(state: LinkState, key: string): string | undefined {
  const value = Object.hasOwn(state, key) ? state[key] : undefined;
  return typeof value === "string" ? value : undefined;
}

/** A finite number of a state, or nothing. */
export function numberIn(state: LinkState, key: string): number | undefined {
  const value = Object.hasOwn(state, key) ? state[key] : undefined;
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
