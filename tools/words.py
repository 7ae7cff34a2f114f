"""Writes public/words/nl.txt and en.txt, the words of which passphrases consist: python3 tools/words.py

Needs wordfreq 3.1.1, msgpack and diceware 1.0.1 of PyPI, and wdutch 2.20.19 of Debian. Only needed to change the lists: another
list makes no difference to a passphrase that exists.

Dutch: the words of OpenTaal that are most common by wordfreq. English: the short words of EFF's large list.
No word begins with another one, so the words are clear even when they are typed without spaces.
"""

import gzip
import os
import re
from importlib.util import find_spec
from pathlib import Path

import msgpack

OPENTAAL = Path(os.environ.get("OPENTAAL", "/usr/share/dict/dutch"))
DUTCH_WORDS = 4_400
# More common in English than in Dutch, and among this many: an English word.
ENGLISH_RANKS = 20_000

# What nobody wants to read aloud to a director, as parts of words or as whole words.
REFUSED = re.compile(
    "anale|anaal|beffe|drugs|erotie|flik|geil|godver|hoer|homo|hufter|idio|kanker|klote|kreng|kutj|kutw|kwalijk|lelijk|lijken$"
    "|lul|mafkees|moord|naak|neger|neuk|orgas|piem|pijpt|piss|porno|raci|scheten|scheet$|seks|slav|slet|smeris|smoel|sperma"
    "|stink|sukkel|tepel|terreur|tiet|verdom|vergas|wijven|wurg|zeik|zuip|badass"
    "|^(abortus|autisme|beul|billen|bloot|blote|boeien|boerka|bommen|condoom|corona|dakloz.*|debiel|dement|diarree|dief|doden|domheid"
    "|domme|domste|dood|ebola|ellende|enne|galg|geboeid|gedood|gehaat|gehate|gestikt|gezeur|godin|hihi|hitler|hoorn|http|imam"
    "|indiaan|islam|janken|jatten|jeune|kotsen|kreupel|lafaard|laffe|lijk|luiheid|mongool|moslims|narcose|ontucht|orale|poep|poepen"
    "|rabbijn|ramadan|rambo|rassen|reet|rochel|rosse|scharia|sharia|sekte|snurken|spuug|spugen|sterft|stikken|stikt|stom|sterven"
    "|tering|tumoren|tyfus|wiet|ziek|zinloos|zinloze|zondig|gejat|gepest|pesten|gelul|gay|klif|bezopen|dronken|diegene|erectie|kont|medusa)$"
)


def data(module: str, file: str) -> bytes:
    return (Path(find_spec(module).submodule_search_locations[0]) / file).read_bytes()


def ranks(language: str) -> dict[str, int]:
    """Words by how common they are, the most common one first."""
    ranks = {}
    for words in msgpack.unpackb(gzip.decompress(data("wordfreq", f"data/large_{language}.msgpack.gz")))[1:]:
        for word in words:
            ranks.setdefault(word, len(ranks))
    return ranks


def sound(word: str) -> str:
    """The same for words that are written differently but sound the same."""
    for written, heard in (("ij", "ei"), ("ou", "au"), ("ch", "g"), ("c", "k"), ("z", "s"), ("v", "f"), ("y", "i")):
        word = word.replace(written, heard)
    return re.sub("d$", "t", word)


def apart(words: list[str], count: int) -> list[str]:
    """The first words of which none begins with another, and no two sound the same."""
    chosen, starts, sounds = set(), set(), set()
    for word in words:
        begins = {word[:length] for length in range(1, len(word))}
        if word in starts or begins & chosen or sound(word) in sounds:
            continue
        chosen.add(word)
        starts |= begins
        sounds.add(sound(word))
        if len(chosen) == count:
            break
    return sorted(chosen)


def dutch() -> list[str]:
    ranks_nl, ranks_en = ranks("nl"), ranks("en")
    listed = set(OPENTAAL.read_text("utf-8").split())
    names = {word.lower() for word in listed if word[0].isupper()}

    def is_wanted(word: str) -> bool:
        is_english = ranks_en.get(word, ENGLISH_RANKS) < min(ENGLISH_RANKS, ranks_nl[word])
        return bool(re.fullmatch("[a-z]{4,7}", word)) and word not in names and not is_english and not REFUSED.search(word)

    return apart([word for word in ranks_nl if word in listed and is_wanted(word)], DUTCH_WORDS)


def english() -> list[str]:
    words = [line.split()[1] for line in data("diceware", "wordlists/wordlist_en_eff.txt").decode().splitlines() if line]
    return sorted(word for word in words if re.fullmatch("[a-z]{3,7}", word) and not REFUSED.search(word))


for language, words in (("nl", dutch()), ("en", english())):
    Path("public/words").mkdir(exist_ok=True)
    Path(f"public/words/{language}.txt").write_text("".join(f"{word}\n" for word in words), "ascii")
    print(f"{language}: {len(words)} words")
