import type { DefinitionReference, Language } from "@cxmetrics/definition";
import type { CxIo } from "./cx-io.js";
import type { Progress } from "./progress.js";
import type { OpenTableOptions } from "./read/read-table.js";
import type { GroupWarning } from "./show/warning-lines.js";
import type { TemporaryFolder } from "./temporary-folder.js";

/** What a command has to say: the same facts as one JSON object and as a text for people. */
export interface Answer {
  readonly definition: DefinitionReference | null;
  /** Package and version that computed it. */
  readonly engine: string;
  /** One row a unit or group. */
  readonly rows?: readonly object[];
  /** The answer where it is no list, or what stands beside the rows. */
  readonly result?: object;
  readonly warnings: readonly GroupWarning[];
  /** For people, without a newline at the end. */
  readonly text: string;
  /** Where the answer itself is a refusal that a script waits for (`--check`); 0 when left out. */
  readonly exitCode?: number;
}

/** One run of one command. */
export interface Run {
  readonly io: CxIo;
  readonly lang: Language;
  /** The language, where `--lang` asked for it. */
  readonly asked: Language | undefined;
  /** How tables are opened: folder, encoding, progress, interruption. */
  readonly tables: OpenTableOptions;
  readonly temporary: TemporaryFolder;
  readonly progress: Progress;
  /** Makes the head of a table stand out, on a terminal only. */
  readonly bold: (text: string) => string;
}
