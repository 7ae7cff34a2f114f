// The formats of the scheme in JavaScript. Each function takes the typed text and returns the code of the broken rule, or
// undefined. All contenders share them, so that only their libraries differ.

const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const tidy = (text) => text.replace(INVISIBLE, "").replace(/\s+/gu, " ").trim();
const compact = (text) => text.replace(INVISIBLE, "").replace(/\s/gu, "");

export function elevenTest(digits) {
  if (!/^\d{9}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += (digits.charCodeAt(at) - 48) * (at === 8 ? -1 : 9 - at);
  return sum > 0 && sum % 11 === 0;
}

const RUNS = [/\d+/g, /\d+(?:\.\d+)*/g, /\d+(?:-\d+)*/g, /\d+(?:[ \u00a0_]\d+)*/g, /\d+(?:[.\- \u00a0_/]\d+)*/g];

export function containsBsn(text) {
  if (!/\d/.test(text)) return false;
  return RUNS.some((run, at) => {
    for (const [found] of text.matchAll(run)) {
      const digits = found.replace(/\D/g, "");
      if (elevenTest(digits) || (at === 0 && digits.length === 8 && elevenTest(`0${digits}`))) return true;
    }
    return false;
  });
}

export const text = (maxLength) => (typed) => {
  const value = tidy(typed);
  if (value === "") return "required";
  if (/[\p{Cc}<>]/u.test(value)) return "text_characters";
  if (containsBsn(value)) return "bsn_not_allowed";
  return [...value].length > maxLength ? "too_long" : undefined;
};

const NAME = /^[A-Za-zÀ-ÖØ-öø-ɏəḀ-ỿ\u0300-\u036f'’‘ʼ`´\-\u2010\u2011 .]+$/u;
const LETTER = /[A-Za-zÀ-ÖØ-öø-ɏəḀ-ỿ]/u;

export const name = (maxLength) => (typed) => {
  const value = tidy(typed);
  if (value === "") return "required";
  if (containsBsn(value)) return "bsn_not_allowed";
  if (!NAME.test(value) || !LETTER.test(value)) return "name_characters";
  return [...value].length > maxLength ? "too_long" : undefined;
};

const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const DOMAIN = new RegExp(`^${LABEL}(?:\\.${LABEL})+$`);

export function email(typed) {
  const value = typed.replace(INVISIBLE, "").trim();
  if (value === "") return "required";
  const at = value.lastIndexOf("@");
  if (!/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/.test(value.slice(0, Math.max(at, 0))) || value.length > 254) return "email_shape";
  const domain = value.slice(at + 1);
  if (domain.includes(",")) return "email_comma";
  return DOMAIN.test(domain) && !/\.\d+$/.test(domain) ? undefined : "email_shape";
}

export function mobile(typed, foreign) {
  const value = compact(typed.replace("(0)", "")).replace(/[.\-/()\u2010\u2011\u2013]/g, "");
  if (compact(typed) === "") return "required";
  const abroad = /^(?:\+|00)(.*)$/.exec(value)?.[1];
  if (!/^\d*$/.test(abroad ?? value)) return "mobile_shape";
  let dutch = abroad === undefined ? /^0(.*)$/.exec(value)?.[1] : /^31(.*)$/.exec(abroad)?.[1]?.replace(/^0/, "");
  if (dutch === undefined) {
    if (abroad === undefined || !/^[1-9]\d{7,14}$/.test(abroad)) return "mobile_shape";
    return foreign ? undefined : "mobile_foreign";
  }
  if (dutch.startsWith("0")) return "mobile_shape";
  if (dutch.startsWith("97")) return "mobile_machine";
  if (dutch.startsWith("6")) return dutch.length === 9 ? undefined : "mobile_shape";
  return dutch.length === 9 || /^(?:800|900|906|909)(?:\d{4}|\d{7})$/.test(dutch) ? "mobile_landline" : "mobile_shape";
}

const number = (typed) => compact(typed).replace(/[.-]/g, "");

export function kvkNumber(typed) {
  if (compact(typed) === "") return "required";
  const value = number(typed);
  const isNumber = (length) => value.length === length && /^\d+$/.test(value) && !/^0+$/.test(value);
  if (isNumber(8)) return undefined;
  if (isNumber(7)) return "kvk_number_seven_digits";
  if (elevenTest(value)) return "kvk_number_is_rsin";
  if (isNumber(12)) return "kvk_number_is_branch";
  return VAT_NUMBER.test(value) ? "kvk_number_is_vat" : "kvk_number_shape";
}

const VAT_NUMBER = /^(?:NL)?(\d{9})B\d{2}$/i;

export function fiscalNumber(typed) {
  if (compact(typed) === "") return "required";
  if (kvkNumber(typed) === undefined) return "fiscal_number_is_kvk";
  const value = number(typed).replace(VAT_NUMBER, "$1");
  if (!/^\d{9}$/.test(value)) return "fiscal_number_shape";
  return elevenTest(value) ? undefined : "fiscal_number_check";
}

export function branchNumber(typed, kvk) {
  if (compact(typed) === "") return "required";
  const value = number(typed);
  const own = number(kvk);
  if (kvkNumber(kvk) === undefined && (value.replace(/^0+/, "") === own.replace(/^0+/, "") || value === `${own}0000`)) return "branch_number_is_kvk";
  return /^(?:0000|99)\d+$/.test(value) && value.length === 12 && !/^0+$/.test(value) ? undefined : "branch_number_shape";
}

export function postalCode(typed) {
  if (compact(typed) === "") return "required";
  const value = number(typed).toUpperCase().replace(/^NL/, "");
  return /^[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}$/.test(value) ? undefined : "postal_code_shape";
}

export function houseNumber(typed) {
  const value = tidy(typed);
  if (value === "") return "required";
  const found = /^(\d{1,5})(?!\d)(.*)$/.exec(value);
  if (!found || Number(found[1]) === 0) return "house_number_shape";
  const parts = found[2].split(/[ \-/]/).filter((part) => part !== "");
  if (/^[A-Za-z]$/.test(parts[0] ?? "")) parts.shift();
  return /^[A-Za-z0-9]{0,4}$/.test(parts.join("")) ? undefined : "house_number_shape";
}

const COUNTRIES = new Set(
  ("AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
    "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT " +
    "JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO " +
    "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY " +
    "QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO " +
    "TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW").split(" "),
);

export function country(typed) {
  const value = compact(typed).toUpperCase();
  if (value === "") return "required";
  return COUNTRIES.has(value) ? undefined : "country_unknown";
}

export function uuid(typed) {
  const value = compact(typed);
  if (value === "") return "required";
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value) ? undefined : "id_shape";
}

export function sha256(typed) {
  const value = compact(typed);
  if (value === "") return "required";
  return /^[0-9a-f]{64}$/i.test(value) ? undefined : "document_digest_shape";
}

export function moment(typed) {
  const value = compact(typed);
  if (value === "") return "required";
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?Z$/.exec(value);
  const isValid = found && day(found[1]) !== undefined && found[2] < "24" && found[3] < "60" && found[4] < "60";
  return isValid ? undefined : "time_shape";
}

export function fileName(typed) {
  const value = typed.trim();
  if (value === "") return "required";
  if (value === "." || value === ".." || /[/\\\p{Cc}\u2028\u2029]/u.test(value) || value.search(INVISIBLE) >= 0) return "file_name_shape";
  if (containsBsn(value)) return "bsn_not_allowed";
  return [...value].length > 100 ? "too_long" : undefined;
}

/** Days since 1970 of `YYYY-MM-DD`; undefined when there is no such day. */
export function day(iso) {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return undefined;
  const at = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso || iso < "1800" || iso > "2200-12-31") return undefined;
  return at / 86_400_000;
}

export function documentNumber(typed, kind, dutch) {
  if (compact(typed) === "") return "required";
  const value = number(typed).toUpperCase();
  if (dutch && elevenTest(value)) return "bsn_not_allowed";
  if (dutch && kind === "driving_licence") return /^\d{10}$/.test(value) ? undefined : "driving_licence_number_shape";
  if (dutch && (kind === "passport" || kind === "identity_card")) {
    return /^[A-NP-Z]{2}[A-NP-Z0-9]{6}\d$/.test(value) ? undefined : "travel_document_number_shape";
  }
  return /^[A-Z0-9]{4,20}$/.test(value) ? undefined : "document_number_shape";
}

/** Lower case, without diacritics. */
export const fold = (typed) => tidy(typed).normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
