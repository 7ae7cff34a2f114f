// A screenshot of every screen, shots/<lang>/<width>/<nn>-<screen>[-errors].png, and docs/wizard.png for the README.
import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ANSWERED, closeBrowser, open, UNANSWERED } from "./browser.mjs";
import { file, scanned } from "./files.mjs";
import { employeeOfOwner, jointlyAuthorised, limitedAtEh4, mustAnswer, notEmployed, soleDirector, withoutKvk } from "./journeys.mjs";
import { halves, specimen } from "./pictures.mjs";
import { startProxy } from "./proxy.mjs";
import { startIntake } from "./server.mjs";
import { Wizard } from "./wizard.mjs";

const shots = resolve(import.meta.dirname, "../../shots");
const SIZES = [[390, 844], [1280, 900]];

/** One language at one size. */
class Album {
  constructor(proxy, lang, [width, height]) {
    Object.assign(this, { proxy, lang, width, height, count: 0, seen: new Set() });
    this.folder = join(shots, lang, String(width));
  }

  async open() {
    const { lang, width, height, proxy } = this;
    this.visit = await open(proxy.origin, { lang, width, height });
    this.wizard = new Wizard(this.visit.page);
  }

  async take(name) {
    if (this.seen.has(name)) return;
    this.seen.add(name);
    this.count += 1;
    const path = join(this.folder, `${String(this.count).padStart(2, "0")}-${name}.png`);
    await this.visit.page.screenshot({ path, fullPage: true, animations: "disabled" });
  }

  /** Walks a journey; skips screens seen before under the same name. */
  async walk(journey, label) {
    const variant = (screen) => (label ? `${screen}-${label}` : screen);
    const isSpecial = (screen) => !label || ["services", "representatives", "documents", "organisation", "sign"].includes(screen);
    await this.open();
    await this.wizard.walk(journey, { visit: async (screen, when) => {
      if (!isSpecial(screen)) return;
      if (when === "answered") return this.take(variant(screen));
      if (!mustAnswer(screen)) return;
      await this.wizard.press(screen === "sign" ? "send" : "next");
      await this.visit.page.locator("[data-issue]").first().waitFor();
      await this.take(`${variant(screen)}-errors`);
    } });
  }

  /** The stages of a copy: in its frame, under its masks, and accepted. */
  async redactor() {
    const place = "documents.user_id_copy.user";
    await this.open();
    const { wizard, visit } = this;
    await wizard.walk(soleDirector, { until: "documents" });
    await wizard.hands.file(place, { name: "paspoort.jpg", mimeType: "image/jpeg", buffer: await specimen() });
    await wizard.redactor(place).waitFor();
    await visit.page.locator(`[name="${place}.tilt"]`).fill("4");
    const frame = visit.page.locator("[data-piece=frame]");
    await frame.focus();
    for (const [key, times] of [["Shift+ArrowLeft", 48], ["Shift+ArrowUp", 58], ["ArrowRight", 24], ["ArrowDown", 29]]) {
      for (let time = 0; time < times; time += 1) await frame.press(key);
    }
    await this.take("redactor-frame");
    await wizard.press(`align:${place}`);
    await visit.page.locator("[data-piece='1']").focus();
    await this.take("redactor-masks");
    await wizard.press(`shield:${place}`);
    await visit.page.locator("[data-issue=document_not_shielded]").waitFor();
    await this.take("redactor-errors");
    for (const zone of ["photo", "nationality", "bsn"]) await wizard.hands.tick(`${place}.${zone}`);
    await wizard.press(`shield:${place}`);
    await wizard.attached(place, "paspoort.jpg").waitFor();
    await this.take("redactor-taken");
  }

  /** What few applicants see in the first three steps. */
  async unusual() {
    const begin = async (until, journey = soleDirector) => {
      if (this.visit) await this.close();
      await this.open();
      await this.wizard.walk(journey, { until });
      return this.wizard;
    };
    let wizard = await begin("services");
    await wizard.fill([["purpose.authorisation.kind", "all"], ["purpose.level", "EH3"]]);
    await this.take("services-all");

    const director = (row, given, surname) => [
      ["press", "add:representatives"], [`representatives.${row}.given_names`, given], [`representatives.${row}.surname`, surname],
      [`representatives.${row}.capacity`, "director"], [`representatives.${row}.authority`, "joint"],
    ];
    wizard = await begin("representatives");
    await wizard.fill([
      ["representatives.0.capacity", "director"], ["representatives.0.authority", "joint"],
      ...director(1, "Pieter", "Jansen"), ...director(2, "Pieter", "Jansen"),
      ["authority_proof.fewer_suffice", "false"], ["authority_proof.represented_by_company", "true"],
      ["authority_proof.companies", "De Vries Holding B.V.\nDe Vries Beheer B.V."],
    ]);
    await this.take("representatives-namesakes");
    await wizard.answer("representatives.0.signs", false);
    await wizard.press("next");
    await this.visit.page.locator("[data-issue]").first().waitFor();
    await this.take("representatives-namesakes-errors");

    await begin("personal-data", employeeOfOwner);
    await this.take("personal-data-owner");

    wizard = await begin("organisation");
    await wizard.fill(soleDirector.find(({ screen }) => screen === "organisation").answers);
    await this.visit.page.evaluate(() => document.querySelector("eh-wizard").prefill({
      organisation: { address: { street: "Meir", house_number: "12 bus 3", city: "Antwerpen", country: "BE" } },
    }));
    await wizard.answer("organisation.legal_form", "foreign_company");
    await this.take("organisation-abroad");

    const [contact, shared] = ["representative-contact", "johanna@bakkerij-devries.example"];
    wizard = await begin(contact, notEmployed);
    await wizard.answer("representatives.0.email", shared);
    await wizard.press("next");
    await wizard.shows("email_shared@representatives.0.email");
    await this.take(`${contact}-errors`);

    wizard = await begin("documents", notEmployed);
    const page = { bytes: await halves(1240, 1754, "#c03020", "#2050b0"), width: 1240, height: 1754 };
    await wizard.hands.file("documents.user_id_copy.user", file("scan.pdf", scanned(page, page)));
    await wizard.redactor("documents.user_id_copy.user").waitFor();
    await this.take("redactor-pdf");
  }

  async sendStates() {
    const { proxy, wizard, visit } = this;
    visit.allow(ANSWERED, UNANSWERED);
    const later = proxy.problem(503, "busy", {}, { "retry-after": "100" });
    const states = [
      ["retrying", later], ["refused", proxy.answer(403, "no")], ["unknown", proxy.answer(200, "<title>Welcome</title>")],
      ["conflict", proxy.problem(422, "idempotency_key_reused")],
    ];
    for (const [state, act] of states) {
      proxy.planned.push(act);
      await wizard.press(state === "retrying" ? "send" : "retry");
      await wizard.sending(state);
      await this.take(`sending-${state}`);
      if (state === "retrying") {
        await wizard.press("stop");
        await wizard.sending("stopped");
        await this.take("sending-stopped");
      }
    }
    await wizard.press("thaw");
    await visit.context.setOffline(true);
    await wizard.press("send");
    await wizard.sending("offline");
    await this.take("sending-offline");
    await visit.context.setOffline(false);
    await wizard.reference();
    await this.take("sent");
  }

  async close() {
    await this.visit.context.close();
  }
}

/** The picture in README.md: chosen services, and the panel with what follows from them. */
async function readmePicture(origin) {
  const visit = await open(origin, { lang: "en", width: 1120, height: 828 });
  const path = resolve(import.meta.dirname, "../../docs/wizard.png");
  await new Wizard(visit.page).walk(soleDirector, {
    until: "user",
    visit: async (screen, when) => {
      if (screen !== "services" || when !== "answered") return;
      await visit.page.evaluate(() => scrollTo(0, 0));
      await visit.page.screenshot({ path, animations: "disabled" });
    },
  });
  await visit.context.close();
}

const intake = await startIntake();
const proxy = await startProxy(intake.origin);
try {
  await readmePicture(proxy.origin);
  for (const lang of ["nl", "en"]) {
    for (const size of SIZES) {
      const album = new Album(proxy, lang, size);
      await rm(album.folder, { recursive: true, force: true });
      await mkdir(album.folder, { recursive: true });
      await album.walk(soleDirector);
      await album.sendStates();
      await album.close();
      await album.redactor();
      await album.unusual();
      await album.close();
      for (const [journey, label] of [
        [jointlyAuthorised, "joint"], [notEmployed, "outside"], [limitedAtEh4, "eh4"], [withoutKvk, "fiscal"],
      ]) {
        await album.walk(journey, label);
        await album.close();
      }
      console.log(`${album.folder}: ${album.count} pictures`);
    }
  }
} finally {
  await closeBrowser();
  await proxy.stop();
  await intake.stop();
}
