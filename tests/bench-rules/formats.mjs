// The formats of the scheme in JavaScript. Each function takes the typed text and returns the code of the broken rule, or
// undefined. All contenders share them, so that only their libraries differ.

const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;
const DASH = /[\u2010-\u2015\u2212]/gu;
const LOOKALIKES = new Map(
  ("ΑA αA ΒB βB ΕE εE ΖZ ζZ ΗH ηH ΙI ιI ΚK κK ΜM μM ΝN νN ΟO οO ΡP ρP ΤT τT ΥY υY ΧX χX " +
    "АA аA ВB вB ЕE еE ЅS ѕS ІI іI ЈJ јJ КK кK МM мM НH нH ОO оO РP рP СC сC ТT тT УY уY ХX хX").split(" ").map(([one, look]) => [one, look]),
);
const LIGATURES = { "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl" };
const tidy = (text) =>
  text.replace(INVISIBLE, "").replace(/[\ufb00-\ufb04]/g, (ligature) => LIGATURES[ligature]).replace(/\s+/gu, " ").trim();
const compact = (text) =>
  text.replace(INVISIBLE, "").replace(/\s/gu, "").replace(DASH, "-").replace(/[\u0370-\u04ff]/gu, (letter) => LOOKALIKES.get(letter) ?? letter);
const isBroken = (text) => /[\n-\r\u0085\u2028\u2029]/u.test(text.replace(INVISIBLE, "").trim());
/** Removes separators; a dash in front is a sign, and remains. */
const bare = (text, separators) => compact(text).replace(separators, (mark, at) => (mark === "-" && at === 0 ? mark : ""));

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
  if (isBroken(typed)) return "line_break";
  if (/[\p{Cc}<>]/u.test(value)) return "text_characters";
  if (containsBsn(value)) return "bsn_not_allowed";
  return [...value].length > maxLength ? "too_long" : undefined;
};

const NAME = /^[A-Za-zÀ-ÖØ-öø-ʯḀ-ỿ\u0300-\u036f'’‘ʹ-ʿ`´′\-\u2010-\u2015\u2212 .·]+$/u;
const LETTER = /[A-Za-zÀ-ÖØ-öø-ʯḀ-ỿ]/u;
const PARTNER = /(?:^| )\(*(?:[egpwh]\/[vgp]|echtgenote|echtgenoot|geb\.?|geboren|gehuwd|weduwe|weduwnaar|partner) /i;
const PARTNER_SHORT = /(?:^| )\(*(?:[egpwh]\.[vgp]\.) /;

/** A name in which people write it, such as a prefix or a signature. */
export const words = (maxLength) => (typed) => {
  const value = tidy(typed);
  if (value === "") return "required";
  if (isBroken(typed)) return "line_break";
  if (containsBsn(value)) return "bsn_not_allowed";
  if (!NAME.test(value) || !LETTER.test(value)) return "name_characters";
  return [...value].length > maxLength ? "too_long" : undefined;
};

/** First names, also with commas. */
export const givenNames = (typed) => name(typed.replaceAll(",", " "));

/** A prefix; a dash where there is none. */
export const prefix = (typed) => (typed.trim().replace(DASH, "-").replaceAll("-", "") === "" ? undefined : words(20)(typed));

/** First names or a surname; a dash or dot where there is none. */
export const name = (typed) => {
  const value = tidy(typed);
  if (value === "." || (value !== "" && value.replace(DASH, "-").replaceAll("-", "") === "")) return undefined;
  return (PARTNER.test(value) || PARTNER_SHORT.test(value)) && !isBroken(typed) ? "name_partner" : words(200)(typed);
};

/** Whether there is such a name. */
export const isNamed = (typed) => LETTER.test(typed);

const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const DOMAIN = new RegExp(`^${LABEL}(?:\\.${LABEL})+$`);

/** The address in what was typed or pasted, before its format is checked. */
function addressIn(typed) {
  let value = typed.trim().replace(INVISIBLE, "").replace(/[‘’]/g, "'");
  value = value.replace(/^[\s<>"“”„()[\]:;,]+/u, "").replace(/[\s<>"“”„()[\]:;,./…]+$/u, "").replace(/^'(.*)'$/u, "$1");
  const name = value.slice(0, Math.max(value.indexOf("<"), 0));
  const address = value.slice(value.indexOf("<") + 1);
  const label = address.slice(0, Math.max(address.lastIndexOf(":"), 0));
  if (name.includes(">") || label.includes("@")) return "";
  return address.slice(address.lastIndexOf(":") + 1).trimStart().replace(/(@[^?]*)\?.*$/u, (all, domain) => (all.indexOf("@", 1) < 0 ? domain : all));
}

/** An address in ASCII; an international domain is turned into that by the class URL. */
export function emailAscii(typed) {
  const address = addressIn(typed);
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1).replaceAll("..", ".").toLowerCase();
  const isAscii = /^[\x00-\x7f]*$/.test(domain);
  return `${address.slice(0, at)}@${isAscii ? domain : (URL.parse(`http://${domain}`)?.hostname ?? domain)}`;
}

export function email(typed) {
  if (typed.replace(INVISIBLE, "").trim() === "") return "required";
  const address = addressIn(typed);
  const at = address.indexOf("@");
  if (at < 0 || address.includes("@", at + 1)) return "email_shape";
  if (address.includes(",")) return "email_comma";
  const local = address.slice(0, at);
  if (!/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~@-]*$/.test(local)) return "email_characters";
  if (!/^[A-Za-z0-9.\-\u{c0}-\u{d6}\u{d8}-\u{f6}\u{f8}-\u{1fff}\u{2c00}-\u{2fff}\u{3040}-\u{dfff}]*$/u.test(address.slice(at + 1))) return "email_characters";
  if (address.slice(at + 1).split(".").some((label) => /[A-Za-z]/.test(label) && /[\u0370-\u052f]/u.test(label))) return "email_characters";
  const ascii = emailAscii(typed);
  const domain = ascii.slice(ascii.lastIndexOf("@") + 1);
  const isWhole = /^(?![./])[^@]{1,64}$/.test(local) && ascii.length <= 254 && DOMAIN.test(domain) && !/\.\d+$/.test(domain);
  return isWhole ? undefined : "email_shape";
}

const SEPARATORS = /[.\-/(),;]/g;
const asDigits = (value) => value.replace(/[Oo]/g, "0").replace(/[Il]/g, "1");
const NUMBER_WORDS = /^(?::|kvk|coc|rsin|nl|btwid|btw|vat|fiscaal|vestigings|vestiging|branch|nummer|number|nr|no)+/i;

/** The digits of a number as it is copied, without Dutch words in front. */
const digits = (typed) => asDigits(bare(typed, SEPARATORS).replace(NUMBER_WORDS, ""));

/** The digits of a mobile number, without words around it. */
function mobileDigits(typed) {
  const value = bare(typed.replaceAll("(0)", ""), SEPARATORS);
  return asDigits(value.replace(/^(?!-)[^\d+]{2,}/u, "").replace(/(\d)[^\d]{2,}$/u, "$1"));
}

const CODE = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;
const KEEPS_ZERO = new Set(["39", "225", "229", "241", "242", "378"]);

/** A foreign number without the zero behind its country. */
function withoutZero(abroad) {
  const code = CODE.exec(abroad)?.[0] ?? "";
  return KEEPS_ZERO.has(code) ? abroad : code + abroad.slice(code.length).replace(/^0(?!0)/, "");
}

/** A mobile number as it is sent. */
export function mobileNumber(typed) {
  const value = mobileDigits(typed);
  if (/^310?6\d{8}$/.test(value)) return `+31${value.slice(-9)}`;
  if (/^6\d{8}$/.test(value)) return `+31${value}`;
  const number = value.replace(/^(?:00|\+)\+*/, "+").replace(/^\+310?|^0/, "+31");
  return number.startsWith("+31") ? number : `+${withoutZero(number.slice(1))}`;
}

export function mobile(typed, foreign) {
  if (compact(typed) === "") return "required";
  const value = mobileDigits(typed);
  const abroad = /^(?:\+|00)\+*(.*)$/.exec(value)?.[1];
  if (!/^\d*$/.test(abroad ?? value)) return "mobile_shape";
  let dutch = abroad === undefined ? /^0(.*)$/.exec(value)?.[1] : /^31(.*)$/.exec(abroad)?.[1]?.replace(/^0/, "");
  if (abroad === undefined && /^(?:310?)?6\d{8}$/.test(value)) dutch = value.slice(-9);
  else if (abroad === undefined && foreign && /^(?!06|097)\d{10,15}$/.test(value)) return "mobile_country";
  if (dutch === undefined) {
    const code = CODE.exec(abroad ?? "")?.[0] ?? "";
    if (abroad === undefined || !/^[1-9]\d{7,14}$/.test(withoutZero(abroad))) return "mobile_shape";
    if (!KEEPS_ZERO.has(code) && abroad.startsWith("00", code.length)) return "mobile_shape";
    return foreign ? undefined : "mobile_foreign";
  }
  if (dutch.startsWith("0")) return "mobile_shape";
  if (dutch.startsWith("97")) return "mobile_machine";
  if (dutch.startsWith("6")) return dutch.length === 9 ? undefined : "mobile_shape";
  return dutch.length === 9 || /^(?:800|900|906|909)(?:\d{4}|\d{7})$/.test(dutch) ? "mobile_landline" : "mobile_shape";
}

export function kvkNumber(typed) {
  if (compact(typed) === "") return "required";
  const value = digits(typed);
  const isNumber = (length) => value.length === length && /^\d+$/.test(value) && !/^0+$/.test(value);
  if (isNumber(8)) return undefined;
  if (isNumber(7)) return "kvk_number_seven_digits";
  if (elevenTest(value)) return "kvk_number_is_rsin";
  if (isNumber(12) && /^(?:0000|99)/.test(value)) return "kvk_number_is_branch";
  return VAT_NUMBER.test(value) ? "kvk_number_is_vat" : "kvk_number_shape";
}

const VAT_NUMBER = /^(\d{9})B\d{2}$/i;
const TAX_NUMBER = /^(\d{9})[BbLVv]\d{2}$/;

export function fiscalNumber(typed) {
  if (compact(typed) === "") return "required";
  if (kvkNumber(typed) === undefined) return "fiscal_number_is_kvk";
  const value = digits(typed).replace(TAX_NUMBER, "$1");
  if (!/^\d{9}$/.test(value)) return "fiscal_number_shape";
  return elevenTest(value) ? undefined : "fiscal_number_check";
}

export function branchNumber(typed, kvk) {
  if (compact(typed) === "") return "required";
  const value = digits(typed);
  const own = digits(kvk);
  if (kvkNumber(kvk) === undefined && (value.replace(/^0+/, "") === own.replace(/^0+/, "") || value === `${own}0000`)) return "branch_number_is_kvk";
  return /^(?:0000|99)\d+$/.test(value) && value.length === 12 && !/^0+$/.test(value) ? undefined : "branch_number_shape";
}

export function postalCode(typed) {
  if (compact(typed) === "") return "required";
  const value = bare(typed, /[.-]/g).toUpperCase().replace(/^NL/, "").replace(/^.{4}/, asDigits);
  return /^[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}$/.test(value) ? undefined : "postal_code_shape";
}

export function houseNumber(typed) {
  const plain = typed.replace(DASH, "-");
  const broken = text(20)(plain);
  if (broken) return broken;
  const found = /^(?:(?:nr|no|huisnummer)?[ .:]*)(\d{1,5})(?!\d)(.*)$/i.exec(tidy(plain));
  if (!found || Number(found[1]) === 0) return "house_number_shape";
  return found[2].split(/[ \-/]/).every((part) => /^[A-Za-z0-9]{0,4}$/.test(part)) ? undefined : "house_number_shape";
}

const COUNTRIES = new Set(
  ("AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
    "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT " +
    "JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO " +
    "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY " +
    "QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO " +
    "TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW").split(" "),
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
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso || iso < "1800" || (iso > "2200-12-31" && iso < "9999")) return undefined;
  return at / 86_400_000;
}

export function documentNumber(typed, kind, dutch) {
  if (compact(typed) === "") return "required";
  const value = bare(typed, /[.\-<]/g).toUpperCase();
  if (dutch && elevenTest(value)) return "bsn_not_allowed";
  if (dutch && kind === "driving_licence") return /^\d{10}$/.test(value) ? undefined : "driving_licence_number_shape";
  if (dutch && (kind === "passport" || kind === "identity_card")) {
    return /^[A-NP-Z]{2}[A-NP-Z0-9]{6}\d$/.test(value) ? undefined : "travel_document_number_shape";
  }
  return (dutch ? /^[A-Z0-9]{4,20}$/ : /^[A-Z0-9Α-ΡΣ-ΩЀ-ЯҐ]{4,20}$/u).test(value) ? undefined : "document_number_shape";
}

const PLAIN = new Map(
  ("Øo øo Łl łl Đd đd Ħh ħh Ŧt ŧt ıi ßss ẞss Æae æae Œoe œoe Þth þth Ðd ðd Əe əe Ŋn ŋn ’' ‘' ´' `' ʼ'").split(" ").map((pair) => [pair[0], pair.slice(1)]),
);

/** Lower case, without diacritics. */
export const fold = (typed) =>
  tidy(typed).normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(DASH, "-").replace(/[^a-z]/gu, (c) => PLAIN.get(c) ?? c).toLowerCase();
