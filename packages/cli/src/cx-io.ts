/** Where text goes. `process.stdout` is one. */
export interface TextSink {
  write(text: string): unknown;
  /** Whether a person is looking at it; colours are used only then. */
  readonly isTTY?: boolean;
}

/** The world as `runCx` sees it, so that a test can stand in for a shell. */
export interface CxIo {
  /** Answers. */
  readonly stdout: TextSink;
  /** Errors, warnings and progress. */
  readonly stderr: TextSink;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder against which relative paths are read. */
  readonly cwd: string;
  /** Whether standard error is a terminal: progress is shown only then. */
  readonly isTerminal: boolean;
  /** Aborts the run, as Ctrl-C does. */
  readonly signal?: AbortSignal;
}
