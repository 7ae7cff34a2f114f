import { createApp } from "vue";
// @ts-expect-error Only Vue's own compiler knows the types of this file.
import WizardPage from "./WizardPage.vue";

createApp(WizardPage).mount("#root");
