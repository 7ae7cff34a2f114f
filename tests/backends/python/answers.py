"""A backend in Python: answers each case of the conformance file, one a line.

python3 answers.py RULES.WASM FOLDER-OF-THE-CASES < conformance.jsonl
"""

import json
import sys
from pathlib import Path

from rules import Rules, compiled

module, folder = compiled(sys.argv[1]), Path(sys.argv[2])
kept = {}


def rules_for(offer, catalogue):
    """One set of rules for each offer and catalogue: reading them takes longer than checking an application."""
    if (offer, catalogue) not in kept:
        rules = Rules(module)
        files = folder / "offers" / f"{offer}.json", folder / "catalogues" / f"{catalogue}.json"
        rules.prepare(*(file.read_bytes() for file in files))
        kept[offer, catalogue] = rules
    return kept[offer, catalogue]


for line in sys.stdin.buffer:
    case = json.loads(line)
    rules = rules_for(case["offer"], case["catalogue"])
    sys.stdout.buffer.write(rules.check(case["application"].encode(), case["today"].encode()) + b"\n")
