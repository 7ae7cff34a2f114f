import { Formio } from "@formio/js/dist/formio.form.min.js";
import "@formio/js/dist/formio.form.min.css";
import { KVK_NUMBER, LEVELS, root, submitted } from "./form.js";

const values = LEVELS.map((level) => ({ label: level, value: level }));
const form = await Formio.createForm(root, {
  components: [
    { type: "textfield", key: "kvkNumber", label: "KvK number", validate: { required: true, pattern: KVK_NUMBER.source } },
    { type: "textfield", key: "name", label: "Name of the organisation", validate: { required: true, maxLength: 100 } },
    { type: "email", key: "email", label: "E-mail address", validate: { required: true } },
    { type: "radio", key: "level", label: "Level", values, validate: { required: true } },
    { type: "checkbox", key: "urgent", label: "Urgent" },
    { type: "checkbox", key: "terms", label: "I accept the terms", validate: { required: true } },
    { type: "button", key: "submit", action: "submit", label: "Send" },
  ],
});
form.on("submit", ({ data }) => submitted(data));
