// A wrapper around rules.wasm. The protocol is described in docs/verdict.md of the wizard.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The offer or the catalogue cannot be used. */
export class RulesError extends Error {
  constructor(answer) {
    const { code, in: input, pointer, message } = JSON.parse(answer).error;
    super(`${input}: ${pointer ? `${pointer}: ` : ""}${message}`);
    this.name = "RulesError";
    Object.assign(this, { code, input, pointer, answer });
  }
}

export class Rules {
  #wasm;
  #memory = new Uint8Array();
  // Buffers are reused: the one with the day until the day changes, the one for applications until one does not fit.
  #today = { text: "", address: 0, length: 0 };
  #application = { address: 0, length: 0 };

  constructor(module, offer, catalogue) {
    this.#wasm = new WebAssembly.Instance(module, {}).exports;
    const [offerSpan, catalogueSpan] = [this.#put(offer), this.#put(catalogue)];
    const refusal = this.#take(
      this.#wasm.prepare(offerSpan.address, offerSpan.length, catalogueSpan.address, catalogueSpan.length),
    );
    this.#free(offerSpan);
    this.#free(catalogueSpan);
    if (refusal) throw new RulesError(refusal);
  }

  /** The verdict on an application. */
  check(application, today) {
    return JSON.parse(this.answer(application, today));
  }

  /** The verdict as text. */
  answer(application, today = this.today()) {
    const bytes = typeof application === "string" ? encoder.encode(application) : application;
    if (bytes.length > this.#application.length) {
      this.#free(this.#application);
      this.#application = this.#put(bytes);
    } else {
      this.#bytes().set(bytes, this.#application.address);
    }
    if (today !== this.#today.text) {
      this.#free(this.#today);
      this.#today = { text: today, ...this.#put(today) };
    }
    const { address } = this.#application;
    const answer = this.#take(this.#wasm.check(address, bytes.length, this.#today.address, this.#today.length));
    // Too large for a buffer, which the verdict says. The next application needs a new one.
    if (address === 0) this.#application.length = 0;
    return answer;
  }

  /** The day in the Netherlands. */
  today(moment = new Date()) {
    return this.#take(this.#wasm.day_at(BigInt(Math.floor(moment.getTime() / 1000))));
  }

  get version() {
    return JSON.parse(this.#take(this.#wasm.version()));
  }

  #put(text) {
    const bytes = typeof text === "string" ? encoder.encode(text) : text;
    const address = this.#wasm.alloc(bytes.length) >>> 0;
    if (address !== 0) this.#bytes().set(bytes, address);
    return { address, length: bytes.length };
  }

  #free({ address, length }) {
    this.#wasm.free(address, length);
  }

  #take(span) {
    const [address, length] = [Number(BigInt.asUintN(64, span) >> 32n), Number(span & 0xffffffffn)];
    const text = decoder.decode(this.#bytes().subarray(address, address + length));
    this.#wasm.free(address, length);
    return text;
  }

  #bytes() {
    // When the memory has grown, the old view is detached.
    if (this.#memory.buffer !== this.#wasm.memory.buffer) this.#memory = new Uint8Array(this.#wasm.memory.buffer);
    return this.#memory;
  }
}
