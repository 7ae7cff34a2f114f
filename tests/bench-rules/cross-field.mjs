// The rules that depend on more than one answer, or on the offer, the catalogue and the day, in JavaScript. Each contender
// calls them from its own kind of refinement.
import { createHash } from "node:crypto";
import * as formats from "./formats.mjs";

const LEVELS = ["EH2+", "EH3", "EH4"];
const issued = (stated) => (stated === "EH1" || stated === "EH2" ? "EH2+" : stated);
const higher = (one, other) => LEVELS[Math.max(LEVELS.indexOf(one), LEVELS.indexOf(other))];
const HAS_KVK_NUMBER = ["private_limited_company", "public_limited_company", "general_partnership", "limited_partnership"];
const ID_COPIES = ["user_id_copy", "representative_id_copy"];
const APPOINTED = ["trustee", "liquidator", "administrator", "other"];
const OF_ROWS = ["representative_id_copy", "signature_drawing"];
const ROW = /^representatives\.(0|[1-9]\d*)$/;

const isBlank = (text) => (text ?? "").trim() === "";
/** Whether a dash or dot is where both names would be. */
const hasNoName = ({ given_names: given, surname }) =>
  [given, surname].every((name) => !isBlank(name) && !formats.givenNames(name) && !formats.isNamed(name));
const same = (one, other) => one !== undefined && one === other;

const MONTHS = ["januari january", "februari february", "maart march mrt", "april", "mei may", "juni june", "juli july",
  "augustus august", "september", "oktober october", "november", "december"];

/** A date as text in three parts. */
function partsOf(text) {
  const spaced = text.trim().replace(/^(\d+)([a-z]+)(\d{4})$/iu, "$1 $2 $3").replace(/([a-z])\s*\/\s*([a-z])/giu, "$1|$2");
  const whole = /^[-\u2010-\u2015\u2212]/u.test(text) ? [] : spaced.split(/[-\u2010-\u2015\u2212/.\s]+/u);
  if (whole.length === 3 && /^\d{4}$/.test(whole[0]) && whole[2].length < 3) return { year: whole[0], month: whole[1], day: whole[2] };
  if (whole.length === 3 && /^\d{4}$/.test(whole[2]) && whole[0].length < 3) return { year: whole[2], month: whole[1], day: whole[0] };
  const found = /^([^-]*)-([^-]*)-(.*)$/.exec(text);
  return found ? { year: found[1], month: found[2], day: found[3] } : { year: text };
}

/** The number of a month, also if it is a name. */
function monthOf(typed) {
  const monthIn = (language) => {
    const name = language.replace(/\.+$/, "").toLowerCase();
    return name.length < 3 ? -1 : MONTHS.findIndex((names) => names.split(" ").some((full) => full.startsWith(name)));
  };
  const found = typed.split(/[/|]/).map(monthIn);
  return found.includes(-1) || new Set(found).size > 1 ? typed : String(found[0] + 1);
}

/** Days since 1970 of a date as text or as three parts, or the code of the broken rule. */
function dayOf(date) {
  const [first] = rangeOf(date, false);
  return first;
}

/** The first and the last day that a date can be, or the code of the broken rule; of a birth date a part may be unknown. */
function rangeOf(date, mayBeUnknown = true) {
  if (date === null || date === undefined) return ["required"];
  const parts = typeof date === "string" ? partsOf(date) : date;
  const [year, month, day] = [parts.year, parts.month, parts.day].map((part, at) => {
    const typed = (part ?? "").replace(/\s/g, "");
    const digits = /^xx$/i.test(typed) ? "00" : typed.replace(/[Oo]/g, "0").replace(/[Il]/g, "1");
    return /^\d+$/.test(digits) ? digits : at === 1 ? monthOf(typed) : typed;
  });
  if (!mayBeUnknown && year === "9999" && /^0*$/.test(month) && /^0*$/.test(day)) return [formats.day("9999-12-31")];
  if (!year && !month && !day) return ["required"];
  const isWhole = (part) => part.split(/[-/.]/).length === 3;
  if (/^\d{1,2}$/.test(year) || [year, month, day].some(isWhole)) return ["date_year_short"];
  if ([year, month, day].includes("") || /^0+$/.test(year)) return ["date_incomplete"];
  const [noDay, noMonth] = [day, month].map((part) => /^0{1,2}$/.test(part));
  if ((noDay || noMonth) && !(mayBeUnknown && noDay)) return ["date_incomplete"];
  const at = (of, on) => formats.day(`${year}-${of.padStart(2, "0")}-${on.padStart(2, "0")}`) ?? "date_impossible";
  if (!noDay) return [at(month, day), at(month, day)];
  const lengths = ["31", "30", "29", "28"].map((length) => at(noMonth ? "12" : month, length));
  return [at(noMonth ? "1" : month, "1"), lengths.find((last) => last !== "date_impossible") ?? "date_impossible"];
}

const DAY = 86_400_000;
const toDate = (day) => new Date(day * DAY);

function plusMonths(day, months) {
  const from = toDate(day);
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
  return first / DAY + Math.min(from.getUTCDate(), last) - 1;
}

function ageOn(born, today) {
  const [from, to] = [toDate(born), toDate(today)];
  const had = to.getUTCMonth() > from.getUTCMonth() || (to.getUTCMonth() === from.getUTCMonth() && to.getUTCDate() >= from.getUTCDate());
  return to.getUTCFullYear() - from.getUTCFullYear() - (had ? 0 : 1);
}

/** The digest of what is signed; only of an application in its canonical form. */
function digestOf({ id, prepared_at, language, partner, consents, signatures, ...signed }) {
  const documents = (signed.documents ?? []).filter(({ kind }) => kind !== "signature_drawing");
  return createHash("sha256").update(JSON.stringify({ ...signed, documents })).digest("hex");
}

/** An application of another format is not checked any further. */
export const isOfOtherFormat = (application) =>
  typeof application?.format === "string" && application.format !== "eherkenning-application/1";

export function crossFieldRules(offer, catalogue) {
  const services = new Map();
  const providers = new Map();
  for (const provider of catalogue.providers) {
    providers.set(provider.oin, provider);
    for (const service of provider.services ?? []) services.set(service.id.toLowerCase(), { provider, ...service });
  }
  const levels = new Map(offer.levels.map((level) => [level.level, level]));
  const catalogueIsEmpty = catalogue.providers.length === 0;
  const findService = (id) => services.get(id.replace(/\s/g, "").toLowerCase());
  const findProvider = (oin) => providers.get(oin.replace(/\s/g, ""));

  return (application, todayText, issue) => {
    const today = formats.day(todayText);
    const purpose = application.purpose ?? {};
    const authorisation = purpose.authorisation ?? {};
    const chosenServices = authorisation.services ?? [];
    const chosenProviders = authorisation.providers ?? [];
    const user = application.user ?? {};
    const organisation = application.organisation ?? {};
    const address = organisation.address ?? {};
    const people = application.representatives ?? [{}];
    const proof = application.authority_proof ?? {};
    const contract = application.contract ?? {};
    const payment = contract.payment ?? {};
    const documents = application.documents ?? [];
    const signatures = application.signatures ?? [];
    const kind = authorisation.kind ?? undefined;
    const isFiscal = organisation.identifier?.kind === "fiscal";
    const known = (code, place) => code && issue(code, place);
    const required = (answer, place) => (answer === null || answer === undefined ? issue("required", place) : undefined);


    // What for
    required(kind, "purpose.authorisation.kind");
    const inWords = kind === "services" || kind === "providers" ? (purpose.described_services ?? "") : "";
    if (!isBlank(inWords)) known(formats.text(500)(inWords.replace(/[\r\n]/g, " ")), "purpose.described_services");
    const isDescribed = !isBlank(inWords) && !formats.text(500)(inWords.replace(/[\r\n]/g, " "));
    let needed;
    const asksServices = !catalogueIsEmpty && kind === "services";
    const asksProviders = !catalogueIsEmpty && kind === "providers";
    const forBranch = !isFiscal && organisation.restricted_to_branch === true;
    let covered = 0;
    if (asksServices) {
      for (const id of chosenServices) {
        const service = findService(id);
        if (!service) {
          issue("service_unknown", "purpose.services");
          continue;
        }
        covered += 1;
        needed = higher(needed, issued(service.level));
        if (isFiscal && !service.without_kvk) issue("service_not_for_route", "purpose.services");
        if (forBranch && service.branch === "refused") issue("service_refuses_branch", "organisation.restricted_to_branch");
      }
      if (covered === 0 && !isDescribed) issue("required", "purpose.services");
    }
    if (asksProviders) {
      for (const oin of chosenProviders) {
        const provider = findProvider(oin);
        if (!provider) {
          issue("provider_unknown", "purpose.providers");
          continue;
        }
        covered += 1;
        const of = provider.services ?? [];
        for (const service of of) needed = higher(needed, issued(service.level));
        if (isFiscal && !of.some((service) => service.without_kvk)) issue("service_not_for_route", "purpose.providers");
        const refused = of.length > 0 && of.every((service) => service.branch === "refused");
        if (forBranch && refused) issue("service_refuses_branch", "organisation.restricted_to_branch");
      }
      for (const id of chosenServices) {
        const service = findService(id);
        if (service && !chosenProviders.includes(service.provider.oin)) issue("authorisation_too_narrow", "purpose.providers");
      }
      if (covered === 0 && !isDescribed) issue("required", "purpose.providers");
    }
    if (catalogueIsEmpty && (kind === "services" || kind === "providers") && isBlank(inWords)) issue("required", "purpose.described_services");
    if (isFiscal && kind === "all") issue("authorisation_not_for_route", "purpose.authorisation.kind");
    const level = needed === undefined ? (purpose.level ?? undefined) : higher(purpose.level ?? needed, needed);
    const terms = levels.get(level);
    if (level === undefined) issue("required", "purpose.level");
    else {
      if (purpose.level && needed && LEVELS.indexOf(purpose.level) < LEVELS.indexOf(needed)) issue("level_too_low", "purpose.level");
      if (!terms) issue("level_not_offered", "purpose.level");
      if (isFiscal && level !== "EH3") issue("level_not_for_route", "purpose.level");
    }

    // Who signs
    const userRow = people.findIndex((one) => one.is_user === true);
    const withAuthority = (authority) => people.flatMap((one, row) => (one.authority === authority ? [row] : []));
    const [sole, joint, limited] = ["sole", "joint", "limited"].map(withAuthority);
    const areSeveral = sole.length === 0 && (joint.length > 0 || (limited.length > 0 && terms && terms.limited !== "refused"));
    /** Those who sign of these rows: as many as the policy asks, who were chosen, have signed, or are the first ones. */
    const some = (rows, policy, reason) => {
      const most = { all: rows.length, majority: Math.max(2, Math.floor(rows.length / 2) + 1), at_least_two: 2 }[policy];
      const needed = Math.min(most, rows.length);
      if (needed === rows.length) return { rows, reason };
      const of = { entitled: rows, needed, reason };
      const isStated = rows.some((row) => typeof people[row].signs === "boolean");
      if (isStated) return { ...of, rows: rows.filter((row) => people[row].signs === true) };
      const signed = rows.filter((row) => signatures.some((one) => one.by === `representatives.${row}`));
      if (signed.length >= needed) return { ...of, rows: signed };
      const chosen = rows.slice(0, needed);
      if (!chosen.includes(userRow) && rows.includes(userRow)) chosen.splice(-1, 1, userRow);
      return { ...of, rows: chosen };
    };
    let signing = { rows: [], reason: "unknown" };
    if (terms && sole.length > 0) signing = { rows: [sole.includes(userRow) ? userRow : sole[0]], reason: "sole" };
    else if (terms && people.every((one) => one.authority)) {
      if (offer.articles_prove_fewer && areSeveral && proof.fewer_suffice === true) {
        signing = { rows: terms.limited === "refused" ? joint : people.map((_, row) => row), reason: "articles" };
      } else if (joint.length > 0 && limited.length > 0 && terms.joint === "at_least_two" && terms.limited === "at_least_two") {
        signing = some(people.map((_, row) => row), "at_least_two", "together");
      } else if (joint.length > 0) signing = some(joint, terms.joint, "joint");
      else if (terms.limited !== "refused") signing = some(limited, terms.limited, "limited");
    }
    const signs = (row) => signing.rows.includes(row);
    const isSoleApplicant = signing.reason === "sole" && userRow >= 0 && signs(userRow);
    const asksContact = (row) => userRow !== row && terms?.representative_contact === true && signs(row);
    if (terms) {
      const at = (row) => `representatives.${row}.authority`;
      if (signing.reason === "unknown" && limited.length === people.length) limited.forEach((row) => issue("limited_not_allowed", at(row)));
      if (signing.reason === "joint" && joint.length < 2) joint.forEach((row) => issue("joint_needs_two", at(row)));
      if (signing.reason === "limited" && limited.length < 2) limited.forEach((row) => issue("limited_needs_more", at(row)));
      if (signing.rows.length < signing.needed) issue("signatories_too_few", `representatives.${signing.entitled[0]}.signs`);
    }

    // The user
    if (user.is_applicant === false) issue("user_must_apply", "user.is_applicant");
    else required(user.is_applicant, "user.is_applicant");
    required(user.employed, "user.employed");
    const [first, born] = rangeOf(user.birth_date);
    const minAge = (userRow >= 0 ? offer.min_age_representative : offer.min_age_employee) ?? 18;
    if (typeof first === "string") issue(first, "user.birth_date");
    else if (first > today) issue("birth_date_in_future", "user.birth_date");
    else if (ageOn(born, today) < minAge) issue("user_too_young", "user.birth_date");
    else if (ageOn(born, today) > 120) issue("birth_date_too_long_ago", "user.birth_date");
    if (terms?.birth_place) known(formats.text(80)(user.birth_place ?? ""), "user.birth_place");
    known(formats.mobile(user.mobile ?? "", offer.foreign_mobile === true), "user.mobile");
    if (terms?.identity_document) {
      const document = user.identity_document ?? {};
      const at = "user.identity_document";
      required(document.kind, `${at}.kind`);
      if (document.kind && !offer.identity_documents.kinds.includes(document.kind)) issue("identity_document_not_accepted", `${at}.kind`);
      known(formats.country(document.country ?? ""), `${at}.country`);
      const isForeign = !formats.country(document.country ?? "") && document.country.replace(/\s/g, "").toUpperCase() !== "NL";
      if (isForeign && offer.identity_documents.dutch_only?.includes(document.kind)) issue("identity_document_not_accepted", `${at}.country`);
      const expires = dayOf(document.expires_on);
      if (typeof expires === "string") issue(expires, `${at}.expires_on`);
      else if (expires < today) issue("identity_document_expired", `${at}.expires_on`);
      else if (expires < plusMonths(today, offer.identity_documents.valid_months)) issue("identity_document_expires_soon", `${at}.expires_on`);
      if (terms.identity_document_number && document.kind && !formats.country(document.country ?? "")) {
        const dutch = document.country.replace(/\s/g, "").toUpperCase() === "NL";
        known(formats.documentNumber(document.number ?? "", document.kind, dutch), `${at}.number`);
      }
    }

    if (hasNoName(user)) issue("name_characters", "user.surname");

    // The representatives
    if (people.length === 0) issue("required", "representatives");
    if (people.length > offer.max_representatives) issue("too_many_representatives", "representatives");
    if (people.filter((one) => one.is_user === true).length > 1) issue("user_twice", "representatives");
    const fullName = (one) => {
      const isNamed = formats.isNamed(one.given_names ?? "") || formats.isNamed(one.surname ?? "");
      const isValid = isNamed && !formats.givenNames(one.given_names ?? "") && !formats.name(one.surname ?? "") && (isBlank(one.prefix) || !formats.prefix(one.prefix));
      return isValid ? formats.fold(`${one.given_names} ${isBlank(one.prefix) ? "" : `${one.prefix} `}${one.surname}`) : undefined;
    };
    const emailAddress = (typed) => (formats.email(typed ?? "") ? undefined : formats.emailAscii(typed).toLowerCase());
    const telephone = (typed) =>
      formats.mobile(typed ?? "", offer.foreign_mobile === true) ? undefined : formats.mobileNumber(typed);
    const seen = [{ name: fullName(user), email: emailAddress(user.email), mobile: telephone(user.mobile), isUser: true }];
    for (const [row, one] of people.entries()) {
      const at = (question) => `representatives.${row}.${question}`;
      if (row === 0) required(one.is_user, at("is_user"));
      if (one.is_user !== true && userRow !== row && (row > 0 || (one.is_user !== null && one.is_user !== undefined))) {
        known(formats.givenNames(one.given_names ?? ""), at("given_names"));
        if (!isBlank(one.prefix)) known(formats.prefix(one.prefix), at("prefix"));
        known(formats.name(one.surname ?? ""), at("surname"));
        if (hasNoName(one)) issue("name_characters", at("surname"));
      }
      required(one.capacity, at("capacity"));
      required(one.authority, at("authority"));
      if (one.capacity === "owner" && one.authority && one.authority !== "sole") issue("owner_is_sole", at("authority"));
      if (asksContact(row)) {
        known(formats.email(one.email ?? ""), at("email"));
        known(formats.mobile(one.mobile ?? "", offer.foreign_mobile === true), at("mobile"));
      }
      if (one.is_user === true) continue;
      const person = { name: fullName(one), ...(asksContact(row) ? { email: emailAddress(one.email), mobile: telephone(one.mobile) } : {}) };
      for (const other of seen) {
        if (same(person.name, other.name) && one.is_namesake !== true) issue(other.isUser ? "representative_is_user" : "representative_twice", at("surname"));
        if (same(person.email, other.email)) issue("email_shared", at("email"));
        if (same(person.mobile, other.mobile)) issue("mobile_shared", at("mobile"));
      }
      seen.push(person);
    }

    // Proof of authority
    const asksFewer = offer.articles_prove_fewer && areSeveral;
    if (asksFewer) required(proof.fewer_suffice, "authority_proof.fewer_suffice");
    const asksCompany = !isFiscal && organisation.legal_form !== "public_body" && people.some((one) => one.capacity && one.capacity !== "owner");
    if (asksCompany) required(proof.represented_by_company, "authority_proof.represented_by_company");
    const hasParent = asksCompany && proof.represented_by_company === true;
    const companies = hasParent ? (proof.companies ?? "").split(/\r?\n/).filter((line) => !isBlank(line)) : [];
    for (const line of companies) known(formats.text(200)(line), "authority_proof.companies");
    const isFetchedOffered = offer.extract.fetched !== null && offer.extract.fetched !== undefined;
    const extract = isFiscal ? undefined : isFetchedOffered ? (proof.extract ?? undefined) : "attached";
    if (!isFiscal && !extract) issue("required", "authority_proof.extract");
    if (extract && proof.extract && proof.extract !== extract) issue("extract_source_not_offered", "authority_proof.extract");
    if (extract === "attached") {
      const issuedOn = dayOf(proof.extract_issued_on);
      if (typeof issuedOn === "string") issue(issuedOn, "authority_proof.extract_issued_on");
      else if (issuedOn > today) issue("extract_in_future", "authority_proof.extract_issued_on");
      else if (today - issuedOn > offer.extract.max_age_days) issue("extract_too_old", "authority_proof.extract_issued_on");
    }

    // The organisation
    required(organisation.identifier?.kind, "organisation.identifier.kind");
    known((isFiscal ? formats.fiscalNumber : formats.kvkNumber)(organisation.identifier?.number ?? ""), "organisation.identifier.number");
    required(organisation.legal_form, "organisation.legal_form");
    if (isFiscal && HAS_KVK_NUMBER.includes(organisation.legal_form)) issue("legal_form_has_kvk_number", "organisation.legal_form");
    const form = organisation.legal_form;
    const unsuited = form === "sole_proprietorship" ? ["director", "partner"] : form && !["foreign_company", "other"].includes(form) ? ["owner"] : [];
    if (people.some((one) => unsuited.includes(one.capacity))) issue("legal_form_capacity", "organisation.legal_form");
    const isLeftOut = !isFiscal && ["street", "house_number", "postal_code", "city"].every((line) => isBlank(address[line]));
    const asksCountry = isFiscal || form === "foreign_company" || !["", "NL", "nl"].includes((address.country ?? "").trim());
    if (asksCountry && !(isLeftOut && isBlank(address.country))) known(formats.country(address.country ?? ""), "organisation.address.country");
    if (!isLeftOut) {
      known(formats.text(100)(address.street ?? ""), "organisation.address.street");
      known(formats.text(80)(address.city ?? ""), "organisation.address.city");
      const abroad = asksCountry && (formats.country(address.country ?? "") !== undefined || address.country.replace(/\s/g, "").toUpperCase() !== "NL");
      const isBox = !abroad && isBlank(address.house_number) && /^(?:postbus|po box|p\.o\. box) +\d+$/.test(formats.fold(address.street ?? "").trim());
      const free = (typed) => (isBlank(typed) ? undefined : formats.text(20)(typed));
      if (!isBox) known((abroad ? free : formats.houseNumber)(address.house_number ?? ""), "organisation.address.house_number");
      known((abroad ? free : formats.postalCode)(address.postal_code ?? ""), "organisation.address.postal_code");
    }
    if (!isFiscal) required(organisation.restricted_to_branch, "organisation.restricted_to_branch");
    if (forBranch) known(formats.branchNumber(organisation.branch_number ?? "", organisation.identifier?.number ?? ""), "organisation.branch_number");
    if (!isSoleApplicant) required(application.authorisations_manager, "authorisations_manager");

    // The contract
    required(contract.term_years, "contract.term_years");
    required(contract.means, "contract.means");
    const offered = terms?.identification ?? [];
    const identification = offered.length === 1 ? offered[0].method : (application.identification?.method ?? undefined);
    if (!identification) issue("required", "identification.method");
    const term = terms?.terms.find((one) => one.years === contract.term_years);
    if (terms) {
      if (contract.term_years > 5) issue("term_too_long", "contract.term_years");
      if (typeof contract.term_years === "number" && !term && contract.term_years <= 5) issue("term_not_offered", "contract.term_years");
      if (contract.means && !terms.means.includes(contract.means)) issue("means_not_offered", "contract.means");
      if (identification && !offered.some((one) => one.method === identification)) issue("identification_not_offered", "identification.method");
    }
    const hasUrgent = offer.urgent !== null && offer.urgent !== undefined;
    if (hasUrgent) required(contract.urgent, "contract.urgent");
    else if (contract.urgent === true) issue("urgent_not_offered", "contract.urgent");
    required(payment.method, "contract.payment.method");
    if (payment.method && !offer.payment_methods.includes(payment.method)) issue("payment_not_offered", "contract.payment.method");
    if (payment.method === "invoice") {
      if (!isBlank(payment.invoice_email)) known(formats.email(payment.invoice_email), "contract.payment.invoice_email");
      if (!isBlank(payment.reference)) known(formats.text(40)(payment.reference), "contract.payment.reference");
    }
    if (!contract.price) issue("required", "contract.price");
    else if (term) {
      const chosen = asksServices ? chosenServices.length : asksProviders ? chosenProviders.length : 0;
      const net =
        term.price +
        (offered.find((one) => one.method === identification)?.price ?? 0) +
        (extract === "fetched" ? (offer.extract.fetched ?? 0) : 0) +
        Math.max(0, chosen - offer.authorisations.included) * offer.authorisations.extra +
        (contract.urgent === true ? (offer.urgent ?? 0) : 0);
      const total = net + Math.round((net * offer.vat_percent) / 100);
      const { total_cents: given = 0, vat_cents: vat = 0 } = contract.price;
      if (given !== total || vat !== total - net) issue("price_differs", "contract.price");
    }

    // How it is signed
    const methods = terms ? (isSoleApplicant ? terms.sole_applicant_signing : terms.signing) : [];
    const method = methods.length === 1 ? methods[0] : (application.signing?.method ?? undefined);
    const routes = offer.form_routes;
    const route = method !== "pen" ? undefined : routes.length === 1 ? routes[0] : (application.signing?.form ?? undefined);
    if (!method) issue("required", "signing.method");
    else if (terms && !methods.includes(method)) issue("signing_method_not_offered", "signing.method");
    if (method === "pen") {
      if (!route) issue("required", "signing.form");
      else if (!routes.includes(route)) issue("signing_method_not_offered", "signing.form");
    }
    const signatureOf = (row) => signatures.find((one) => one.by === `representatives.${row}`);
    for (const row of signing.rows) {
      const signature = signatureOf(row);
      const typed = (signature?.typed_name ?? "").trim();
      if (method === "screen") {
        const drawn = documents.some((one) => one.kind === "signature_drawing" && one.of === `representatives.${row}`);
        const place = `signatures.${row}.typed_name`;
        if (typed === "" && !drawn) issue("signature_missing", place);
        else if (typed !== "") {
          const signer = people[row].is_user === true ? user : people[row];
          const own = formats.isNamed(signer.surname ?? "") ? signer.surname : (signer.given_names ?? "").trim().split(/\s/u)[0];
          const words = (name) => formats.fold(name).split(/[^a-z\u0080-\uffff]/u);
          const [surname, typedWords] = [words(own).join(""), words(typed)];
          const startsAt = (at) => typedWords.some((_, end) => typedWords.slice(at, end + 1).join("") === surname);
          const matches = surname !== "" && !formats.words(422)(formats.fold(typed)) && typedWords.some((_, at) => startsAt(at));
          if (!matches) issue("typed_name_differs", place);
          if (signature.method === "screen") known(formats.words(422)(typed), place);
        }
      }
      const place = `signatures.${row}`;
      if (!signature?.method) issue("signature_missing", place);
      else if (signature.method !== method) issue("signing_method_not_offered", place);
      if (signature) known(formats.moment(signature.at ?? ""), place);
      const digest = (signature?.digest ?? "").replace(/\s/g, "").toLowerCase();
      if (digest !== "" && terms && !terms.handover) issue("signing_method_not_offered", place);
      if (digest !== "" && digest !== digestOf(application)) issue("signature_outdated", place);
    }
    if (signing.reason !== "unknown" && signatures.some((one) => !signing.rows.some((row) => one.by === `representatives.${row}`))) issue("signature_not_asked", "representatives");

    // Consents
    for (const name of ["terms", "privacy"]) {
      const consent = application.consents?.[name];
      const place = `consents.${name}`;
      if (!consent) issue("required", place);
      else {
        if ((consent.version ?? "") !== offer.links[name].version) issue("consent_version", place);
        known(formats.text(40)(consent.version ?? ""), place);
        known(formats.moment(consent.accepted_at ?? ""), place);
      }
    }

    // The documents
    const idCopies = terms?.representative_id_copy === true;
    const policy = { always: true, not_employed: user.employed === false, not_representative: userRow < 0 || user.employed === false }[terms?.user_id_copy] ?? false;
    const isByProxy = signing.rows.every((row) => people[row].capacity === "proxy_holder");
    const byArticles = !["public_body", "sole_proprietorship"].includes(form) && !isByProxy;
    const asks = {
      user_id_copy: policy || (idCopies && userRow >= 0 && signs(userRow)),
      representative_id_copy: (row) => idCopies && signs(row) && userRow !== row,
      kvk_extract: extract === "attached",
      parent_extract: hasParent,
      articles: form === "religious_organisation" || (signing.reason === "articles" && byArticles),
      authority_evidence:
        ["religious_organisation", "public_body"].includes(form) ||
        people.some((one) => APPOINTED.includes(one.capacity)) ||
        (signing.reason === "articles" && !byArticles),
      tax_letter: isFiscal,
      foreign_registration: isFiscal,
      registration_form: method === "qualified" || route === "attached",
      signature_drawing: (row) => method === "screen" && signs(row),
    };
    const limits = offer.attachments;
    const counts = new Map();
    const ids = new Set();
    let total = 0;
    for (const document of documents) {
      const of = document.of ?? "";
      const row = OF_ROWS.includes(document.kind) ? ROW.exec(of)?.[1] : undefined;
      const isPlaced = document.kind && (OF_ROWS.includes(document.kind) ? row !== undefined : of === (document.kind === "user_id_copy" ? "user" : "organisation"));
      if (!isPlaced) {
        issue("document_not_asked", "documents");
        continue;
      }
      const place = `documents.${document.kind}.${of}`;
      counts.set(place, (counts.get(place) ?? 0) + 1);
      if (!(row === undefined ? asks[document.kind] : asks[document.kind](Number(row)))) continue;
      const id = (document.id ?? "").replace(/\s/g, "").toLowerCase();
      if (ids.has(id)) issue("document_id_twice", place);
      ids.add(id);
      known(formats.uuid(document.id ?? ""), place);
      known(formats.fileName(document.file_name ?? ""), place);
      known(formats.sha256(document.sha256 ?? ""), place);
      const size = document.size_bytes ?? 0;
      const isImage = ["image/jpeg", "image/png"].includes(document.media_type);
      const isAccepted = ID_COPIES.includes(document.kind) ? isImage : document.kind === "signature_drawing" ? document.media_type === "image/png" : true;
      if (!isImage && document.media_type !== "application/pdf") issue("document_type", place);
      else if (size === 0) issue("document_empty", place);
      else if (!isAccepted) issue("document_type", place);
      else if (size > limits.max_bytes) issue("document_too_large", place);
      if (ID_COPIES.includes(document.kind) && document.shielded !== true) issue("document_not_shielded", place);
      total += size;
    }
    if (total > limits.max_total_bytes) issue("documents_too_large", "documents");
    const requiredPlaces = Object.entries(asks).filter(([kind]) => kind !== "signature_drawing").flatMap(([kind, asked]) => {
      if (typeof asked === "function") return people.flatMap((_, row) => (asked(row) ? [`documents.${kind}.representatives.${row}`] : []));
      return asked ? [`documents.${kind}.${kind === "user_id_copy" ? "user" : "organisation"}`] : [];
    });
    for (const place of requiredPlaces) {
      const count = counts.get(place) ?? 0;
      if (count === 0) issue("document_missing", place);
      else if (count > limits.max_files) issue("document_too_many", place);
      else if (place.includes(".parent_extract.") && count < Math.min(companies.length, limits.max_files)) issue("extracts_too_few", place);
    }
  };
}
