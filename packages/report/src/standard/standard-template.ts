import { defineIndex, type IndexDefinition } from "@cxmetrics/index-model";
import type { Field } from "./field.js";
import { headAbout, supplementFields } from "./supplement-fields.js";

/**
 * The companion document of a standard with every field empty and every field explained in English and Chinese, for the indicators and
 * means of a definition. It is YAML that `parseStandardSupplement` reads; what is optional stands in comments.
 *
 * @param definition the index definition
 * @returns YAML
 * @throws `CxMetricsError` as `defineIndex` does
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "Ease", zh: "易用" };
 * const ease = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const head = { formatVersion: 1, id: "example.ease", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 } };
 * const template = standardTemplate({ ...head, root: "ease", nodes: { ease } });
 * parseStandardSupplement(template).definition; // => "example.ease@1.0.0"
 * ```
 */
export function standardTemplate(definition: IndexDefinition): string {
  const document = defineIndex(definition);
  const ids = {
    indicators: idsOf(document, ({ kind }) => kind === "indicator"),
    weights: idsOf(document, (node) => node.kind === "aggregate" && node.children.length > 1),
  };
  const lines = [
    `# ${headAbout.en}`,
    `# ${headAbout.zh}`,
    "formatVersion: 1",
    `id: ${document.id}-standard`,
    "version: 0.1.0",
    `title: { en: ${quoted(document.title.en)}, zh: ${quoted(document.title.zh)} }`,
    'provenance: { status: illustrative, source: "not stated yet" }',
  ];
  for (const [name, field] of Object.entries(supplementFields.fields)) {
    lines.push("");
    if (name === "definition")
      lines.push(...about(field, ""), `definition: ${document.id}@${document.version}`);
    else if (field.kind === "by-id") {
      lines.push(...about(field, ""), `${name}:`);
      for (const [id, title] of ids[name as keyof typeof ids])
        lines.push(
          `  ${quoted(id)}: # ${oneLine(title.en)} / ${oneLine(title.zh)}`,
          ...members(field.of, "    "),
        );
    } else lines.push(...written(name, field, ""));
  }
  return `${lines.join("\n")}\n`;
}

function written(name: string, field: Field, indent: string): readonly string[] {
  if (field.optional) {
    const [, ...lines] = written(name, withoutOptional(field), indent);
    return [...about(field, indent), ...lines.map((line) => commented(line, indent))];
  }
  const head = about(field, indent);
  switch (field.kind) {
    case "text":
      return [...head, `${indent}${name}: { en: "", zh: "" }`];
    case "plain":
      return [...head, `${indent}${name}: ""`];
    case "list":
      if (field.of.kind === "group")
        return [...head, `${indent}${name}:`, `${indent}  -`, ...members(field.of, `${indent}    `)];
      return [...head, `${indent}${name}: []`];
    case "group":
      return [...head, `${indent}${name}:`, ...members(field, `${indent}  `)];
    default:
      return [...head, `${indent}${name}: null`];
  }
}

function members(field: Field, indent: string): readonly string[] {
  return field.kind === "group"
    ? Object.entries(field.fields).flatMap(([name, inner]) => written(name, inner, indent))
    : [];
}

function withoutOptional({ optional: _optional, ...field }: Field): Field {
  return field as Field;
}

function commented(line: string, indent: string): string {
  return `${indent}# ${line.slice(indent.length)}`;
}

function about(field: Field, indent: string): readonly string[] {
  const may = field.optional ? { en: " (optional)", zh: "（可选）" } : { en: "", zh: "" };
  const of = field.kind === "choice" ? ` [${field.of.join(", ")}]` : "";
  return [`${indent}# ${field.about.en}${of}${may.en} / ${field.about.zh}${may.zh}`];
}

function idsOf({ nodes }: IndexDefinition, which: (node: IndexDefinition["nodes"][string]) => boolean) {
  return Object.entries(nodes).flatMap(([id, node]) => (which(node) ? [[id, node.title] as const] : []));
}

function quoted(text: string): string {
  return JSON.stringify(oneLine(text));
}

/** A comment ends with its line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
