// The page's half of docs/frame-protocol.md: the wizard in a frame of the origin that the script comes from.
import { attributes, calls, events, protocol, tallest } from "./frame-protocol.json";

const sandbox = "allow-scripts allow-same-origin allow-downloads allow-modals allow-popups allow-top-navigation-by-user-activation";
/** How long the page in the frame may take to greet once it has loaded, and the wizard in it to show its first screen. */
const [GREETING_MS, WIZARD_MS] = [10_000, 60_000];
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
  const hear = ({ data }) => {
    const { state, event, detail, look, height, focus } = { __proto__: null, ...data };
    mounted.state = String(state);
    if (Array.isArray(look)) mounted.port.postMessage({ look: chosen(look, (name) => getComputedStyle(element).getPropertyValue(name)) });
    if (Object.hasOwn(events, event) && events[event].every((key) => isPlain(detail?.[key]))) {
      const told = Object.fromEntries(events[event].map((key) => [key, detail[key]]));
      element.dispatchEvent(new CustomEvent(event, { __proto__: null, detail: told, bubbles: true, composed: true }));
    }
    if (Number.isInteger(height)) {
      frame.style.height = `${Math.max(0, Math.min(height, tallest))}px`;
      isThere = true;
      there(mounted);
    }
    // What has the focus there is brought into view here: a frame cannot move the page around it.
    if (focus) Object.assign(seen.style, { top: `${Number(focus.top)}px`, height: `${Number(focus.height)}px` });
    if (focus) seen.scrollIntoView({ __proto__: null, block: "nearest" });
  };
  // A document greets until it is answered, so several greetings of one may be waiting here: it gets one port.
  // A frame that is moved or reloaded holds another document, which greets by another name and gets another port.
  let answered, isThere;
  const greeted = ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== base.origin || data?.protocol !== protocol || data.greeting === answered) return;
    answered = data.greeting;
    mounted.port?.close();
    const { port1, port2 } = new MessageChannel();
    mounted.port = Object.assign(port1, { onmessage: hear });
    const handed = chosen(attributes, (name) => element.getAttribute(name) || (name === "lang" && document.documentElement.lang));
    source.postMessage({ protocol, greeting: answered, attributes: handed }, origin, [port2]);
  };
  const unmount = () => (removeEventListener("message", greeted), mounted.port?.close());
  const mounted = { ...chosen(calls, ask), state: "loading", unmount };
  const late = () => (unmount(), failed(Object.assign(new Error(`no answer from ${frame.src}`), { code: "frame" })));
  const loaded = () => {
    setTimeout(() => answered || late(), GREETING_MS);
    setTimeout(() => isThere || late(), WIZARD_MS);
  };
  addEventListener("message", greeted);
  Object.assign(frame, { title, sandbox, allow: "clipboard-write", src: new URL("../frame.html", base).href, onload: loaded });
  room.append(frame, seen);
});
