// Compiles templates in the browser. Applications that the Angular CLI builds ahead of time do not need this line.
import "@angular/compiler";
import { provideZonelessChangeDetection } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { WizardPage } from "./wizard-page";

bootstrapApplication(WizardPage, { providers: [provideZonelessChangeDetection()] });
