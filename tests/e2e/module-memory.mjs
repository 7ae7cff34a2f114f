// How large the memory of the wizard's module is, and which tasks of its page are long.

/** Makes the page report both; runs before its own scripts. */
export function listen() {
  window.memories = [];
  const note = ({ instance }) => {
    for (const one of Object.values(instance.exports)) if (one instanceof WebAssembly.Memory) window.memories.push(one);
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      if (made.instance) note(made);
      return made;
    };
  }
  window.tasks = [];
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ["longtask"] });
}

/** Bytes. */
export const memory = (page) => page.evaluate(() => Math.max(...window.memories.map(({ buffer }) => buffer.byteLength)));
