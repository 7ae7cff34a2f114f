"""Writes tests/handover/vectors.json, with cryptography: python3 tests/handover/vectors.py

It follows docs/handover.md, and shares no code with the Rust that the vectors test. Only needed to change them.
"""

import hashlib
import hmac
import json
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

TYPED = "  Bakkers-citroen\u00a0\u00e9\u00e9nheid Dolfijn, GORDIJN. "
PASSPHRASE = "bakkerscitroeneenheiddolfijngordijn"
SALT = bytes(range(16))
NONCE = bytes(range(0xA0, 0xA8))
DAY = "2026-12-07"
SUPPLIER = "Voorbeeld eHerkenning"
DOCUMENTS = [b"first document", b"2"]


def hkdf(secret: bytes, info: bytes, length: int) -> bytes:
    """RFC 5869 with an empty salt, for at most 32 bytes."""
    extracted = hmac.digest(bytes(32), secret, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")[:length]


SECRET = hashlib.pbkdf2_hmac("sha256", PASSPHRASE.encode(), SALT, 600_000)
KEY = hkdf(SECRET, b"eherkenning-handover/1 key", 32)
CHECK = hkdf(SECRET, b"eherkenning-handover/1 check", 8)


def line(**changes) -> bytes:
    header = {
        "format": "eherkenning-handover/1",
        "kdf": "pbkdf2-sha256",
        "rounds": 600_000,
        "salt": SALT.hex(),
        "nonce": NONCE.hex(),
        "ends_on": DAY,
    }
    return json.dumps(header | changes, separators=(",", ":")).encode() + b"\n"


def describe(number: int, document: bytes) -> dict:
    return {
        "id": f"019ab0c4-5c1e-7d52-9f0e-{number:012x}",
        "kind": "kvk_extract",
        "of": "organisation",
        "file_name": f"{number}.pdf",
        "media_type": "application/pdf",
        "size_bytes": len(document),
        "sha256": hashlib.sha256(document).hexdigest(),
    }


def content(**changes) -> bytes:
    draft = {
        "format": "eherkenning-application/1",
        "user": {"surname": "de Vries"},
        "documents": [describe(number, document) for number, document in enumerate(DOCUMENTS, 1)],
    }
    handover = {
        "format": "eherkenning-handover/1",
        "supplier": SUPPLIER,
        "number": "019ab0c4-5c1e-7d52-9f0e-6f1d2c3b4a59",
        "draft": draft | changes.pop("draft", {}),
        "history": [{"by": "user", "did": "began", "at": "2026-11-30T09:00:00Z"}],
        "note": "Klopt het adres?",
        "for": "representatives.1",
    }
    return json.dumps(handover | changes, separators=(",", ":")).encode()


def clear(header: bytes, length: int, check: bytes = CHECK) -> bytes:
    summed = header + check + length.to_bytes(4, "big")
    return summed + hashlib.sha256(summed).digest()[:8]


def seal(header: bytes = line(), inside: bytes = content(), documents: list[bytes] = DOCUMENTS) -> bytes:
    begin = clear(header, len(inside) + 16)
    boxes = [
        AESGCM(KEY).encrypt(NONCE + number.to_bytes(4, "big"), box, begin) for number, box in enumerate([inside, *documents])
    ]
    return begin + b"".join(boxes)


def flipped(file: bytes, at: int) -> bytes:
    at %= len(file)
    return file[:at] + bytes([file[at] ^ 1]) + file[at + 1 :]


FILE = seal()
BEGIN = len(line())
# The two documents in the other order, each as the box that it was.
FIRST = len(FILE) - 17 - 30
SWAPPED = FILE[:FIRST] + FILE[FIRST + 30 :] + FILE[FIRST : FIRST + 30]


def refused(name: str, code: str, file: bytes, **other) -> dict:
    return {"name": name, "code": code, "file": file.hex()} | other


REFUSED = [
    refused("another file", "not_a_handover", b"%PDF-1.7\n" + bytes(100)),
    refused("another JSON", "not_a_handover", b'{"format":"eherkenning-application/1"}\n'),
    refused("a space before the header", "not_a_handover", b" " + FILE),
    refused("version 2", "newer_version", b'{"format":"eherkenning-handover/2","secret":1}\n'),
    refused("version 12, the rest is not even text", "newer_version", b'{"format":"eherkenning-handover/12"\xff'),
    refused("an application of version 2", "newer_version", seal(inside=content(draft={"format": "eherkenning-application/2"}))),
    refused("version 0", "damaged", seal(line(format="eherkenning-handover/0"))),
    refused("an unknown field in the header", "damaged", seal(line(more=1))),
    refused("a doubled field in the header", "damaged", seal(line().replace(b"{", b'{"format":"eherkenning-handover/1",', 1))),
    refused("a header with spaces", "damaged", seal(line().replace(b",", b", "))),
    refused("one round", "damaged", seal(line(rounds=1))),
    refused("a billion rounds", "damaged", seal(line(rounds=1_000_000_000))),
    refused("another kdf", "damaged", seal(line(kdf="md5"))),
    refused("a header with a short salt", "damaged", seal(line(salt="000102"))),
    refused("a header with a long salt", "damaged", seal(line(salt=SALT.hex() + "10"))),
    refused("a header with a salt in capitals", "damaged", seal(line(salt=SALT.hex().upper()))),
    refused("a header with half a byte in its salt", "damaged", seal(line(salt=SALT.hex()[:-2] + "f"))),
    refused("a header with a sign in its salt", "damaged", seal(line(salt="+0" + SALT.hex()[2:]))),
    refused("a header with a salt in base64", "damaged", seal(line(salt="AAECAwQFBgcICQoLDA0ODw=="))),
    refused("a header with letters that are not hexadecimal", "damaged", seal(line(nonce=NONCE.hex().replace("a", "g")))),
    refused("a header with letters of two bytes", "damaged", seal(line(nonce=NONCE.hex()[:-2] + "\u00e9"))),
    refused("a day that does not exist", "damaged", seal(line(ends_on="2026-02-30"))),
    refused("a header of more than 1,024 bytes", "damaged", seal(line(more="x" * 1000))),
    refused("a changed header", "damaged", FILE.replace(b"2026-12-07", b"2036-12-07")),
    refused("a changed key check", "damaged", flipped(FILE, BEGIN)),
    refused("a changed length", "damaged", flipped(FILE, BEGIN + 11)),
    refused("a changed sum", "damaged", flipped(FILE, BEGIN + 12)),
    refused("a changed content", "damaged", flipped(FILE, BEGIN + 20)),
    refused("a changed document", "damaged", flipped(FILE, -18)),
    refused("a changed tag", "damaged", flipped(FILE, -1)),
    refused("documents in another order", "damaged", SWAPPED),
    refused("a byte after the last box", "damaged", FILE + b"\0"),
    refused("a document that is not in the draft", "damaged", seal(documents=[*DOCUMENTS, b"third"])),
    refused("a document with another digest", "damaged", seal(documents=[b"first documenT", b"2"])),
    refused("two documents with one id", "damaged", seal(inside=content(draft={"documents": [describe(1, document) for document in DOCUMENTS]}))),
    refused("no content", "damaged", clear(line(), 16) + bytes(16)),
    refused("content that is not JSON", "damaged", seal(inside=b"hello")),
    refused("content of another format", "damaged", seal(inside=content(format="eherkenning-handover/3"))),
    refused("a number that is not a UUID", "damaged", seal(inside=content(number="1"))),
    refused("a note of 1,001 characters", "damaged", seal(inside=content(note="x" * 1001))),
    refused("an unknown deed", "damaged", seal(inside=content(history=[{"by": "user", "did": "ate", "at": "2026-11-30T09:00:00Z"}]))),
    refused("an unknown signer", "damaged", seal(inside=content(**{"for": "organisation"}))),
    refused("nothing at all", "cut_off", b""),
    refused("half a header", "cut_off", FILE[: BEGIN // 2]),
    refused("half a sum", "cut_off", FILE[: BEGIN + 15]),
    refused("half the content", "cut_off", FILE[: BEGIN + 100]),
    refused("without the last byte", "cut_off", FILE[:-1]),
    refused("without the last document", "cut_off", FILE[:-17]),
    refused("without a document, but sealed so", "cut_off", seal(documents=DOCUMENTS[:1])),
    refused("another passphrase", "wrong_passphrase", FILE, typed="bakkers citroen eenheid dolfijn gordijnen"),
    refused("four words", "wrong_passphrase", FILE, typed="bakkers citroen"),
    refused("content of more than 4 MiB", "too_large", clear(line(), 4 * 1024 * 1024 + 1) + bytes(100)),
    refused("documents of more than a GiB", "too_large", seal(inside=content(draft={"documents": [describe(number, b"") | {"size_bytes": 2**64 - 1} for number in (1, 2)]}))),
    refused("another supplier", "another_supplier", FILE, supplier="Een ander"),
    refused("the day after the last one", "ended", FILE, today="2026-12-08"),
]

VECTORS = {
    "typed": TYPED,
    "passphrase": PASSPHRASE,
    "salt": SALT.hex(),
    "nonce": NONCE.hex(),
    "ends_on": DAY,
    "supplier": SUPPLIER,
    "secret": SECRET.hex(),
    "key": KEY.hex(),
    "check": CHECK.hex(),
    "header": line().decode(),
    "clear": FILE[: BEGIN + 20].hex(),
    "content": content().decode(),
    "documents": [document.hex() for document in DOCUMENTS],
    "file": FILE.hex(),
    "refused": REFUSED,
}

Path(__file__).with_name("vectors.json").write_text(json.dumps(VECTORS, indent=2) + "\n", "utf-8")
print(f"{len(FILE)} bytes, {len(REFUSED)} refused")
