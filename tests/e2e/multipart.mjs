// Parses a request: the application, and the files by the id of their document.
import { Buffer } from "node:buffer";

export function parts({ headers, body }) {
  const boundary = Buffer.from(`--${headers["content-type"].match(/boundary=(.+)$/)[1]}`);
  const found = new Map();
  for (let at = body.indexOf(boundary); at >= 0;) {
    const next = body.indexOf(boundary, at + boundary.length);
    if (next < 0) break;
    const part = body.subarray(at + boundary.length + 2, next - 2);
    const split = part.indexOf("\r\n\r\n");
    const name = part.subarray(0, split).toString().match(/name="([^"]*)"/)[1];
    found.set(name, part.subarray(split + 4));
    at = next;
  }
  const application = JSON.parse(found.get("application").toString());
  const files = application.documents.map((document) => ({ ...document, bytes: found.get(document.id) }));
  return { application, files };
}
