import type { DefinitionReference } from "@cxmetrics/definition";

const reference = (id: string, digest: string): DefinitionReference =>
  Object.freeze({ id, version: "1.0.0", digest: `sha256:${digest}` });

/** Reference of `nps@1.0.0`. The digests here are literals, so that a score needs no hash; a test computes them again. */
export const npsReference = /* @__PURE__ */ reference(
  "nps",
  "aa983954e0f7c82c4c76548a6e854fd3f61e57d1415f517f80fff2df710f1bbe",
);

/** References of all shipped definitions, by id. */
export const shippedReferences: Readonly<Record<string, DefinitionReference>> = /* @__PURE__ */ (() => ({
  nps: npsReference,
  "csat.top-2-of-5": reference(
    "csat.top-2-of-5",
    "5c887a4e0cf3329e6a47e05c7a584ee3b89660ef2c4cf189342c0ee7d5857189",
  ),
  "csat.mean-5": reference("csat.mean-5", "d9fb6c3b4df626e8ccc119cca5d4478eb9c22401d61ab40afdd57e7c000f9e55"),
  "ces.2-mean": reference("ces.2-mean", "cc9f62ccb90594d64ccf60bd69d89e49ad25917bb5dcc8ef3ee643fa133ba90d"),
  "ces.2-share-5-7": reference(
    "ces.2-share-5-7",
    "26b1d7e11c6f821895cbc992dadb7565e71f47b08150f4751f2af3df5962a126",
  ),
  "csat.good-of-rated": reference(
    "csat.good-of-rated",
    "562ced8df3a71416378759675d0f64e1ad85a58c42db0a3ad66f660bea9afcc8",
  ),
  "csat.good-of-rated-3": reference(
    "csat.good-of-rated-3",
    "d44de69b4a27f772a3af6e7b4a96fb3a5363278d76e5d35079627cd68c1319d3",
  ),
  "csat.good-of-rated-2": reference(
    "csat.good-of-rated-2",
    "44dfb43c2a337f2607f2a8b7e7eb580977395bd6e74547ada3ba34a73708dc84",
  ),
  "csat.top-1-of-3": reference(
    "csat.top-1-of-3",
    "895013523c9960e8dde98c46b3f21f46958b9d9db046a7374784c854bb6a9516",
  ),
  "csat.top-2-of-4": reference(
    "csat.top-2-of-4",
    "cc40cf3b8da7869be9a6c87a40c5489e3b8d133f007c09ec9ea925a2abe27edf",
  ),
  "csat.top-2-of-6": reference(
    "csat.top-2-of-6",
    "0918903f38afcac51251676d1c0fe4b6fb3c597816f3cd925d8880170c071161",
  ),
  "csat.top-2-of-7": reference(
    "csat.top-2-of-7",
    "86dc46386aa681e70a83fb7545369f1e0231acaff45fadd776d08dbd47d6517a",
  ),
  "csat.top-3-of-10": reference(
    "csat.top-3-of-10",
    "8b2c6f344b5f593000f154b5cbbe7f6cf2ca3d397db67d7ff05afca40cf4b074",
  ),
  "csat.9-10-of-10": reference(
    "csat.9-10-of-10",
    "1d880f77b66e27bd1e8384b2837b79a12781326fbb234065157032c9d1a69a5c",
  ),
  "csat.mean-7": reference("csat.mean-7", "df4caea085321453607bb6f1bc35f134941e4196c46009d8f228037b41e2b617"),
  "csat.mean-10": reference(
    "csat.mean-10",
    "0674baa3f59a5f3dcafb854f96fc32a60337864a029da83a01c1fe957fce7324",
  ),
  "csat.five-star-1-decimal": reference(
    "csat.five-star-1-decimal",
    "3546a496240cc54ce025f6978d086841beae17b5766c0ccd09fdbbcd654113bb",
  ),
  "csat.pomp-5": reference("csat.pomp-5", "710eb1a976004a0554682f5b9ec9f0c61009390c1f91cc3a7eb3bda13f5034e2"),
  "csat.percent-of-maximum-5": reference(
    "csat.percent-of-maximum-5",
    "22f4d446955dca93b3cc61796e483e05e520b3f82ee8768310c18d0a6b7ba454",
  ),
  "csat.percent-of-maximum-10": reference(
    "csat.percent-of-maximum-10",
    "7889f30029b976d4f82aba97509c5f49e49fd930108d5477caf49aac3d3e4a41",
  ),
  "csat.net-5": reference("csat.net-5", "71b3d1d7a8b086a5a1089f276809c96d06126db52216d9d3fc48a75f5f6c6040"),
  "csat.nsat-4": reference("csat.nsat-4", "132abc98b126fe112609665a0fb7d62c8ddfdcfba159a6533d7037bf1ab5b45f"),
  "ces.1-mean": reference("ces.1-mean", "8d2c2f5bc82d06654edf2055cedb6b32befbb73db41ffd10b0e99aa343bff4f3"),
  "ces.2-share-6-7": reference(
    "ces.2-share-6-7",
    "64797b5739a43e38681ff8570f8c5e347d9a1ee489b64ae5e53b907c3a062fbf",
  ),
  "ces.5-share-4-5": reference(
    "ces.5-share-4-5",
    "2bed011e978453a78870104fb5595ae60a912887837efc9c0e60b9cc28e13658",
  ),
  "ces.net-6-7-minus-1-3": reference(
    "ces.net-6-7-minus-1-3",
    "7cb2b581a4f1519c9d60f0e7da58a45a37ed33fb8ee175e7f19dfa0f1b879c48",
  ),
  "ces.net-5-7-minus-1-3": reference(
    "ces.net-5-7-minus-1-3",
    "bc1b85cabee8f8a813e69f271f40de9f5b3806205c972873864756c18d8707a7",
  ),
  "top-box.5": reference("top-box.5", "520488971c22d0274b285050a663c4256b38e092c8e894b4a95a3b60b6abb442"),
  "top-box.7": reference("top-box.7", "1d12d61ca808569f5f10e54773144d6b9cc1dc3fb94e888c72cb499cdffc4599"),
  "bottom-box.5": reference(
    "bottom-box.5",
    "bd026476ee037521053e4bd91bd0bb18ed9ed27bc03d86a27f74fa7c519c181a",
  ),
  "bottom-2-box.5": reference(
    "bottom-2-box.5",
    "18c4c94253ce39fcca58f76bbc3f800ba894ad2a59e6665fd772af101e66bbeb",
  ),
  "bottom-box.7": reference(
    "bottom-box.7",
    "20d5aefb4fbf2cea9abbaf0557c9fb8ecb8d01aa87f62967739e3b16f77cc8b7",
  ),
  "bottom-2-box.7": reference(
    "bottom-2-box.7",
    "00e78e3df292bc97c94a712036a7f489cf340910f0bc902bb6ed97cbc1a5211d",
  ),
  "top-box.hcahps-rating": reference(
    "top-box.hcahps-rating",
    "2a6d55c63bda0eab23bf581286c8fd13dacc0a84882cf1ffecc773f14735ff05",
  ),
  "bottom-box.hcahps-rating": reference(
    "bottom-box.hcahps-rating",
    "8beb525103f91a06e6bce3cca5a70b64580a7bcf687e057fede8d4109e80a222",
  ),
}))();
