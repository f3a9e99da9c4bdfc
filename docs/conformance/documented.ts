import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a doc comment says of a function. */
export interface Documented {
  /** Display formulas, without their dollar signs. */
  readonly formulas: readonly string[];
  /** What is said of each parameter, in the order of the signature; empty where nothing is said. */
  readonly parameters: readonly string[];
}

const sources = new Map<string, string>();

/** All source of a package as one text: each exported function stands in it once, under its doc comment. */
function sourceOf(owner: string): string {
  const known = sources.get(owner);
  if (known !== undefined) return known;
  const folder = join("packages", owner, "src");
  const text = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ts$/.test(file) && !/\.(test|bench)\.ts$/.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
  sources.set(owner, text);
  return text;
}

/**
 * Reads the doc comment above a function of a package: its formulas and parameters.
 *
 * @param owner folder of the package
 * @param name the exported function
 */
export function documented(owner: string, name: string): Documented {
  const source = sourceOf(owner);
  const at = source.search(new RegExp(`^export (async )?function ${name}\\b`, "m"));
  if (at < 0) throw new Error(`packages/${owner} has no function ${name}`);
  const start = source.lastIndexOf("/**", at);
  const comment = source
    .slice(start + 3, source.indexOf("*/", start))
    .replaceAll(/^ *\* ?/gm, "")
    .replace(/@example[\s\S]*$/, "");
  const said = new Map(
    comment
      .split(/^@(?=\w)/m)
      .slice(1)
      .flatMap((tag): [string, string][] => {
        const [, parameter, text] = /^param (\w+)\s+([\s\S]+)$/.exec(tag) ?? [];
        return parameter && text ? [[parameter, text.replaceAll(/\s+/g, " ").trim()]] : [];
      }),
  );
  return {
    formulas: [...comment.matchAll(/\$\$([\s\S]*?)\$\$/g)].map(([, formula = ""]) => formula.trim()),
    parameters: parametersOf(source.slice(source.indexOf("(", at) + 1)).map((one) => said.get(one) ?? ""),
  };
}

/** Names of the parameters at the start of a text that begins inside the parentheses of a signature. */
function parametersOf(text: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  let part = "";
  for (const letter of text) {
    if (depth === 0 && (letter === "," || letter === ")")) {
      const name = /^\s*(?:\.\.\.)?(\w+)/.exec(part)?.[1];
      if (name) names.push(name);
      part = "";
      if (letter === ")") break;
      continue;
    }
    if ("([{<".includes(letter)) depth++;
    // The arrow of a function type closes nothing.
    else if (")]}".includes(letter) || (letter === ">" && !part.endsWith("="))) depth--;
    part += letter;
  }
  return names;
}
