// Photos as cameras write them, and what another program than the browser (ImageMagick) sees in what was sent.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { Buffer } from "node:buffer";

const magick = process.env.MAGICK || "convert-im6.q16";

/** Runs ImageMagick on some bytes; returns its output. */
function run(args, input = Buffer.alloc(0)) {
  return new Promise((done, failed) => {
    const options = { encoding: "buffer", maxBuffer: 1 << 29 };
    const child = execFile(magick, args, options, (error, out, err) => (error ? failed(new Error(String(err))) : done(out)));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/** A photo without flat areas; another `seed` makes another photo. */
export const photo = (width = 1600, height = 1010, { seed = 1, quality = 90 } = {}) =>
  run(["-seed", String(seed), "-size", `${width}x${height}`, "plasma:", "-attenuate", "0.4", "+noise", "Gaussian", "-quality", String(quality), "jpg:-"]);

/** A photo of one colour. */
export const plain = (width, height, colour, ...more) =>
  run(["-size", `${width}x${height}`, `xc:${colour}`, ...more, "-quality", "92", "jpg:-"]);

/** Two colours, side by side. */
export const halves = (width, height, left, right) =>
  run(["-size", `${width / 2}x${height}`, `xc:${left}`, `xc:${right}`, "+append", "-quality", "92", "jpg:-"]);

/** An invented passport on a table: of no real country, with the usual layout. */
export function specimen() {
  const text = (size, x, y, words, font = "DejaVu-Sans") => ["-font", font, "-pointsize", String(size), "-annotate", `+${x}+${y}`, words];
  const lines = [
    ["Naam / Surname", "DE VRIES"], ["Voornamen / Given names", "JOHANNA MARIA"], ["Nationaliteit / Nationality", "NEDERLANDSE"],
    ["Geboortedatum / Date of birth", "28 FEB 1985"], ["Geboorteplaats / Place of birth", "GRONINGEN"], ["Geldig tot / Date of expiry", "01 MEI 2031"],
  ];
  const data = lines.flatMap(([label, value], index) => [
    "-fill", "#5b6b8c", ...text(17, 470, 215 + index * 66, label), "-fill", "#1b2430", ...text(26, 470, 245 + index * 66, value, "DejaVu-Sans-Bold"),
  ]);
  const mono = (y, words) => ["-fill", "#1b2430", ...text(42, 52, y, words, "DejaVu-Sans-Mono-Bold")];
  return run([
    "(", "-size", "1250x880", "gradient:#f4dfe4-#dbe4f3", "-fill", "#8a2846", ...text(44, 60, 92, "KONINKRIJK NERGENS", "DejaVu-Sans-Bold"),
    "-fill", "#1b2430", ...text(22, 930, 92, "SPECIMEN  XX0000000"),
    "-fill", "#c9d3e6", "-draw", "roundrectangle 45,140 400,560 12,12", "-fill", "#7f8fb0", "-draw", "circle 222,295 222,205",
    "-draw", "roundrectangle 105,410 340,560 110,110", ...data,
    "-fill", "#eef2f8", "-draw", "rectangle 0,650 1250,880",
    ...mono(745, "P<XXXDE<VRIES<<JOHANNA<MARIA<<<<<<<<<<<<<<<<"), ...mono(825, "XX00000001XXX8502286F3105017123456782<<<<<48"), ")",
    "-background", "#7a5f49", "-rotate", "-4", "-gravity", "center", "-extent", "1640x1240", "-quality", "92", "jpg:-",
  ]);
}

/** The same picture in another format, or changed by other options. */
export const convert = (bytes, ...args) => run(["-", ...args], bytes);

/** The pixels of an image as another program than the browser reads them. */
export async function pixels(bytes) {
  const size = String(await run(["-", "-format", "%w %h", "info:"], bytes)).split(" ").map(Number);
  const [width, height] = size;
  const data = await run(["-", "-depth", "8", "-colorspace", "sRGB", "rgb:-"], bytes);
  if (data.length !== width * height * 3) throw new Error(`${data.length} bytes for ${width} x ${height}`);
  return { width, height, at: (x, y) => [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)] };
}

/** Every pixel under a mask has one colour, the same for all masks. */
export function assertFlat({ width, height, at }, masks, what) {
  for (const { label, place: [left, top, across, down] } of masks) {
    // Every pixel that the mask covers at least partly, as far as the screen shows.
    const [x0, x1] = [Math.floor(left * width + 0.5), Math.ceil((left + across) * width - 0.5)];
    const [y0, y1] = [Math.floor(top * height + 0.5), Math.ceil((top + down) * height - 0.5)];
    assert.ok(x1 - x0 > 8 && y1 - y0 > 8, `${what}: ${label} is too small to prove anything`);
    for (let y = y0; y < y1; y += 1) {
      for (let x = x0; x < x1; x += 1) {
        const colour = at(x, y);
        if (colour.some((part) => part !== 0)) assert.fail(`${what}: ${label}: ${colour} at ${x}, ${y} of ${width} x ${height}`);
      }
    }
  }
}

const segment = (mark, content) => {
  const head = Buffer.from([0xff, mark, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** Words that are only in the metadata of `withMetadata`. */
export const SECRETS = ["CANARY-CAMERA", "CANARY-XMP", "CANARY-ICC", "CANARY-COMMENT", "CANARY-THUMBNAIL", "CANARY-TAIL"];

/** A JPEG with everything that a phone adds: orientation, camera, location, XMP, profile, comment, thumbnail. */
export function withMetadata(jpeg, orientation = 1) {
  const entries = [
    [0x010f, 2, 14, 200], [0x0112, 3, 1, orientation << 16], [0x8825, 4, 1, 26],
  ];
  const exif = Buffer.alloc(400);
  exif.write("Exif\0\0MM\0*\0\0\0\b", 0, "latin1");
  exif.writeUInt16BE(entries.length, 14);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 16 + index * 12;
    exif.writeUInt16BE(tag, at);
    exif.writeUInt16BE(type, at + 2);
    exif.writeUInt32BE(count, at + 4);
    exif.writeUInt32BE(value >>> 0, at + 8);
  }
  exif.write("CANARY-CAMERA\0", 206, "latin1");
  exif.write("CANARY-THUMBNAIL", 260, "latin1");
  const parts = [
    segment(0xe1, exif), segment(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0<x>CANARY-XMP</x>", "latin1")),
    segment(0xe2, Buffer.from("ICC_PROFILE\0\x01\x01CANARY-ICC", "latin1")), segment(0xfe, Buffer.from("CANARY-COMMENT")),
  ];
  return Buffer.concat([jpeg.subarray(0, 2), ...parts, jpeg.subarray(2), Buffer.from("CANARY-TAIL")]);
}

/** The markers of the segments of a JPEG before its pixels. */
export function marks(jpeg) {
  const found = [];
  for (let at = 2; at < jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; at += 2 + jpeg.readUInt16BE(at + 2)) {
    found.push(jpeg[at + 1]);
  }
  return found;
}

/** The bytes of a JPEG with its pixels. */
export function scanOf(jpeg) {
  let at = 2;
  while (jpeg[at + 1] !== 0xda) at += 2 + jpeg.readUInt16BE(at + 2);
  return jpeg.subarray(at + 2 + jpeg.readUInt16BE(at + 2));
}
