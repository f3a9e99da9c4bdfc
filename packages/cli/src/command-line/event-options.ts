import type { Command } from "commander";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";

/** Declares where the events of a file stand, as `cx funnel` does. */
export function eventOptions(command: Command, t: CommandLine["t"]): Command {
  return command
    .requiredOption("--actor <column>", t(help.actor))
    .requiredOption("--time <column>", t(help.time))
    .requiredOption("--event <column>", t(help.event))
    .option("--sequence <column>", t(help.sequence))
    .option("--time-unit <ms|s>", t(help.timeUnit));
}
