/** Whether a value is an object as JSON knows it: no list, date, map or other instance, from this realm or another. */
export function isPlainRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Every realm has an Object.prototype of its own; what they share is that nothing stands above it.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
