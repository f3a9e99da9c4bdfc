import type { LocalizedText } from "@cxmetrics/definition";
import type { Command } from "commander";
import { help } from "../help.js";

/** Adds the options by which a command reads the units of a table. */
export function tableOptions(command: Command, t: (text: LocalizedText) => string): Command {
  return command
    .option("--units <columns>", t(help.units))
    .option("--periods <column>", t(help.periods))
    .option("--missing <list>", t(help.missing));
}
