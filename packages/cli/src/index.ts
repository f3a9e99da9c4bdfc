export type { CxIo, TextSink } from "./cx-io.js";
export { exitCodes } from "./exit-codes.js";
export { runCx } from "./run-cx.js";
