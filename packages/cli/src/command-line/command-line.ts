import type { LocalizedText } from "@cxmetrics/definition";
import type { Command } from "commander";
import type { Answer, Run } from "../answer.js";

/** What the command line asked for: to be run once the world around it is set up. */
export type Job = (run: Run) => Promise<Answer>;

/** What a command needs to declare itself. */
export interface CommandLine {
  readonly program: Command;
  /** A text in the language of the help. */
  readonly t: (text: LocalizedText) => string;
  /** Adds a command with its help and examples. */
  readonly add: (parent: Command, usage: string, about: LocalizedText, examples: string) => Command;
  /** Hands over the job that the command line asked for. */
  readonly go: (job: Job) => void;
}
