/**
 * Joins parts of a Chinese sentence, with a blank between a Chinese character and a Latin letter, digit or half-width bracket
 * and none elsewhere. Only the seams are looked at: names stay as they are.
 */
export function chinese(...parts: readonly string[]): string {
  let text = "";
  for (const part of parts) {
    const seam = `${text.slice(-1)}${part.slice(0, 1)}`;
    text += /^\p{Script=Han}[\w(|−-]$|^[\w%)|]\p{Script=Han}$/u.test(seam) ? ` ${part}` : part;
  }
  return text;
}

/** One part as it is; two as `a 与 b`; more as `a、b 与 c`. */
export function listInChinese(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : chinese(parts.slice(0, -1).join("、"), "与", last);
}
