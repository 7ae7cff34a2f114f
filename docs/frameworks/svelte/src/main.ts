import { mount } from "svelte";
import WizardPage from "./WizardPage.svelte";

const target = document.getElementById("root");
if (target) mount(WizardPage, { target });
