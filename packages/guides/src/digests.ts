/**
 * Digests of the shipped definitions by id@version. A definition that was published never changes: an edit that moves its
 * digest needs a new version of the definition.
 *
 * @example
 * ```ts
 * digests["undp.hdi@1.0.0"].slice(0, 7); // => "sha256:"
 * ```
 */
export const digests: Readonly<Record<string, string>> = {
  "cx.airport-experience@1.0.0": "sha256:98fa22975836e732d1ac4f46ce482d8d8c88cb649f0a19bd775dc74b8d545300",
  "cx.bank-digital-channel@0.1.0": "sha256:2200ff3f632cbb4ca9ad2dbdafdb8daa4f1c886e817313b47c321c9112b7d833",
  "cx.bank-digital-channel@0.2.0": "sha256:359c96c93b5c7ba50cc17f4d17b41c581c963428dd05bc7963c36be1ee43cb39",
  "undp.gdi@1.0.0": "sha256:e10a133c4107f913055eb47018b844a1f0352c9ecdf7baa5b269a2eb85ad272a",
  "undp.gii@1.0.0": "sha256:c469b1cf9d07529a4cf4cb9cb535f601236bcd997bfcb03f66ade9008dd523c1",
  "undp.hdi@1.0.0": "sha256:fdd341c73fa20185f4009ffd988c0a1787b552da3b021b0b103cbd82be49cda5",
  "undp.ihdi@1.0.0": "sha256:bf4b275d688b593b35462af07ca403235391e08a2f6a3b4d52b3b0accb108107",
  "undp.phdi@1.0.0": "sha256:07140cde687974fe4c1081aff1c2c820bdd025f90e1748d7f11023cced3e5406",
};
