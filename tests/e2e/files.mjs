// Generated documents, complete and broken.
import { crc32, deflateSync } from "node:zlib";
import { Buffer } from "node:buffer";

const chunk = (type, data) => {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
};

/** A PNG of bands of grey, large enough to be legible. */
export function png(width = 900, height = 640) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) rows.fill(60 + (row >> 3) % 160, row * (width + 1) + 1, (row + 1) * (width + 1));
  const parts = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}

/** A PDF of one empty page; `padding` bytes of comment make it large. */
export function pdf(padding = 0) {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
  ];
  let text = "%PDF-1.4\n";
  if (padding > 0) text += `%${"x".repeat(padding)}\n`;
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const start = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${table}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** A JPEG, drawn by the browser on a page of its own. */
export async function jpeg(page, width = 900, height = 640) {
  const base64 = await page.evaluate(async ([width, height]) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    context.fillStyle = "#dde3ee";
    context.fillRect(0, 0, width, height);
    context.fillStyle = "#223355";
    context.fillRect(40, 40, 200, 260);
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.8 });
    return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
  }, [width, height]);
  return Buffer.from(base64, "base64");
}

export const file = (name, buffer) => {
  const types = { jpg: "image/jpeg", png: "image/png", pdf: "application/pdf" };
  return { name, mimeType: types[name.split(".").pop()] ?? "application/octet-stream", buffer };
};

/** A grey JPEG of any size, in little memory: every block of 8 by 8 pixels is two zero bits. Source: ITU T.81 */
export function grey(width, height) {
  const segment = (kind, bytes) => Buffer.from([0xff, kind, 0, bytes.length + 2, ...bytes]);
  const short = (number) => [number >> 8, number & 255];
  // A code of one bit for the only symbol: no difference from the block before, and the end of the block.
  const table = (kind) => segment(0xc4, [kind, 1, ...Array(15).fill(0), 0]);
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, [0, ...Array(64).fill(1)]),
    segment(0xc0, [8, ...short(height), ...short(width), 1, 1, 0x11, 0]),
    table(0x00),
    table(0x10),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    Buffer.alloc(Math.ceil(blocks / 4)),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** A scanned PDF as scanners make it: one JPEG on each page, A4. */
export function scanned(...pages) {
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>", `<< /Type /Pages /Kids [${pages.map((_, at) => `${3 + at * 3} 0 R`).join(" ")}] /Count ${pages.length} >>`];
  const chunks = [];
  for (const [at, { bytes, width, height }] of pages.entries()) {
    const drawing = "q 595 0 0 842 0 0 cm /Im0 Do Q";
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im0 ${4 + at * 3} 0 R >> >> /Contents ${5 + at * 3} 0 R >>`,
      [`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${bytes.length} >>\nstream\n`, bytes, "\nendstream"],
      `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    );
  }
  let length = 0;
  const add = (...parts) => {
    for (const part of parts) {
      const bytes = Buffer.from(part, "latin1");
      chunks.push(bytes);
      length += bytes.length;
    }
  };
  add("%PDF-1.4\n");
  const offsets = objects.map((object, index) => {
    const offset = length;
    add(`${index + 1} 0 obj\n`, ...[object].flat(), "\nendobj\n");
    return offset;
  });
  const start = length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(chunks);
}
