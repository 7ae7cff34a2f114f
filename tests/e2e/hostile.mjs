// Files that a slot may get: broken, mislabelled, dangerous, strange; each with its expected result.
import { Buffer } from "node:buffer";
import { crc32, deflateSync, gzipSync } from "node:zlib";
import { pdf, png } from "./files.mjs";
import { convert, photo, withMetadata } from "./pictures.mjs";

const text = (words) => Buffer.from(words, "latin1");
const filled = (length, byte = 0) => Buffer.alloc(length, byte);

const chunk = (type, data) => {
  const named = Buffer.concat([text(type), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
};

const SIGNATURE = text("\x89PNG\r\n\x1a\n");
const END = chunk("IEND", Buffer.alloc(0));

/** A PNG whose header states this size, followed by these chunks. */
function claimed(width, height, ...chunks) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  return Buffer.concat([SIGNATURE, chunk("IHDR", header), ...chunks, END]);
}

/** A PNG whose chunk after the header is this one. */
const inserted = (image, extra) => Buffer.concat([image.subarray(0, 33), extra, image.subarray(33)]);

const segment = (mark, content) => Buffer.concat([Buffer.from([0xff, mark, (content.length + 2) >> 8, (content.length + 2) & 255]), content]);
const padded = (jpeg, count) =>
  Buffer.concat([jpeg.subarray(0, 2), ...Array.from({ length: count }, () => segment(0xef, filled(60_000, 7))), jpeg.subarray(2)]);

/** A JPEG whose header states this size. */
function resized(jpeg, width, height) {
  const bytes = Buffer.from(jpeg);
  let at = 2;
  while (![0xc0, 0xc1, 0xc2].includes(bytes[at + 1])) at += 2 + bytes.readUInt16BE(at + 2);
  bytes.writeUInt16BE(height, at + 5);
  bytes.writeUInt16BE(width, at + 7);
  return bytes;
}

const box = (brand) => Buffer.concat([text(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1${brand}`), filled(4000, 3)]);
const locked = (bytes) => text(bytes.toString("latin1").replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 9 0 R"));

/**
 * All of them: name, bytes, and the result in the slot of an extract (`taken`, or the code of the rule) and in that of
 * an identity document (`opened`, or the code).
 */
export async function hostileFiles() {
  const jpeg = await photo(1200, 800);
  const whole = png();
  const extract = pdf();
  const list = [];
  const add = (name, bytes, document, copy = document === "taken" ? "opened" : document) => list.push({ name, bytes, document, copy });
  const type = (name, bytes) => add(name, bytes, "document_type");

  add("leeg.pdf", Buffer.alloc(0), "document_empty");
  add("leeg.jpg", Buffer.alloc(0), "document_empty");
  type("een-byte.jpg", text("\xff"));
  type("twee-bytes.jpg", text("\xff\xd8"));
  type("nullen.png", filled(10_000));
  type("brief.pdf", text("Geachte heer, mevrouw,\n".repeat(50)));
  type("pagina.jpg", text("<!doctype html><script>alert(1)</script>".repeat(20)));
  type("plaatje.svg", text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>'));
  type("entiteiten.svg", text('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg>&b;</svg>'));
  type("programma.png", text("MZ\x90\0".repeat(500)));
  type("elf.pdf", text("\x7fELF\x02\x01\x01".padEnd(4000, "\0")));
  type("map.zip", text("PK\x03\x04".padEnd(3000, "\x01")));
  type("brief.docx", text("PK\x03\x04\x14\0\x06\0word/document.xml".padEnd(3000, "\x02")));
  type("bom.gz", gzipSync(filled(50_000_000)));
  type("plaatje.gif", await convert(whole, "gif:-"));
  type("plaatje.webp", await convert(jpeg, "-resize", "800x", "webp:-"));
  type("plaatje.bmp", await convert(whole, "bmp:-"));
  type("plaatje.tiff", await convert(whole, "tiff:-"));
  type("film.mp4", box("isom"));
  type("foto.avif", box("avif"));
  type("rijmend.txt", text("%PDF".repeat(3)));
  add("telefoon.heic", box("heic"), "document_heic");

  add("half.pdf", extract.subarray(0, 300), "document_truncated");
  add("kop.pdf", text("%PDF-1.7\n"), "document_truncated");
  add("slot.pdf", locked(extract), "document_encrypted");
  add("slot-achteraan.pdf", locked(pdf(500_000)), "document_encrypted");
  add("te-groot.pdf", pdf(10_485_760), "document_too_large");
  add("net-groot-genoeg.pdf", pdf(10_485_760 - (pdf(10_000_000).length - 10_000_000)), "taken");
  add("met-script.pdf", text(extract.toString("latin1").replace("/Type /Catalog", "/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")), "taken");
  add("voorafgegaan.pdf", Buffer.concat([text("x".repeat(900)), extract]), "taken");
  type("ver-voorafgegaan.pdf", Buffer.concat([text("x".repeat(1100)), extract]));
  add("met-staart.pdf", Buffer.concat([extract, filled(200)]), "taken");

  add("half.png", whole.subarray(0, 400), "document_truncated");
  add("bom.png", claimed(30_000, 30_000, chunk("IDAT", deflateSync(filled(1_000_000)))), "document_too_many_pixels");
  add("net-te-veel.png", claimed(8063, 8063, chunk("IDAT", deflateSync(filled(1000)))), "document_too_many_pixels");
  add("miljarden.png", claimed(4_294_967_295, 4_294_967_295), "document_too_many_pixels");
  add("niets.png", claimed(0, 900), "document_unreadable");
  add("zonder-beeld.png", claimed(900, 640), "document_unreadable");
  add("onzin-in-beeld.png", claimed(900, 640, chunk("IDAT", filled(5000, 9))), "document_unreadable");
  add("zonder-kop.png", Buffer.concat([SIGNATURE, chunk("IDAT", deflateSync(filled(1000))), END]), "document_unreadable");
  add("postzegel.png", png(120, 90), "document_too_small");
  add("tekstbom.png", inserted(whole, chunk("zTXt", Buffer.concat([text("c\0\0"), deflateSync(filled(20_000_000))]))), "taken");
  add("met-script.png", inserted(whole, chunk("tEXt", text("Comment\0<script>alert(1)</script>"))), "taken");
  add("zestien-bits.png", await convert(jpeg, "-depth", "16", "-resize", "700x", "png:-"), "taken");
  add("doorzichtig.png", await convert(whole, "-alpha", "set", "-channel", "A", "-evaluate", "set", "30%", "png:-"), "taken");

  add("half.jpg", jpeg.subarray(0, jpeg.length / 2), "document_truncated");
  add("zonder-beeld.jpg", Buffer.concat([jpeg.subarray(0, 20), text("\xff\xd9")]), "document_unreadable");
  add("bom.jpg", resized(jpeg, 65_535, 65_535), "document_too_many_pixels");
  add("hoogte-nul.jpg", resized(jpeg, 1200, 0), "document_unreadable");
  add("postzegel.jpg", await convert(jpeg, "-resize", "100x", "jpg:-"), "document_too_small");
  add("zonder-einde-van-segmenten.jpg", padded(jpeg, 140), "document_unreadable");
  add("veel-segmenten.jpg", padded(jpeg, 8), "taken");
  add("kapotte-exif.jpg", Buffer.concat([jpeg.subarray(0, 2), segment(0xe1, text("Exif\0\0MM\0*\xff\xff\xff\xff")), jpeg.subarray(2)]), "taken");
  add("vreemde-stand.jpg", withMetadata(jpeg, 77), "taken");
  add("met-html-erachter.jpg", Buffer.concat([jpeg, text("<script>alert(1)</script>")]), "taken");
  add("met-zip-erachter.jpg", Buffer.concat([jpeg, text("PK\x03\x04".padEnd(2000, "z"))]), "taken");
  add("reus.jpg", Buffer.concat([jpeg, filled(52_428_801 - jpeg.length)]), "document_too_large");
  add("in-stappen.jpg", await convert(jpeg, "-interlace", "JPEG", "jpg:-"), "taken");
  add("grijs.jpg", await convert(jpeg, "-colorspace", "Gray", "jpg:-"), "taken");
  add("vier-inkten.jpg", await convert(jpeg, "-colorspace", "CMYK", "jpg:-"), "taken");
  add("als-pdf-genoemd.pdf", jpeg, "taken");
  add("als-foto-genoemd.jpg", whole, "taken");
  add(`${"lang".repeat(50)}.jpg`, jpeg, "taken");
  add("..‮gpj.exe.jpg", jpeg, "taken");
  return list;
}
