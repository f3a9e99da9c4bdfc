import type { LocalizedText } from "@cxmetrics/definition";

/**
 * Kinds of channel that are known by name. The list is open: an institution may write any other kind in lower-case words
 * joined by hyphens, and `other` where no name fits.
 *
 * @example
 * ```ts
 * channelKinds["mobile-app"].zh; // => "手机应用"
 * channelKinds.remote.en; // => "Remote service (telephone, video, chat)"
 * ```
 */
export const channelKinds = {
  "mobile-app": { en: "Mobile app", zh: "手机应用" },
  web: { en: "Website", zh: "网站" },
  "mini-program": { en: "Mini program", zh: "小程序" },
  wechat: { en: "WeChat account", zh: "微信公众号" },
  remote: { en: "Remote service (telephone, video, chat)", zh: "远程服务（电话、视频、在线客服）" },
  branch: { en: "Branch", zh: "营业网点" },
  "self-service-device": { en: "Self-service device", zh: "自助设备" },
  other: { en: "Other channel", zh: "其他渠道" },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** A kind of channel that is known by name. */
export type KnownChannelKind = keyof typeof channelKinds;

/** A kind of channel: a known one, or the institution's own name for another. */
export type ChannelKind = KnownChannelKind | (string & Record<never, never>);

/** A way by which customers reach the institution, for example its mobile app (渠道). */
export interface Channel {
  /** Identifier by which touchpoints, responses and events name the channel. */
  readonly id: string;
  readonly kind: ChannelKind;
  readonly title: LocalizedText;
  /** What a reader must know, for example which versions of the app are meant. */
  readonly note?: LocalizedText;
}
