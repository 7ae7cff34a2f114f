"""A backend in Python: prints the verdict on each conformance case, one per line.

python3 answers.py RULES.WASM CASES-FOLDER < conformance.jsonl
"""

import json
import sys
from pathlib import Path

from rules import Rules, compile_module

module, folder = compile_module(sys.argv[1]), Path(sys.argv[2])
prepared = {}


def rules_for(offer, catalogue):
    """The rules prepared with an offer and a catalogue, cached: preparing takes longer than checking an application."""
    if (offer, catalogue) not in prepared:
        rules = Rules(module)
        files = folder / "offers" / f"{offer}.json", folder / "catalogues" / f"{catalogue}.json"
        rules.prepare(*(file.read_bytes() for file in files))
        prepared[offer, catalogue] = rules
    return prepared[offer, catalogue]


for line in sys.stdin.buffer:
    case = json.loads(line)
    rules = rules_for(case["offer"], case["catalogue"])
    sys.stdout.buffer.write(rules.check(case["application"].encode(), case["today"].encode()) + b"\n")
