// The rules in zod 4, as a JavaScript backend would write them: shapes and formats in the schema, all other rules in one
// refinement of the application.
import * as z from "zod";
import * as formats from "./formats.mjs";
import { crossFieldRules, isOfOtherFormat } from "./cross-field.mjs";

const text = z.string().nullish();
const flag = z.boolean().nullish();
const oneOf = (...names) => z.enum(names).nullish();
const record = (shape) => z.strictObject(shape).optional();
// Text with a format of its own.
const formatted = (format) =>
  z.string().nullish().check((context) => {
    const code = format(context.value ?? "");
    if (code) context.issues.push({ code: "custom", message: code, input: context.value, path: [], continue: true });
  });
const optional = (format) => (value) => (value.trim() === "" ? undefined : format(value));
const date = z.union([z.string(), z.strictObject({ day: z.string().optional(), month: z.string().optional(), year: z.string().optional() })]).nullish();

const consent = z.strictObject({ version: text, accepted_at: text }).nullish();

/** Returns a function that checks a parsed application and returns its issues as [place, code]; a wrong shape has the code "shape". */
export function zodFor(offer, catalogue) {
  let day;
  const rules = crossFieldRules(offer, catalogue);
  const schema = z
      .strictObject({
        format: z.string().optional(),
        id: formatted(formats.uuid),
        language: oneOf("nl", "en"),
        prepared_at: formatted(formats.moment),
        partner: formatted((value) => (value === "" ? undefined : formats.text(100)(value))),
        purpose: record({
          level: oneOf("EH2+", "EH3", "EH4"),
          authorisation: record({
            kind: oneOf("services", "providers", "all"),
            providers: z.array(z.string()).max(1000).optional(),
            services: z.array(z.string()).max(1000).optional(),
          }),
          described_services: text,
        }),
        user: record({
          is_applicant: flag,
          employed: flag,
          given_names: formatted(formats.givenNames),
          prefix: formatted(optional(formats.prefix)),
          surname: formatted(formats.name),
          birth_date: date,
          birth_place: text,
          email: formatted(formats.email),
          email_ascii: text,
          mobile: text,
          identity_document: record({
            kind: oneOf("passport", "identity_card", "residence_permit", "driving_licence"),
            country: text,
            number: text,
            expires_on: date,
          }),
        }),
        organisation: record({
          identifier: record({ kind: oneOf("kvk", "fiscal"), number: text }),
          restricted_to_branch: flag,
          branch_number: text,
          name: formatted(formats.text(200)),
          legal_form: oneOf("sole_proprietorship", "general_partnership", "limited_partnership", "professional_partnership",
            "private_limited_company", "public_limited_company", "foundation", "association", "cooperative",
            "religious_organisation", "public_body", "foreign_company", "other"),
          address: record({
            street: text,
            house_number: text,
            postal_code: text,
            city: text,
            country: text,
          }),
        }),
        representatives: z
          .array(z.strictObject({
            is_user: flag,
            given_names: text,
            prefix: text,
            surname: text,
            is_namesake: flag,
            capacity: oneOf("owner", "director", "partner", "proxy_holder", "trustee", "liquidator", "administrator", "other"),
            authority: oneOf("sole", "joint", "limited"),
            email: text,
            email_ascii: text,
            mobile: text,
            signs: flag,
          }))
          .max(1000)
          .optional(),
        authority_proof: record({ extract: oneOf("fetched", "attached"), extract_issued_on: date, fewer_suffice: flag, represented_by_company: flag, companies: text }),
        authorisations_manager: flag,
        contract: record({
          term_years: z.int().min(0).max(255).nullish(),
          means: oneOf("sms", "app", "token", "certificate"),
          urgent: flag,
          payment: record({ method: oneOf("invoice", "ideal", "card"), invoice_email: text, invoice_email_ascii: text, reference: text }),
          price: z.strictObject({ total_cents: z.int().optional(), vat_cents: z.int().optional() }).nullish(),
        }),
        identification: record({ method: oneOf("copy", "visit", "app") }),
        documents: z
          .array(z.strictObject({
            id: text,
            kind: oneOf("user_id_copy", "representative_id_copy", "kvk_extract", "parent_extract", "articles",
              "authority_evidence", "tax_letter", "foreign_registration", "registration_form", "signature_drawing"),
            of: text,
            file_name: text,
            media_type: text,
            size_bytes: z.int().min(0).optional(),
            sha256: text,
            shielded: z.boolean().optional(),
          }))
          .max(1000)
          .optional(),
        consents: record({ terms: consent, privacy: consent }),
        signing: record({ method: oneOf("pen", "screen", "qualified"), form: oneOf("attached", "posted") }),
        signatures: z
          .array(z.strictObject({ by: text, method: oneOf("pen", "screen", "qualified"), at: text, typed_name: text, digest: text }))
          .max(1000)
          .optional(),
      })
      .check((context) => {
        rules(context.value, day, (code, place) => {
          context.issues.push({ code: "custom", message: code, params: { place }, input: context.value, path: [], continue: true });
        });
      });
  return (application, today) => {
    day = today;
    if (isOfOtherFormat(application)) return [["format", "format_unknown"]];
    const { success, error } = schema.safeParse(application);
    if (success) return [];
    return error.issues.map(({ code, path, params, message }) => {
      if (code === "custom") return [params?.place ?? path.join("."), message];
      return [`/${path.join("/")}`, code === "unrecognized_keys" ? "field_unknown" : "shape"];
    });
  };
}
