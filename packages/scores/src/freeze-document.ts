/** Freezes a document and everything in it, so that its digest stays true. */
export function freezeDocument<T extends object>(document: T): T {
  for (const member of Object.values(document))
    if (typeof member === "object" && member !== null) freezeDocument(member as object);
  return Object.freeze(document);
}
