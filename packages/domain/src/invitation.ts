/**
 * What became of an invitation: `sent` and nothing heard since, `undelivered`, `opened` without an answer, `answered`, or
 * `refused`.
 */
export type InvitationStatus = "sent" | "undelivered" | "opened" | "answered" | "refused";

/** One request to take part in a wave (调研邀请). Response rates and limits on contact frequency are counted from these. */
export interface Invitation {
  readonly id: string;
  /** Id of the wave. */
  readonly wave: string;
  /** Pseudonym of the customer who was contacted. */
  readonly contact: string;
  /** Id of the channel by which the invitation went out, for example text message or app. */
  readonly channel: string;
  /** When it went out, epoch milliseconds. */
  readonly sentMs: number;
  readonly status: InvitationStatus;
  /** When what is being asked about happened, epoch milliseconds; for transactional waves. */
  readonly occasionMs?: number;
}
