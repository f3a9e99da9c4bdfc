import type { Piece } from "./writing.js";

/** The text of a piece, in brackets when it binds less tightly than asked, or begins with a minus where none may stand. */
export function bracketing(
  piece: Piece,
  binds: number,
  sign: "free" | "bracketed" = "free",
  [open, close]: readonly [string, string],
): string {
  const bare = piece.binds >= binds && !(sign === "bracketed" && piece.signed === true);
  return bare ? piece.text : `${open}${piece.text}${close}`;
}
