import { useState } from "react";
import { createRoot } from "react-dom/client";
import { JsonForms } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import { root, schema, submitted } from "./form.js";

function Page() {
  const [{ data, errors }, setState] = useState({ data: {}, errors: [] });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (errors.length === 0) submitted(data);
      }}
    >
      <JsonForms schema={schema} data={data} renderers={vanillaRenderers} cells={vanillaCells} onChange={setState} />
      <button>Send</button>
    </form>
  );
}

createRoot(root).render(<Page />);
