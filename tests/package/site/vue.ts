import { createApp, h, onMounted, ref } from "vue";
import { define } from "eherkenning-wizard/pure";
import type { EhWizardEventMap } from "eherkenning-wizard";

createApp({
  setup() {
    onMounted(define);
    const step = ref("");
    const showStep = ({ detail }: EhWizardEventMap["eh-step"]) => {
      step.value = `${detail.index}/${detail.total} ${detail.title}`;
    };
    return () => [
      h("output", step.value),
      h("eh-wizard", { lang: "en", offer: "/offer.json", catalogue: "/catalogue.json", endpoint: "/applications", "onEh-step": showStep }),
    ];
  },
}).mount("#root");
