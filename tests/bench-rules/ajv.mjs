// The rules in Ajv, as a JavaScript backend would write them: a JSON Schema for the shapes, a keyword for text with a
// format of its own, and a keyword for all other rules.
import Ajv from "ajv/dist/2020.js";
import * as formats from "./formats.mjs";
import { crossFieldRules, isOfOtherFormat } from "./cross-field.mjs";

const optional = (format) => (text) => (text.trim() === "" ? undefined : format(text));
const FORMATS = {
  uuid: formats.uuid,
  moment: formats.moment,
  partner: (text) => (text === "" ? undefined : formats.text(100)(text)),
  name: formats.name,
  given_names: formats.givenNames,
  prefix: optional(formats.prefix),
  email: formats.email,
  organisation: formats.text(200),
};

const TEXT = { type: ["string", "null"] };
const FLAG = { type: ["boolean", "null"] };
const oneOf = (...names) => ({ enum: [...names, null] });
const record = (properties, required = []) => ({ type: "object", properties, required, additionalProperties: false });
const nullable = (schema) => ({ ...schema, type: [schema.type, "null"] });
const rows = (items) => ({ type: "array", maxItems: 1000, items });
// A missing field counts as empty. The keyword is on the record, because Ajv does not visit missing fields.
const formatted = (formats) => ({ formatted: formats });
const DATE = { type: ["string", "object", "null"], properties: { day: { type: "string" }, month: { type: "string" }, year: { type: "string" } }, additionalProperties: false };
const CONSENT = nullable(record({ version: TEXT, accepted_at: TEXT }));

const SCHEMA = {
  ...record({
    format: { type: "string" },
    id: TEXT,
    language: oneOf("nl", "en"),
    prepared_at: TEXT,
    partner: TEXT,
    purpose: record({
      level: oneOf("EH2+", "EH3", "EH4"),
      authorisation: record({ kind: oneOf("services", "providers", "all"), providers: rows({ type: "string" }), services: rows({ type: "string" }) }),
      described_services: TEXT,
    }),
    user: {
      ...record({
        is_applicant: FLAG, employed: FLAG, given_names: TEXT, prefix: TEXT, surname: TEXT, birth_date: DATE, birth_place: TEXT, email: TEXT, email_ascii: TEXT, mobile: TEXT,
        identity_document: record({ kind: oneOf("passport", "identity_card", "residence_permit", "driving_licence"), country: TEXT, number: TEXT, expires_on: DATE }),
      }),
      ...formatted({ given_names: "given_names", prefix: "prefix", surname: "name", email: "email" }),
    },
    organisation: {
      ...record({
        identifier: record({ kind: oneOf("kvk", "fiscal"), number: TEXT }),
        restricted_to_branch: FLAG, branch_number: TEXT, name: TEXT,
        legal_form: oneOf("sole_proprietorship", "general_partnership", "limited_partnership", "professional_partnership",
          "private_limited_company", "public_limited_company", "foundation", "association", "cooperative",
          "religious_organisation", "public_body", "foreign_company", "other"),
        address: record({ street: TEXT, house_number: TEXT, postal_code: TEXT, city: TEXT, country: TEXT }),
      }),
      ...formatted({ name: "organisation" }),
    },
    representatives: rows(record({
      is_user: FLAG, given_names: TEXT, prefix: TEXT, surname: TEXT, is_namesake: FLAG,
      capacity: oneOf("owner", "director", "partner", "proxy_holder", "trustee", "liquidator", "administrator", "other"), authority: oneOf("sole", "joint", "limited"), email: TEXT, email_ascii: TEXT, mobile: TEXT, signs: FLAG,
    })),
    authority_proof: record({ extract: oneOf("fetched", "attached"), extract_issued_on: DATE, fewer_suffice: FLAG, represented_by_company: FLAG, companies: TEXT }),
    authorisations_manager: FLAG,
    contract: record({
      term_years: { type: ["integer", "null"], minimum: 0, maximum: 255 },
      means: oneOf("sms", "app", "token", "certificate"),
      urgent: FLAG,
      payment: record({ method: oneOf("invoice", "ideal", "card"), invoice_email: TEXT, invoice_email_ascii: TEXT, reference: TEXT }),
      price: nullable(record({ total_cents: { type: "integer" }, vat_cents: { type: "integer" } })),
    }),
    identification: record({ method: oneOf("copy", "visit", "app") }),
    documents: rows(record({
      id: TEXT,
      kind: oneOf("user_id_copy", "representative_id_copy", "kvk_extract", "parent_extract", "articles", "authority_evidence",
        "tax_letter", "foreign_registration", "registration_form", "signature_drawing"),
      of: TEXT, file_name: TEXT, media_type: TEXT, size_bytes: { type: "integer", minimum: 0 }, sha256: TEXT, shielded: { type: "boolean" },
    })),
    consents: record({ terms: CONSENT, privacy: CONSENT }),
    signing: record({ method: oneOf("pen", "screen", "qualified"), form: oneOf("attached", "posted") }),
    signatures: rows(record({ by: TEXT, method: oneOf("pen", "screen", "qualified"), at: TEXT, typed_name: TEXT, digest: TEXT })),
  }),
  ...formatted({ id: "uuid", prepared_at: "moment", partner: "partner" }),
  rules: true,
};

/** Returns a function that checks a parsed application and returns its issues as [place, code]; a wrong shape has the code "shape". */
export function ajvFor(offer, catalogue) {
  let day;
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false });
  const report = (errors, place, code) => errors.push({ keyword: "rule", params: { place, code }, message: code });
  ajv.addKeyword({
    keyword: "formatted",
    type: "object",
    compile: (texts) => {
      const entries = Object.entries(texts).map(([name, format]) => [name, FORMATS[format]]);
      return function validate(value, { instancePath }) {
        validate.errors = [];
        for (const [name, format] of entries) {
          const text = value[name] ?? "";
          const code = typeof text === "string" ? format(text) : undefined;
          if (code) report(validate.errors, `${instancePath}/${name}`.slice(1).replaceAll("/", "."), code);
        }
        return validate.errors.length === 0;
      };
    },
    errors: true,
  });
  const rules = crossFieldRules(offer, catalogue);
  ajv.addKeyword({
    keyword: "rules",
    type: "object",
    compile: () =>
      function validate(value) {
        validate.errors = [];
        rules(value, day, (code, place) => report(validate.errors, place, code));
        return validate.errors.length === 0;
      },
    errors: true,
  });
  const { rules: _, ...shape } = SCHEMA;
  const hasShape = ajv.compile(shape);
  const passesRules = ajv.compile({ rules: true });
  return (application, today) => {
    day = today;
    if (isOfOtherFormat(application)) return [["format", "format_unknown"]];
    const errors = hasShape(application) ? [] : hasShape.errors;
    const shapes = errors.filter((error) => error.keyword !== "rule");
    // The other rules rely on the shape, so they only run when it is right.
    const rest = shapes.length > 0 || passesRules(application) ? [] : passesRules.errors;
    return [...errors, ...rest].map(({ keyword, params, instancePath }) =>
      keyword === "rule" ? [params.place, params.code] : [instancePath, keyword === "additionalProperties" ? "field_unknown" : "shape"]);
  };
}
