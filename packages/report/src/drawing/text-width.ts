/** Estimated width of a text in a sans-serif face: no browser is at hand, and the same text must always come out the same. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size;
}

function emsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x1100) return wide.test(character) ? 1 : 0.62;
  if (/[iljtf.,:;'|!()[\] 1]/.test(character)) return character === "1" ? 0.62 : 0.36;
  if (/[mwMW@%]/.test(character)) return 0.92;
  if (/[A-Z]/.test(character)) return 0.71;
  return 0.61;
}

const wide = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\u3000-\u303f\uff00-\uffef]/u;
