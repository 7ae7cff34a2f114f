"""The rules of the eHerkenning wizard in Python: rules.wasm, run by wasmtime."""

import time

import wasmtime


ENGINE = wasmtime.Engine()


def compiled(path):
    """rules.wasm, made ready to run; takes a second, so do it once."""
    return wasmtime.Module.from_file(ENGINE, path)


class Rules:
    """Checks applications against one offer and one catalogue. Not for two threads at once: make one for each."""

    def __init__(self, module):
        self._store = wasmtime.Store(ENGINE)
        exports = wasmtime.Instance(self._store, module, []).exports(self._store)
        self._memory = exports["memory"]
        self._functions = {name: exports[name] for name in ("alloc", "free", "prepare", "check", "day_at", "version")}

    def prepare(self, offer: bytes, catalogue: bytes) -> bytes:
        """Takes the offer and the catalogue. Empty, or the answer that says why they cannot be read."""
        return self._ask("prepare", offer, catalogue)

    def check(self, application: bytes, today: bytes | None = None) -> bytes:
        """What the rules say of an application, on this day or today in the Netherlands."""
        return self._ask("check", application, self.today() if today is None else today)

    def today(self) -> bytes:
        """The day in the Netherlands: YYYY-MM-DD."""
        return self._take(self._call("day_at", int(time.time())))

    def version(self) -> bytes:
        """Which rules these are, as JSON."""
        return self._take(self._call("version"))

    def _call(self, name, *arguments):
        return self._functions[name](self._store, *arguments)

    def _ask(self, name, *texts):
        spans = [part for text in texts for part in self._put(text)]
        answer = self._take(self._call(name, *spans))
        for address, length in zip(spans[::2], spans[1::2]):
            self._call("free", address, length)
        return answer

    def _put(self, text):
        # What is too large gets no buffer, address 0; the answer says so.
        address = self._call("alloc", len(text))
        if address:
            self._memory.write(self._store, text, address & 0xFFFFFFFF)
        return address, len(text)

    def _take(self, span):
        address, length = (span >> 32) & 0xFFFFFFFF, span & 0xFFFFFFFF
        text = bytes(self._memory.read(self._store, address, address + length))
        self._call("free", address, length)
        return text
