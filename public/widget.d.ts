// The glue that wasm-bindgen writes around src/main.rs.
import type { Mounted } from "./loader";

/** Loads the first module; later calls do nothing. */
export default function init(): Promise<unknown>;

/** Mounts a wizard into `wrapper`, which is in the shadow root of `element`; `base` is the folder of the widget's files. */
export function mount(element: HTMLElement, wrapper: HTMLElement, base: string): Promise<Mounted>;
