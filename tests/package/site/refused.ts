// Code that must not type-check. It is never run.
import type { EhWizardAttributes } from "eherkenning-wizard";

const wizard = document.createElement("eh-wizard");
// @ts-expect-error events have no personal data
wizard.addEventListener("eh-step", ({ detail }) => detail.surname);
// @ts-expect-error no such method
wizard.send();
// @ts-expect-error a level that is not issued
export const level: EhWizardAttributes = { level: "EH1" };
// @ts-expect-error no such step
wizard.goTo("receipt");
