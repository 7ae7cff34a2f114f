// Compiles templates in the browser. Applications that the Angular CLI builds ahead of time do not need this line.
import "@angular/compiler";
import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import "eherkenning-wizard";
import type { EhWizardAttributes, EhWizardEventMap } from "eherkenning-wizard";

@Component({
  selector: "wizard-page",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <output>{{ step() }}</output>
    <eh-wizard
      offer="/offer.json"
      catalogue="/catalogue.json"
      endpoint="/applications"
      [attr.lang]="lang()"
      [attr.level]="level"
      (eh-step)="showStep($event)"
    />
    <button type="button" data-lang="nl" (click)="lang.set('nl')">Nederlands</button>
  `,
})
class WizardPage {
  readonly lang = signal<EhWizardAttributes["lang"]>("en");
  readonly level: EhWizardAttributes["level"] = "EH4";
  readonly step = signal("");

  showStep({ detail }: EhWizardEventMap["eh-step"]) {
    this.step.set(`${detail.index}/${detail.total} ${detail.title}`);
  }
}

bootstrapApplication(WizardPage, { providers: [provideZonelessChangeDetection()] });
