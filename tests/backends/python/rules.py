"""The rules of the eHerkenning wizard in Python: rules.wasm, run with wasmtime."""

import time

import wasmtime


ENGINE = wasmtime.Engine()


def compile_module(path):
    """Compiles rules.wasm. This takes a second, so do it once."""
    return wasmtime.Module.from_file(ENGINE, path)


class Rules:
    """Checks applications with one offer and one catalogue. Not thread-safe: create one per thread."""

    def __init__(self, module):
        self._store = wasmtime.Store(ENGINE)
        exports = wasmtime.Instance(self._store, module, []).exports(self._store)
        self._memory = exports["memory"]
        self._functions = {name: exports[name] for name in ("alloc", "free", "prepare", "check", "day_at", "version")}

    def prepare(self, offer: bytes, catalogue: bytes) -> bytes:
        """Sets the offer and the catalogue. Returns nothing, or the error if one of them cannot be read."""
        return self._call_with_texts("prepare", offer, catalogue)

    def check(self, application: bytes, today: bytes | None = None) -> bytes:
        """The verdict on an application, for the given day or for today in the Netherlands."""
        return self._call_with_texts("check", application, self.today() if today is None else today)

    def today(self) -> bytes:
        """Today in the Netherlands: YYYY-MM-DD."""
        return self._take(self._call("day_at", int(time.time())))

    def version(self) -> bytes:
        """The version of the rules, the protocol and the formats, as JSON."""
        return self._take(self._call("version"))

    def _call(self, name, *arguments):
        return self._functions[name](self._store, *arguments)

    def _call_with_texts(self, name, *texts):
        spans = [part for text in texts for part in self._put(text)]
        result = self._take(self._call(name, *spans))
        for address, length in zip(spans[::2], spans[1::2]):
            self._call("free", address, length)
        return result

    def _put(self, text):
        # Text that is too large gets no buffer (address 0); check then returns an error.
        address = self._call("alloc", len(text))
        if address:
            self._memory.write(self._store, text, address & 0xFFFFFFFF)
        return address, len(text)

    def _take(self, span):
        address, length = (span >> 32) & 0xFFFFFFFF, span & 0xFFFFFFFF
        text = bytes(self._memory.read(self._store, address, address + length))
        self._call("free", address, length)
        return text
