import { expect, test } from "vitest";
import figures from "../../fixtures/python/large-markov.json" with { type: "json" };
import { attributeMarkov } from "./attribute-markov.js";
import type { TouchPath } from "./touch-path.js";

/** The paths of `fixtures/python/large-markov.py`. */
function pathsOf(count: number, channels: number): TouchPath[] {
  let state = 7;
  const draw = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // Below 2 ** 53, hence exact.
    return Math.floor((state * limit) / 2 ** 32);
  };
  return Array.from({ length: count }, () => {
    const touched: string[] = [];
    // Python reads the number of touches before it draws them.
    for (let left = 1 + draw(6); left > 0; left--)
      touched.push(String(Math.floor((draw(1000) * draw(channels)) / 1000)));
    const won = draw(10) < 3 ? 1 : 0;
    return { channels: touched, conversions: won, nonConversions: 1 - won };
  });
}

test.each(figures.chains)(
  "order $order, $states states: removal effects of numpy, solved anew for each channel",
  (wanted) => {
    const result = attributeMarkov(pathsOf(wanted.paths, wanted.channels), { order: wanted.order });
    if (result.status !== "ok") throw new Error("no result");
    expect(result.states).toBe(wanted.states);
    expect(Math.abs(result.conversionProbability / wanted.conversion - 1)).toBeLessThan(1e-12);
    const effects = new Map(result.channels.map(({ channel, removalEffect }) => [channel, removalEffect]));
    // 1 − left/base loses digits where the effect is small: hence the difference and not the ratio.
    for (const [channel, effect] of wanted.effects as [string, number][])
      expect(Math.abs((effects.get(channel) as number) - effect)).toBeLessThan(1e-12);
  },
);
