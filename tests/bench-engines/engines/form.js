// The form that each engine shows: six questions, of which the first has a rule for its shape.
export const LEVELS = ["EH2+", "EH3", "EH4"];
export const KVK_NUMBER = /^[0-9]{8}$/;

/** As JSON Schema, for the engines that read it. */
export const schema = {
  type: "object",
  required: ["kvkNumber", "name", "email", "level", "terms"],
  properties: {
    kvkNumber: { type: "string", title: "KvK number", pattern: KVK_NUMBER.source },
    name: { type: "string", title: "Name of the organisation", minLength: 1, maxLength: 100 },
    email: { type: "string", title: "E-mail address", format: "email" },
    level: { type: "string", title: "Level", enum: LEVELS },
    urgent: { type: "boolean", title: "Urgent" },
    terms: { type: "boolean", title: "I accept the terms", const: true },
  },
};

export const root = document.getElementById("form");
/** What the form returns, so that the measurement can check it. */
export const submitted = (data) => {
  document.title = JSON.stringify(data);
};
