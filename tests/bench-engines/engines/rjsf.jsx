import { createRoot } from "react-dom/client";
import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import { root, schema, submitted } from "./form.js";

createRoot(root).render(<Form schema={schema} validator={validator} onSubmit={({ formData }) => submitted(formData)} />);
