import type { LocalizedText } from "@cxmetrics/definition";
import type { ChangeClass, DefinitionDiff } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";

const texts = {
  breaking: { en: "breaking: a score can change", zh: "不兼容：得分可能改变" },
  compatible: { en: "compatible: no figure that stood before moves", zh: "兼容：已有数字不变" },
  editorial: { en: "editorial: wording, sources, order", zh: "文字性：措辞、来源、次序" },
  none: { en: "The two definitions say the same.", zh: "两个定义内容一致。" },
  renamed: { en: "renamed: {names}", zh: "改名：{names}" },
  major: { en: "major", zh: "主版本" },
  minor: { en: "minor", zh: "次版本" },
  patch: { en: "patch", zh: "修订版本" },
  bump: { en: "bump due: {bump}; least version {least}", zh: "应升级：{bump}；版本号不低于 {least}" },
} as const satisfies Record<string, LocalizedText>;

const classes: readonly ChangeClass[] = ["breaking", "compatible", "editorial"];

/** Every change under its class, then the version that is due. */
export function indexDiffText(diff: DefinitionDiff, { lang, bold }: Run): string {
  const { from, to, changes, renames, bump, leastVersion: least, verdict } = diff;
  const parts = classes.flatMap((gravity) => {
    const found = changes.filter((change) => change.class === gravity);
    if (found.length === 0) return [];
    return [
      bold(`${texts[gravity][lang]} (${found.length})`),
      ...found.map(({ message }) => `  - ${printable(message[lang])}`),
      "",
    ];
  });
  const names = renames.map(({ from: old, to: now }) => `${old} → ${now}`).join(", ");
  return [
    `${from.id}@${from.version} → ${to.id}@${to.version}`,
    "",
    ...(parts.length > 0 ? parts : [texts.none[lang], ""]),
    ...(names === "" ? [] : [say(lang, texts.renamed, { names })]),
    ...(bump === "none" ? [] : [say(lang, texts.bump, { bump: texts[bump], least })]),
    printable(verdict.message[lang]),
  ].join("\n");
}
