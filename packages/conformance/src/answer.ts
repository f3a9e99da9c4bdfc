/** Why an implementation gave no answer that can be judged. */
export type FaultKind = "unsupported" | "timeout" | "crashed" | "garbage";

/**
 * What an implementation said to one request: its output, its refusal, or the fault for which it said neither.
 */
export type ConformanceAnswer =
  | { readonly output: unknown }
  | { readonly error: { readonly code: string; readonly message?: string } }
  | { readonly fault: FaultKind; readonly detail: string };

/** One request, as it goes over the line. */
export interface ConformanceRequest {
  readonly id: string;
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The error code with which an implementation says that it does not know an operation. */
export const unsupportedOperation = "unsupported-operation";
