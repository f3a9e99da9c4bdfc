import type { Problem } from "@cxmetrics/definition";

export const unknownOperation: Problem = {
  code: "conformance.unknown-operation",
  en: 'There is no operation "{found}".{hint} The operations are listed in the documentation of @cxmetrics/conformance.',
  zh: "没有名为“{found}”的操作。{hint}全部操作见 @cxmetrics/conformance 的文档。",
};

export const duplicateId: Problem = {
  code: "conformance.duplicate-id",
  en: 'Two vectors have the id "{id}". Give each vector an id of its own.',
  zh: "有两个向量的 id 都是“{id}”。请让每个向量的 id 互不相同。",
};

export const badId: Problem = {
  code: "conformance.bad-id",
  en: '"{found}" is no id of a vector. Write small letters, digits and single hyphens.',
  zh: "“{found}”不能作为向量的 id。请用小写字母、数字与单个连字符。",
};

export const badPath: Problem = {
  code: "conformance.bad-path",
  en: '"{found}" is no JSON Pointer (RFC 6901). Write "" for the whole output, else "/" before every member.',
  zh: "“{found}”不是 JSON Pointer（RFC 6901）。整个输出写作空字符串，否则在每个成员前写“/”。",
};

export const expectOrRefuse: Problem = {
  code: "conformance.expect-or-refuse",
  en: 'The vector "{id}" must have either "expect" (a result) or "refuse" (an error), and not both.',
  zh: "向量“{id}”应当有“expect”（结果）或“refuse”（拒绝）之一，且只有其一。",
};

export const unknownDefinition: Problem = {
  code: "conformance.unknown-definition",
  en: 'The input refers to the definition "{found}", which the document does not hold. Add it under "definitions".',
  zh: "输入引用了定义“{found}”，而文档中没有。请将其加入“definitions”。",
};

export const badExpectedValue: Problem = {
  code: "conformance.bad-expected-value",
  en: "An expected value must be null, true, false, a text, a finite number, an empty object, or a list of such values. Write the members of an object one by one, each with its path.",
  zh: "期望值应为 null、true、false、文本、有限数值、空对象，或由这些值组成的列表。对象的成员请逐一写出，各带路径。",
};

export const notAFunction: Problem = {
  code: "conformance.not-a-function",
  en: "An implementation is a function of an operation and its input; found {found}. Pass a function.",
  zh: "实现应为以操作与输入为参数的函数；得到{found}。请传入函数。",
};
