/** Digest of the style of a standard, by which its content policy lets it in and no other. A test recomputes it. */
export const standardStyleDigest = "sha256-4y3Lk2Rx5bXsX+zNVFVnk0hOLkXjwQi2SPbQ94AHx4g=";
