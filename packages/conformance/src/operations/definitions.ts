import { canonicalJson, digestDefinition, digestOf, referenceTo } from "@cxmetrics/definition";
import { operationsOf } from "./operation.js";

/** Canonical form and digests. */
export const definitionOperations = operationsOf("definitions", "definition", [
  [
    "canonical-text",
    { canonicalJson },
    ["value"],
    "canonical JSON text (RFC 8785)",
    "规范 JSON 文本（RFC 8785）",
  ],
  ["digest", { digestOf }, ["value"], "SHA-256 of the canonical text", "规范文本的 SHA-256 摘要"],
  [
    "digest-definition",
    { digestDefinition },
    ["definition"],
    "digest of a definition document",
    "定义文档的摘要",
  ],
  [
    "definition-reference",
    { referenceTo },
    ["definition"],
    "id, version and digest that results carry",
    "结果所附的 id、版本与摘要",
  ],
]);
