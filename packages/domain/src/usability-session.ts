/** One attempt of one participant at one task (可用性测试). */
export interface UsabilitySession {
  readonly kind: "usability";
  readonly id: string;
  /** Pseudonym of the participant. */
  readonly participant: string;
  /** Id of the task. */
  readonly task: string;
  /** What was tested, for example the id of a channel. */
  readonly object?: string;
  /** Whether the goal of the task was reached. */
  readonly success: boolean;
  /** Time on task, elapsed milliseconds. */
  readonly durationMs: number;
  /** Errors made on the way. */
  readonly errors: number;
  /** Steps taken. */
  readonly steps?: number;
  /** Steps of the shortest way. */
  readonly optimalSteps?: number;
  /** When it began, epoch milliseconds. */
  readonly timeMs?: number;
}
