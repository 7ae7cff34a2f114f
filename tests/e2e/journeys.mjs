// The journeys, as data: screens in order, each with its answers.
import { file, pdf, png } from "./files.mjs";

const dayOf = (moment) => {
  const [year, month, day] = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Amsterdam" }).format(moment).split("-");
  return { day, month, year };
};
const today = dayOf(new Date());
const later = { day: "1", month: "5", year: String(Number(today.year) + 4) };
const birth = { day: "28", month: "2", year: "1985" };

const TAX = ["belasting", "9a794d1d-f7ba-5ee4-86ea-d3d5490b2f7e"];
const MESSAGE_BOX = ["berichtenbox", "71c69e39-150c-5940-97b4-4c02d052937a"];
const ALKMAAR = ["alkmaar", "bf741875-e08d-5a3b-bdaa-46f7e35041b2"];
const PATENT = ["octrooi", "788049f2-b2cb-5de2-a590-2ca070701063"];
const WITHOUT_KVK = ["loonheffingen", "ea055808-150d-57a0-8620-835d99ec7fa8"];

const welcome = { screen: "welcome" };
const check = { screen: "check", action: "sign" };
const organisation = (kind, number) => ({
  screen: "organisation-kind",
  answers: [["organisation.identifier.kind", kind], ["organisation.identifier.number", number]],
});
const services = (...chosen) => ({
  screen: "services",
  answers: [["purpose.authorisation.kind", "services"], ...chosen.map((service) => ["purpose.search", service])],
});
const user = (isRepresentative) => ({
  screen: "user",
  answers: [["user.is_applicant", "true"], ["representatives.0.is_user", isRepresentative]],
});
const registered = (name, form, ...more) => ({
  screen: "organisation",
  answers: [["organisation.name", name], ["organisation.legal_form", form], ...more],
});
const address = [
  ["organisation.address.street", "Oude Ebbingestraat"], ["organisation.address.house_number", "12"],
  ["organisation.address.postal_code", "9712 HH"], ["organisation.address.city", "Groningen"],
  ["organisation.address.country", "NL"],
];
const wholeOrganisation = ["organisation.restricted_to_branch", "false"];
const personalData = (...more) => ({
  screen: "personal-data",
  answers: [
    ["user.given_names", "Johanna Maria"], ["user.prefix", "de"], ["user.surname", "Vries"], ["user.birth_date", birth],
    ...more, ["user.email", "johanna@bakkerij-devries.example"], ["user.mobile", "06 12345678"],
  ],
});
const place = ["user.birth_place", "Groningen"];
const identityDocument = {
  screen: "identity-document",
  answers: [
    ["user.identity_document.kind", "passport"], ["user.identity_document.country", "NL"],
    ["user.identity_document.expires_on", later],
  ],
};
const named = (row, [given, surname]) => [
  [`representatives.${row}.given_names`, given], [`representatives.${row}.surname`, surname],
];
const director = (row, names, authority) => [
  ...named(row, names), [`representatives.${row}.capacity`, "director"], [`representatives.${row}.authority`, authority],
];
const owner = (row, names) => [...named(row, names), [`representatives.${row}.capacity`, "owner"]];
const role = (employed, manager) => ({
  screen: "role", answers: [["user.employed", employed], ["authorisations_manager", manager]],
});
const fetched = ["authority_proof.extract", "fetched"];
const added = (...places) => places.map(([place, name]) => [place, file(name, name.endsWith("pdf") ? pdf() : png())]);
const documents = (...answers) => ({ screen: "documents", answers });
const contract = (means, urgent = "false", ...more) => ({
  screen: "contract",
  answers: [["contract.term_years", "3"], ["contract.means", means], ["contract.urgent", urgent], ...more],
});
const identification = ["identification.method", "app"];
const payment = (method, ...more) => ({ screen: "payment", answers: [["contract.payment.method", method], ...more] });
const consents = [["consents.terms", true], ["consents.privacy", true]];

/** (a) A sole director applies for themself: EH3, because of one of two services. */
export const soleDirector = [
  welcome, organisation("kvk", "68750110"), services(MESSAGE_BOX, TAX), user("true"),
  {
    screen: "representatives",
    answers: [
      ["representatives.0.capacity", "director"], ["representatives.0.authority", "sole"],
      ["authority_proof.represented_by_company", "false"],
    ],
  },
  registered("Bakkerij De Vries B.V.", "private_limited_company"), personalData(place), identityDocument,
  documents(fetched, ...added(["documents.user_id_copy.user", "paspoort.png"])), contract("app", "false", identification),
  payment("ideal"), check,
  {
    screen: "sign",
    answers: [["signing.method", "screen"], ["signatures.0.typed_name", "J.M. de Vries"], ...consents],
  },
];

/** (b) An employee will use the means; two directors are jointly authorised and sign on paper. */
export const jointlyAuthorised = [
  welcome, organisation("kvk", "69599084"), services(TAX), user("false"),
  {
    screen: "representatives",
    answers: [
      ...director(0, ["Pieter", "Jansen"], "joint"), ["press", "add:representatives"],
      ...director(1, ["Fatima", "El Amrani"], "joint"), ["authority_proof.fewer_suffice", "false"],
      ["authority_proof.represented_by_company", "true"],
    ],
  },
  role("true", "true"), registered("Test EMZ Dagobert", "private_limited_company"), personalData(place), identityDocument,
  {
    screen: "representative-contact",
    answers: [
      ["representatives.0.email", "pieter@dagobert.example"], ["representatives.0.mobile", "06 23456789"],
      ["representatives.1.email", "fatima@dagobert.example"], ["representatives.1.mobile", "+31 6 34567890"],
    ],
  },
  documents(
    ["authority_proof.extract", "attached"], ["authority_proof.extract_issued_on", today],
    ...added(
      ["documents.representative_id_copy.representatives.0", "pieter.png"],
      ["documents.representative_id_copy.representatives.1", "fatima.png"],
      ["documents.kvk_extract.organisation", "uittreksel.pdf"], ["documents.parent_extract.organisation", "moeder.pdf"],
    ),
  ),
  contract("sms", "true", identification),
  payment("invoice", ["contract.payment.invoice_email", "facturen@dagobert.example"], ["contract.payment.reference", "2026-117"]),
  check,
  {
    screen: "sign",
    answers: [
      ["signing.method", "pen"], ["signing.form", "attached"],
      ["documents.registration_form.organisation", file("formulier.pdf", pdf())], ...consents,
    ],
  },
];

/** (c) A user who is not employed, such as an accountant: EH2+ and a copy of their identity document. */
export const notEmployed = [
  welcome, organisation("kvk", "68750110"), services(ALKMAAR), user("false"),
  { screen: "representatives", answers: owner(0, ["Pieter", "Jansen"]) }, role("false", "false"),
  registered("Fietsenmaker Jansen", "sole_proprietorship", wholeOrganisation), personalData(),
  identityDocument,
  {
    screen: "representative-contact",
    answers: [["representatives.0.email", "pieter@fietsenmaker.example"], ["representatives.0.mobile", "0623456789"]],
  },
  documents(
    fetched,
    ...added(
      ["documents.user_id_copy.user", "rijbewijs.png"],
      ["documents.representative_id_copy.representatives.0", "pieter.png"],
    ),
  ),
  contract("app"), payment("card"), check,
  { screen: "sign", answers: [["signing.method", "pen"], ["signing.form", "posted"], ...consents] },
];

/** (d) EH4 does not accept limited authority: the journey ends here. */
export const limitedAtEh4 = [
  welcome, organisation("kvk", "68750110"), services(PATENT), user("true"),
  {
    screen: "representatives",
    answers: [
      ["representatives.0.capacity", "proxy_holder"], ["representatives.0.authority", "limited"],
      ["authority_proof.represented_by_company", "false"],
    ],
  },
];

/** (e) An association without KvK number: EH3 at the tax authority, with other proofs. */
export const withoutKvk = [
  welcome, organisation("fiscal", "823807071"), services(WITHOUT_KVK), user("true"),
  {
    screen: "representatives",
    answers: [["representatives.0.capacity", "director"], ["representatives.0.authority", "sole"]],
  },
  registered("Vereniging Het Dorp", "association", ...address), personalData(place), identityDocument,
  documents(
    ...added(
      ["documents.user_id_copy.user", "paspoort.png"], ["documents.tax_letter.organisation", "brief.pdf"],
      ["documents.foreign_registration.organisation", "akte.pdf"],
    ),
  ),
  contract("token", "false", identification), payment("ideal"), check,
  {
    screen: "sign",
    answers: [["signing.method", "screen"], ["signatures.0.typed_name", "J.M. de Vries"], ...consents],
  },
];

/** (f) An employee of a sole proprietorship, whose owner signs, at EH3; only up to the personal data. */
export const employeeOfOwner = [
  welcome, organisation("kvk", "68750110"), services(TAX), user("false"),
  { screen: "representatives", answers: owner(0, ["Pieter", "Jansen"]) }, role("true", "false"),
  registered("Fietsenmaker Jansen", "sole_proprietorship"), { screen: "personal-data" },
];

/** (g) A hairdresser who owns the business applies for herself, at EH3. */
export const soleOwner = [
  welcome, organisation("kvk", "68750110"), services(TAX), user("true"),
  { screen: "representatives", answers: [["representatives.0.capacity", "owner"]] },
  registered("Kapsalon De Vries", "sole_proprietorship"), ...soleDirector.slice(6),
];

/** (h) A foundation that does not know which services it needs: everything at EH3, by its director. */
export const foundation = [
  welcome, organisation("kvk", "41012345"),
  { screen: "services", answers: [["purpose.authorisation.kind", "all"], ["purpose.level", "EH3"]] },
  ...soleDirector.slice(3, 5), registered("Stichting Buurthuis", "foundation", wholeOrganisation),
  ...soleDirector.slice(6),
];

/** The same, where the organisation is looked up: what was found is not asked. */
const found = (journey, number) => journey.filter(({ screen }) => screen !== "organisation").map((one) =>
  one.screen === "organisation-kind" ? { ...one, answers: [...organisation("kvk", number).answers, ["look-up", true]] } : one);
export const soleOwnerFound = found(soleOwner, "69599084");
export const jointlyAuthorisedFound = found(jointlyAuthorised, "68750110");
export const foundationFound = found(foundation, "69599068");

/** The journeys that end with an application: in which language each is filled in, and what arrives. */
export const ROUTES = {
  soleDirector: { journey: soleDirector, lang: "en", level: "EH3", documents: 1 },
  jointlyAuthorised: { journey: jointlyAuthorised, lang: "nl", level: "EH3", documents: 5 },
  notEmployed: { journey: notEmployed, lang: "nl", level: "EH2+", documents: 2 },
  withoutKvk: { journey: withoutKvk, lang: "en", level: "EH3", documents: 3 },
  soleOwner: { journey: soleOwner, lang: "en", level: "EH3", documents: 1 },
  foundation: { journey: foundation, lang: "nl", level: "EH3", documents: 1 },
  soleOwnerFound: { journey: soleOwnerFound, lang: "nl", level: "EH3", documents: 1 },
  jointlyAuthorisedFound: { journey: jointlyAuthorisedFound, lang: "en", level: "EH3", documents: 5 },
};

/** The part of a journey that starts at a screen. */
export const from = (journey, screen) => journey.slice(journey.findIndex((one) => one.screen === screen));

/** Whether a screen shows errors when nothing is answered. */
export const mustAnswer = (screen) => !["welcome", "check"].includes(screen);
