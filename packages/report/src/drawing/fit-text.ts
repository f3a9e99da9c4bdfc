import { textWidth } from "./text-width.js";

/** A text cut to a width, with an ellipsis where something was cut. The table beside the chart has it whole. */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** A Chinese or Japanese character with the punctuation after it, or a run of other characters, and the space behind it. */
const word = /(?:[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}][，。、；：）”]*|[^\s\p{scx=Han}]+|\s)\s*/gu;

/** A text in lines of a width, broken at spaces and between Chinese characters; the last line is cut. */
export function wrapText(text: string, width: number, size: number, most: number): readonly string[] {
  const words = (text.match(word) ?? []).flatMap((one) => hyphenated(one, width, size));
  const lines: string[] = [];
  let line = "";
  for (const [index, word] of words.entries()) {
    if (line !== "" && textWidth((line + word).trimEnd(), size) > width) {
      if (lines.length === most - 1)
        return [...lines, fitText(line + words.slice(index).join(""), width, size)];
      lines.push(fitText(line.trimEnd(), width, size));
      line = "";
    }
    line += word;
  }
  return [...lines, fitText(line.trimEnd(), width, size)];
}

/** A word in pieces that fit, with a hyphen where it is broken; Chinese needs none. */
function hyphenated(one: string, width: number, size: number): readonly string[] {
  if (textWidth(one.trimEnd(), size) <= width) return [one];
  const pieces: string[] = [];
  let piece = "";
  for (const character of one) {
    if (piece !== "" && textWidth(`${piece}${character}-`, size) > width) {
      pieces.push(`${piece}-`);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}
