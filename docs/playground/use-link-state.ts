import type { Language } from "@cxmetrics/definition";
import { onMounted, onUnmounted, ref, watch } from "vue";
import { type LinkState, readLink, writeLink } from "./share-link.js";
import { sentenceOf } from "./show-number.js";

/**
 * Keeps a tool's state in the hash of its address: read once on arrival, written shortly after each change, so that an author can send
 * the address. What cannot be read is told and left alone.
 */
export function useLinkState(lang: Language, take: (state: LinkState) => void, give: () => LinkState) {
  const problem = ref("");
  const ready = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function save(): Promise<string> {
    try {
      const hash = await writeLink(give());
      history.replaceState(history.state, "", hash);
      problem.value = "";
      return location.href;
    } catch (thrown) {
      problem.value = sentenceOf(thrown, lang);
      return "";
    }
  }

  async function arrive(): Promise<void> {
    try {
      const state = await readLink(location.hash);
      if (state) take(state);
    } catch (thrown) {
      problem.value = sentenceOf(thrown, lang);
    }
    ready.value = true;
  }

  onMounted(arrive);
  onUnmounted(() => clearTimeout(timer));
  watch(
    () => (ready.value ? JSON.stringify(give()) : undefined),
    (_, before) => {
      if (before === undefined) return;
      clearTimeout(timer);
      timer = setTimeout(save, 300);
    },
  );
  return { problem, ready, save };
}
