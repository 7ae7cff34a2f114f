import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import "eherkenning-wizard";
import type {} from "eherkenning-wizard/react";

function Page() {
  const [step, setStep] = useState("");
  return (
    <>
      <output>{step}</output>
      <eh-wizard
        lang="en"
        offer="/offer.json"
        catalogue="/catalogue.json"
        endpoint="/applications"
        oneh-step={({ detail }) => setStep(`${detail.index}/${detail.total} ${detail.title}`)}
      />
    </>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<StrictMode><Page /></StrictMode>);
