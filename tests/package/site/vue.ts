import { createApp, h, ref } from "vue";
import "eherkenning-wizard";
import type { EhWizardEventMap } from "eherkenning-wizard";

createApp({
  setup() {
    const step = ref("");
    const told = ({ detail }: EhWizardEventMap["eh-step"]) => {
      step.value = `${detail.index}/${detail.total} ${detail.title}`;
    };
    return () => [
      h("output", step.value),
      h("eh-wizard", { lang: "en", offer: "/offer.json", catalogue: "/catalogue.json", endpoint: "/applications", "onEh-step": told }),
    ];
  },
}).mount("#root");
