// Errors that two rule engines besides axe find: html-validate in the HTML, and HTML_CodeSniffer, the engine of pa11y, in
// the rendered page. pa11y itself would only add a second browser driver, and does not look into a shadow root.
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // How a browser writes attributes without a value; nobody typed these.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": ["error", { style: "lowercase" }],
    // Where a piece lies on a copy and how high a list is are set through the object model, which a strict policy allows.
    "no-inline-style": ["error", { allowedProperties: ["left", "top", "width", "height", "max-height", "display"] }],
    // Ids are places such as `user.birth_date`. HTML forbids only spaces in them.
    "valid-id": ["error", { relaxed: true }],
    // Options that a search fetches, which a `select` cannot show.
    "prefer-native-element": ["error", { exclude: ["listbox"] }],
    // The style sheet keeps a telephone number on one line.
    "tel-non-breaking": "off",
  },
});

/** What html-validate finds in HTML. */
export function validate(html) {
  const { results } = validator.validateStringSync(html);
  const messages = results.flatMap((result) => result.messages);
  return messages.map(({ ruleId, selector, message }) => `html-validate, ${ruleId}: ${selector}: ${message}`);
}

/** What HTML_CodeSniffer finds in a page that it was loaded into. */
export const sniff = (page) => page.evaluate(() => new Promise((done) => {
  const { HTMLCS } = window;
  HTMLCS.process("WCAG2AA", document, () => {
    const errors = HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR);
    done(errors.map(({ code, element, msg }) => `HTML_CodeSniffer, ${code}: ${element.cloneNode().outerHTML}: ${msg}`));
  });
}));
