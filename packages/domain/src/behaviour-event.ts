import type { LocalizedText } from "@cxmetrics/definition";

/**
 * The three families of behaviour data: what was transacted, where customers and the institution spoke with each other, and
 * what tracking saw them do.
 *
 * @example
 * ```ts
 * eventFamilies.interaction.zh; // => "互动数据"
 * ```
 */
export const eventFamilies = {
  transaction: { en: "Transaction data", zh: "交易数据" },
  interaction: { en: "Interaction data", zh: "互动数据" },
  behaviour: { en: "Behaviour tracking", zh: "行为跟踪数据" },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** A family of behaviour data. */
export type EventFamily = keyof typeof eventFamilies;

/** One thing that one actor did at one time (行为事件). Funnels, retention and paths are read from these. */
export interface BehaviourEvent {
  readonly family: EventFamily;
  /** Pseudonym of the customer. */
  readonly actor: string;
  /** What happened, for example `apply`. */
  readonly event: string;
  /** Epoch milliseconds. */
  readonly timeMs: number;
  /** Order among events of one instant. */
  readonly sequence?: number;
  /** Id of the session. */
  readonly session?: string;
  /** Id of the channel. */
  readonly channel?: string;
  /** Id of the touchpoint. */
  readonly touchpoint?: string;
  /** Anything else that was recorded, one level deep. */
  readonly properties?: Readonly<Record<string, string | number | boolean | null>>;
}
