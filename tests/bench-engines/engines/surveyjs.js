import { Model } from "survey-core";
import { renderSurvey } from "survey-js-ui";
import "survey-core/survey-core.min.css";
import { KVK_NUMBER, LEVELS, root, submitted } from "./form.js";

const survey = new Model({
  elements: [
    {
      type: "text",
      name: "kvkNumber",
      title: "KvK number",
      isRequired: true,
      validators: [{ type: "regex", regex: KVK_NUMBER.source, text: "Eight digits" }],
    },
    { type: "text", name: "name", title: "Name of the organisation", isRequired: true, maxLength: 100 },
    { type: "text", name: "email", title: "E-mail address", inputType: "email", isRequired: true, validators: [{ type: "email" }] },
    { type: "dropdown", name: "level", title: "Level", isRequired: true, choices: LEVELS },
    { type: "boolean", name: "urgent", title: "Urgent" },
    { type: "checkbox", name: "terms", title: "Terms", isRequired: true, choices: ["I accept the terms"] },
  ],
});
survey.onComplete.add(({ data }) => submitted(data));
renderSurvey(survey, root);
