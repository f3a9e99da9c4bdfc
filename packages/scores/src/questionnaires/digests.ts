import type { DefinitionReference } from "@cxmetrics/definition";

const reference = (id: string, digest: string): DefinitionReference =>
  Object.freeze({ id, version: "1.0.0", digest: `sha256:${digest}` });

/** References of all shipped questionnaires, by id. The digests are literals; a test computes them again. */
export const questionnaireReferences: Readonly<Record<string, DefinitionReference>> =
  /* @__PURE__ */ (() => ({
    sus: reference("sus", "0147248316009279ba5416704c073f7329705faeb26946832facfcbce2454bc0"),
    umux: reference("umux", "dfc2717f4c4b9bb520b7aa684f11798463e4ca85b9ddff45704b61321bc33380"),
    "umux-lite": reference("umux-lite", "17b2052ae52ea83b009ee44a907f42ce92504e32fb633f245863c767886ee296"),
    "ux-lite": reference("ux-lite", "ee0e6970cb3f14508853075dd0eae1cc51cf887b747fa7ab59faba7a5bd5f3df"),
    "supr-q.raw": reference("supr-q.raw", "6504e327681e4ae5233ce0820461ea4657ecae34317833279eccb244d49c4520"),
    pssuq: reference("pssuq", "6da3ae5e55750b8c2ef8d6e738f9c26ba3b18466413e9cd1c7fb5bbee813028d"),
    csuq: reference("csuq", "4e2e2b93e4dae37f2d658a97d0b98d2fc749fca6ea211250a7165e1f9f81cd76"),
    ueq: reference("ueq", "0b2320646d36ad954eab3b790514a5e49cde02223affe29e0461d8ed6c7e147a"),
    "ueq-s": reference("ueq-s", "02749f8044f1e65fd546bb150f12ff5fdcbeddbd7a0dff96b684e17957a8893c"),
    "nasa-tlx.raw": reference(
      "nasa-tlx.raw",
      "828bfee7569fb03f74a8ce151a5a84d17e2b19b2506b36fbadd58c7926b8c791",
    ),
    "nasa-tlx.weighted": reference(
      "nasa-tlx.weighted",
      "149ad5ffb19900884ed1e32ce767226bb1efc960079b866ea1befadeb102878d",
    ),
    "acsi-type.equal": reference(
      "acsi-type.equal",
      "9861effb16cc555cad02588647b2b26a6319069aee7394018b2e182e642978fb",
    ),
    "acsi-type.ohio": reference(
      "acsi-type.ohio",
      "1dcd5a7df7877c4063729203d1436390aa46d72407839957d6d51d48bfffc14c",
    ),
  }))();
