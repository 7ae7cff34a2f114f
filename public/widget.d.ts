// The glue that wasm-bindgen writes around src/main.rs.
import type { Mounted } from "./loader";

/** Loads the first module; once, however often it is called. */
export default function init(): Promise<unknown>;

/** Mounts a wizard into `wrapper`, which is in the shadow root of `element`; `base` is the folder of the widget's files. */
export function mount(element: HTMLElement, wrapper: HTMLElement, base: string): Promise<Mounted>;
