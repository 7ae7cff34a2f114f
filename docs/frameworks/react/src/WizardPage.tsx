import { useState } from "react";
import "eherkenning-wizard";
import type { EhWizardAttributes } from "eherkenning-wizard";
import type {} from "eherkenning-wizard/react";

export function WizardPage() {
  const [lang, setLang] = useState<EhWizardAttributes["lang"]>("en");
  const [step, setStep] = useState("");
  const [reference, setReference] = useState("");
  return (
    <main>
      <button type="button" onClick={() => setLang(lang === "en" ? "nl" : "en")}>
        {lang === "en" ? "Nederlands" : "English"}
      </button>
      <output>{reference ? `Sent: ${reference}` : step}</output>
      <eh-wizard
        lang={lang}
        level="EH3"
        offer="/offer.json"
        catalogue="/catalogue.json"
        endpoint="/applications"
        oneh-step={({ detail }) => setStep(`${detail.index}/${detail.total} ${detail.title}`)}
        oneh-submitted={({ detail }) => setReference(detail.reference)}
      />
    </main>
  );
}
