/** RFC 7396, JSON Merge Patch: objects are merged member by member, `null` removes a member, all else replaces. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (typeof patch !== "object" || patch === null || Array.isArray(patch)) return patch;
  const merged = new Map<string, unknown>(
    typeof target === "object" && target !== null && !Array.isArray(target) ? Object.entries(target) : [],
  );
  for (const [key, member] of Object.entries(patch)) {
    if (member === null) merged.delete(key);
    else if (member !== undefined) merged.set(key, mergePatch(merged.get(key), member));
  }
  return Object.fromEntries(merged);
}
