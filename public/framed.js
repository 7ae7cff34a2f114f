// The page's half of docs/frame-protocol.md: the wizard in a frame of the origin that the script comes from.
import { attributes, calls, events, protocol, tallest } from "./frame-protocol.json";

const sandbox = "allow-scripts allow-same-origin allow-downloads allow-modals allow-popups allow-top-navigation-by-user-activation";
const isPlain = (value) => /^(string|number|boolean)$/.test(typeof value) || (Array.isArray(value) && value.every(isPlain));
const chosen = (keys, value) => Object.fromEntries(keys.map((key) => [key, value(key)]).filter(([, one]) => one));

/** The wizard, once it stands in its frame. */
export const framed = (element, room, base, title) => new Promise((there, failed) => {
  const [frame, seen] = ["iframe", "div"].map((tag) => document.createElement(tag));
  const ask = (call) => (value) => new Promise((done) => {
    const { port1: answer, port2: back } = new MessageChannel();
    answer.onmessage = ({ data }) => (answer.close(), done(data));
    mounted.port.postMessage({ call, value }, [back]);
  });
  const hear = ({ data: { state, event, detail, look, height, focus } }) => {
    mounted.state = String(state);
    if (Array.isArray(look)) mounted.port.postMessage({ look: chosen(look, (name) => getComputedStyle(element).getPropertyValue(name)) });
    if (Object.hasOwn(events, event) && events[event].every((key) => isPlain(detail?.[key]))) {
      const told = Object.fromEntries(events[event].map((key) => [key, detail[key]]));
      element.dispatchEvent(new CustomEvent(event, { detail: told, bubbles: true, composed: true }));
    }
    if (Number.isInteger(height)) {
      frame.style.height = `${Math.max(0, Math.min(height, tallest))}px`;
      there(mounted);
    }
    // What has the focus there is brought into view here: a frame cannot move the page around it.
    if (focus) Object.assign(seen.style, { top: `${Number(focus.top)}px`, height: `${Number(focus.height)}px` });
    if (focus) seen.scrollIntoView({ block: "nearest" });
  };
  // A frame that is moved or loads anew greets again, and gets another port.
  const greeted = ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== base.origin || data?.protocol !== protocol) return;
    const { port1, port2 } = new MessageChannel();
    mounted.port = Object.assign(port1, { onmessage: hear });
    const handed = chosen(attributes, (name) => element.getAttribute(name) || (name === "lang" && document.documentElement.lang));
    source.postMessage({ protocol, attributes: handed }, origin, [port2]);
  };
  const mounted = { ...chosen(calls, ask), state: "loading", unmount: () => (removeEventListener("message", greeted), mounted.port?.close()) };
  const late = () => mounted.state === "loading" && failed(Object.assign(new Error(`no answer from ${frame.src}`), { code: "frame" }));
  addEventListener("message", greeted);
  Object.assign(frame, { title, sandbox, allow: "clipboard-write", src: new URL("../frame.html", base).href, onload: () => setTimeout(late, 10_000) });
  room.append(frame, seen);
});
