import { CxMetricsError, type Language } from "@cxmetrics/definition";
import { badLanguage } from "./problems.js";

/**
 * The language of messages: `--lang` where given, otherwise the locale (`LC_ALL`, `LC_MESSAGES`, `LANG`, the first that is set),
 * Chinese when it begins with `zh`, English otherwise.
 *
 * @param asked value of `--lang`
 * @param env environment of the process
 * @throws `CxMetricsError` `usage.bad-language`
 * @example
 * ```js
 * chooseLanguage(undefined, { LANG: "zh_CN.UTF-8" }); // => "zh"
 * chooseLanguage("en", { LANG: "zh_CN.UTF-8" }); // => "en"
 * ```
 */
export function chooseLanguage(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  if (asked === "en" || asked === "zh") return asked;
  if (asked !== undefined)
    throw new CxMetricsError(badLanguage, { path: ["--lang"], values: { found: asked } });
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return /^zh/i.test(locale) ? "zh" : "en";
}

/**
 * Finds `--lang` on a command line that has not been parsed yet, because help and usage errors speak the language too.
 *
 * @example
 * ```js
 * askedLanguage(["score", "a.csv", "--lang=zh"]); // => "zh"
 * askedLanguage(["score", "--lang", "en"]); // => "en"
 * ```
 */
export function askedLanguage(argv: readonly string[]): string | undefined {
  for (const [index, word] of argv.entries()) {
    if (word === "--") return undefined;
    if (word === "--lang") return argv[index + 1];
    if (word.startsWith("--lang=")) return word.slice("--lang=".length);
  }
  return undefined;
}
