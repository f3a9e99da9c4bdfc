import {
  bottom2Box5,
  bottom2Box7,
  bottomBox5,
  bottomBox7,
  bottomBoxHcahps,
  topBox5,
  topBox7,
  topBoxHcahps,
} from "./definitions/box.js";
import { ces2Mean, ces2Share5To7 } from "./definitions/ces.js";
import { ces1Mean } from "./definitions/ces-1.js";
import { cesNet57Minus13, cesNet67Minus13 } from "./definitions/ces-net.js";
import { ces2Share6To7, ces5Share4To5 } from "./definitions/ces-share.js";
import { csatMean5, csatTop2Of5 } from "./definitions/csat.js";
import { csatGoodOfRated, csatGoodOfRated2, csatGoodOfRated3 } from "./definitions/csat-good-of-rated.js";
import { csatPercentOfMaximum5, csatPercentOfMaximum10, csatPomp5 } from "./definitions/csat-index.js";
import { csatFiveStar, csatMean7, csatMean10 } from "./definitions/csat-mean.js";
import { csatNet5, csatNsat4 } from "./definitions/csat-net.js";
import {
  csat9To10Of10,
  csatTop1Of3,
  csatTop2Of4,
  csatTop2Of6,
  csatTop2Of7,
  csatTop3Of10,
} from "./definitions/csat-top-box.js";
import { nps } from "./definitions/nps.js";
import type { ScoreDefinition } from "./score-definition.js";

/**
 * The score definitions that this package ships, by id.
 *
 * @example
 * ```ts
 * scoreDefinitions["ces.2-mean"].title.zh; // => "客户费力度 2.0（七分制均值）"
 * ```
 */
export const scoreDefinitions = /* @__PURE__ */ Object.freeze({
  nps,
  "csat.top-2-of-5": csatTop2Of5,
  "csat.mean-5": csatMean5,
  "ces.2-mean": ces2Mean,
  "ces.2-share-5-7": ces2Share5To7,
  "csat.good-of-rated": csatGoodOfRated,
  "csat.good-of-rated-3": csatGoodOfRated3,
  "csat.good-of-rated-2": csatGoodOfRated2,
  "csat.top-1-of-3": csatTop1Of3,
  "csat.top-2-of-4": csatTop2Of4,
  "csat.top-2-of-6": csatTop2Of6,
  "csat.top-2-of-7": csatTop2Of7,
  "csat.top-3-of-10": csatTop3Of10,
  "csat.9-10-of-10": csat9To10Of10,
  "csat.mean-7": csatMean7,
  "csat.mean-10": csatMean10,
  "csat.five-star-1-decimal": csatFiveStar,
  "csat.pomp-5": csatPomp5,
  "csat.percent-of-maximum-5": csatPercentOfMaximum5,
  "csat.percent-of-maximum-10": csatPercentOfMaximum10,
  "csat.net-5": csatNet5,
  "csat.nsat-4": csatNsat4,
  "ces.1-mean": ces1Mean,
  "ces.2-share-6-7": ces2Share6To7,
  "ces.5-share-4-5": ces5Share4To5,
  "ces.net-6-7-minus-1-3": cesNet67Minus13,
  "ces.net-5-7-minus-1-3": cesNet57Minus13,
  "top-box.5": topBox5,
  "top-box.7": topBox7,
  "bottom-box.5": bottomBox5,
  "bottom-2-box.5": bottom2Box5,
  "bottom-box.7": bottomBox7,
  "bottom-2-box.7": bottom2Box7,
  "top-box.hcahps-rating": topBoxHcahps,
  "bottom-box.hcahps-rating": bottomBoxHcahps,
} satisfies Record<string, ScoreDefinition>);
