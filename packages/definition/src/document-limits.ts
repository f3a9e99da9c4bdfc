/** Levels of objects and lists that a document may have inside its outermost one. */
export const deepest = 64;

/** Characters of a text that is read as a document; reading takes time and memory in proportion. */
export const longestText = 2_000_000;

/** Characters of a canonical form: what is shared in memory is written out each time, so that little data can be long text. */
export const longestCanonicalForm = 50_000_000;

/** Aliases of a YAML text: enough for every part of a large definition to name its source, too few for a bomb. */
export const mostAliases = 1000;
