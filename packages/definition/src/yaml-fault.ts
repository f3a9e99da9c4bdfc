import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  type Scalar,
  visit,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import { mostAliases } from "./document-limits.js";
import type { LocalizedText } from "./localized-text.js";

/** What is wrong with a text that claims to be YAML, and where. */
export interface YamlFault {
  /** Characters before the fault. */
  readonly offset: number;
  readonly reason: LocalizedText;
}

/** What the parser says in English only; a code that is new to us is told in English in both languages. */
const chinese: Readonly<Record<string, string>> = {
  ALIAS_PROPS: "别名不能带有标签或锚点",
  BAD_ALIAS: "锚点或别名的写法不正确",
  BAD_COLLECTION_TYPE: "标签与集合的类型不符",
  BAD_DIRECTIVE: "指令不正确或未知",
  BAD_DQ_ESCAPE: "双引号文本中的转义序列无效",
  BAD_INDENT: "缩进不正确",
  BAD_PROP_ORDER: "标签和锚点必须写在值之前",
  BAD_SCALAR_START: "不带引号的文本不能以该字符开头",
  BLOCK_AS_IMPLICIT_KEY: "不能在同一行内嵌套映射",
  BLOCK_IN_FLOW: "[ ] 或 { } 之内不能使用按缩进书写的集合",
  KEY_OVER_1024_CHARS: "键超过 1024 个字符",
  MISSING_CHAR: "缺少字符，例如引号、逗号、冒号或右括号",
  MULTILINE_IMPLICIT_KEY: "键不能跨行",
  MULTIPLE_ANCHORS: "一个值只能有一个锚点",
  MULTIPLE_TAGS: "一个值只能有一个标签",
  NON_STRING_KEY: "键必须是文本",
  TAB_AS_INDENT: "不能用制表符缩进",
  TAG_RESOLVE_FAILED: "不支持该标签",
  UNEXPECTED_TOKEN: "此处不应出现该内容",
};

/** Why a stream of several documents is refused. */
export const severalDocuments: LocalizedText = {
  en: "a second document begins here, a text holds one",
  zh: "此处开始第二个文档，而一个文本只能包含一个文档",
};

/** Says an error of the parser in both languages. */
export function sayYamlError(error: YAMLError): YamlFault {
  const en = error.code === "NON_STRING_KEY" ? "a key must be a text" : error.message;
  return { offset: error.pos[0], reason: { en, zh: chinese[error.code] ?? en } };
}

/**
 * Finds what the parser lets pass: nothing but comments, duplicate keys, aliases that lead nowhere or into themselves, and
 * too many of them.
 */
export function findYamlFault(document: Document.Parsed): YamlFault | undefined {
  if (document.contents === null)
    return { offset: 0, reason: { en: "it holds nothing but comments", zh: "除注释外没有内容" } };
  let fault: YamlFault | undefined;
  const anchors = new Set<string>();
  let aliases = 0;
  visit(document, (_, node, path) => {
    if (isAlias(node)) fault = aliasFault(node, path, anchors, ++aliases);
    else if (isNode(node) && node.anchor) anchors.add(node.anchor);
    if (isMap(node)) fault = duplicateKey(node);
    return fault ? visit.BREAK : undefined;
  });
  return fault;
}

function duplicateKey(map: YAMLMap): YamlFault | undefined {
  const keys = new Set<unknown>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    if (keys.has(key.value))
      return { offset: startOf(key), reason: { en: "the key stands twice", zh: "键重复" } };
    keys.add(key.value);
  }
  return undefined;
}

function aliasFault(
  alias: Alias,
  path: readonly unknown[],
  anchors: ReadonlySet<string>,
  count: number,
): YamlFault | undefined {
  const offset = startOf(alias);
  if (!anchors.has(alias.source))
    return { offset, reason: { en: "the alias has no anchor before it", zh: "别名之前没有对应的锚点" } };
  if (path.some((node) => isNode(node) && !isAlias(node) && node.anchor === alias.source))
    return { offset, reason: { en: "the alias stands inside its own anchor", zh: "别名位于自身的锚点之内" } };
  if (count > mostAliases)
    return {
      offset,
      reason: { en: `there are more than ${mostAliases} aliases`, zh: `别名超过 ${mostAliases} 个` },
    };
  return undefined;
}

function startOf(node: Scalar | Alias): number {
  return node.range?.[0] ?? 0;
}
