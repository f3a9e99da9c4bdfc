import type { Problem } from "@cxmetrics/definition";

export const noSteps: Problem = {
  code: "funnel.no-steps",
  en: "A funnel needs at least one step. List its steps in order.",
  zh: "漏斗至少需要一个步骤，请按顺序列出。",
};

export const duplicateStep: Problem = {
  code: "funnel.duplicate-step",
  en: 'Two steps are named "{name}". Give each step its own name; two steps may share an event.',
  zh: "有两个步骤都叫“{name}”。请为每个步骤取不同的名称；不同步骤可以使用同一事件。",
};

export const strictIsAmbiguous: Problem = {
  code: "funnel.not-supported",
  en: '"strict" means four things in four products: nothing in between, a later instant, no repeated step, each event once. Say which one with order, ties, entry, reuse and adjacency.',
  zh: "“strict”在四种产品中有四种含义：步骤之间无其他事件、时间必须更晚、步骤不得重复、每个事件只用一次。请用 order、ties、entry、reuse、adjacency 说明是哪一种。",
};

export const badEvents: Problem = {
  code: "events.not-events",
  en: "Expected {expected}, found {found}.",
  zh: "应为{expected}，实际为 {found}。",
};

export const unequalColumns: Problem = {
  code: "events.unequal-columns",
  en: 'Column "{column}" has {found} rows, column "actor" has {expected}. Give columns of equal length.',
  zh: "列“{column}”有 {found} 行，而列“actor”有 {expected} 行。各列长度必须相同。",
};

export const badActor: Problem = {
  code: "event.bad-actor",
  en: "An actor is a text or a finite number; found {found}. Convert it first, for example with String(value).",
  zh: "行为主体应为文本或有限数字；实际为 {found}。请先转换，例如 String(value)。",
};

export const badEventName: Problem = {
  code: "event.bad-name",
  en: "An event is named by a text; found {found}. Give its name, or codes together with eventNames.",
  zh: "事件应以文本命名；实际为 {found}。请给出事件名称，或同时提供编码与 eventNames。",
};

export const unknownEventCode: Problem = {
  code: "event.unknown-code",
  en: "Event code {found} has no name: eventNames has {names} names, for codes from 0. Add the name or mend the code.",
  zh: "事件编码 {found} 没有对应名称:eventNames 共 {names} 个，编码从 0 开始。请补充名称或修正编码。",
};

export const timeNotMilliseconds: Problem = {
  code: "event.time-not-milliseconds",
  en: "timeMs is a finite number of epoch milliseconds within ±8.64e15; found {found}.{hint}",
  zh: "timeMs 应为 ±8.64e15 以内的纪元毫秒数；实际为 {found}。{hint}",
};

export const badSequence: Problem = {
  code: "event.bad-sequence",
  en: "A sequence number is a finite number; found {found}. Give one to every event or to none.",
  zh: "序号应为有限数字；实际为 {found}。请为所有事件提供序号，或全部省略。",
};

export const badGroupValue: Problem = {
  code: "funnel.bad-group-value",
  en: "A group is named by a text, a finite number, true or false, or null for none; found {found}. Convert it first.",
  zh: "分组值应为文本、有限数字、true、false,或以 null 表示无；实际为 {found}。请先转换。",
};

export const badId: Problem = {
  code: "ids.not-an-id",
  en: "An id is a text or a finite number; found {found}. Leave the row out or convert the value first.",
  zh: "标识应为文本或有限数字；实际为 {found}。请去掉该行或先转换该值。",
};

export const nothingToMerge: Problem = {
  code: "funnel.nothing-to-merge",
  en: "There is no tally to merge. Give at least one.",
  zh: "没有可合并的计数，请至少提供一个。",
};

export const definitionMismatch: Problem = {
  code: "funnel.definition-mismatch",
  en: "The tallies were made by different definitions: {first} and {other}. Tally all parts by one definition.",
  zh: "各计数来自不同的定义：{first} 与 {other}。请用同一定义计数。",
};

export const badTally: Problem = {
  code: "funnel.bad-tally",
  en: "This is not the tally of a funnel: {reason}. Make it with tallyFunnel or mend it.",
  zh: "这不是有效的漏斗计数：{reason}。请用 tallyFunnel 生成或修正。",
};

export const badLevel: Problem = {
  code: "interval.bad-level",
  en: "A confidence level lies strictly between 0 and 1; found {found}. Write 0.95 for 95 %.",
  zh: "置信水平必须严格介于 0 与 1 之间；实际为 {found}。95% 请写作 0.95。",
};
