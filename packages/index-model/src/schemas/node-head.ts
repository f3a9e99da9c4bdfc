import { condition, expression } from "./expression-shape.js";
import { partShapes, type SharedShapes } from "./kind-shapes.js";
import { localizedText, provenance, weight } from "./primitives.js";

/** Shapes that every kind builds on. */
export const shared: SharedShapes = {
  head: { title: localizedText, provenance, note: localizedText.exactOptional() },
  expression,
  condition,
  weight,
};

/** Shapes of evidence, rollups, templates and constants. */
export const parts = partShapes(shared);

/** Members that every node has or may have. */
export const head = { ...shared.head, origin: parts.origin.exactOptional() };
