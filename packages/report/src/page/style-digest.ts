/** Digest of the style sheet, by which the content policy of a report lets it in and no other. A test recomputes it. */
export const styleDigest = "sha256-EGDo6umu6kbOeynYwRV9DUfOR8l02pDNIjQe1MkkluA=";
