// The supplier's own page around the wizard.
import { configureFromAddress, followWizard } from "./follow-wizard.js";

followWizard();
configureFromAddress();
