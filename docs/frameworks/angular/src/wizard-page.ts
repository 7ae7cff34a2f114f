import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from "@angular/core";
import "eherkenning-wizard";
import type { EhWizardAttributes, EhWizardEventMap } from "eherkenning-wizard";

@Component({
  selector: "wizard-page",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <button type="button" (click)="changeLanguage()">{{ lang() === "en" ? "Nederlands" : "English" }}</button>
      <output>{{ reference() ? "Sent: " + reference() : step() }}</output>
      <eh-wizard
        level="EH3"
        offer="/offer.json"
        catalogue="/catalogue.json"
        endpoint="/applications"
        [attr.lang]="lang()"
        (eh-step)="showStep($event)"
        (eh-submitted)="showReference($event)"
      />
    </main>
  `,
})
export class WizardPage {
  readonly lang = signal<EhWizardAttributes["lang"]>("en");
  readonly step = signal("");
  readonly reference = signal("");

  changeLanguage() {
    this.lang.update((lang) => (lang === "en" ? "nl" : "en"));
  }

  showStep({ detail }: EhWizardEventMap["eh-step"]) {
    this.step.set(`${detail.index}/${detail.total} ${detail.title}`);
  }

  showReference({ detail }: EhWizardEventMap["eh-submitted"]) {
    this.reference.set(detail.reference);
  }
}
