import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { WizardPage } from "./WizardPage";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <WizardPage />
    </StrictMode>,
  );
}
