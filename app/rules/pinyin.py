"""How names sound: for sorting a roster and for finding people by a few letters."""

from __future__ import annotations

import json
import unicodedata
from functools import lru_cache
from itertools import product

from app.paths import resource

_RETROFLEX = frozenset({"zh", "ch", "sh"})
_INITIALS_OF = 4
_AT_START, _INSIDE = 0, 1


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """Return the readings of each character and of surnames, with spaces between."""
    content = json.loads(resource("pinyin.json").read_bytes())
    by_character = {
        character: key
        for key, characters in content["readings"].items()
        for character in characters
    }
    return by_character, content["surnames"]


def readings(character: str) -> tuple[str, ...]:
    """Return every reading without tones, the most usual first, `v` for ü.

    A letter or digit reads as itself in lower case, any other sign as nothing.
    """
    if character.isascii():
        return (character.lower(),) if character.isalnum() else ()
    return tuple(_tables()[0].get(character, "").split())


def full_pinyin(name: str) -> str:
    """Return a name's syllables with spaces between, by which a roster is sorted.

    The first character, or the first two of a double surname, are read as a surname. Characters
    without a reading stay as they are.
    """
    return " ".join(_usual_syllables(name))


def initials(name: str) -> set[str]:
    """Return the initials a name may be typed by, one for each way to read it."""
    letters = [{reading[0] for reading in found} for found in _spellings(name, "")[:_INITIALS_OF]]
    return {"".join(chosen) for chosen in product(*letters)} if letters else set()


def matches(query: str, name: str, pinyin: str = "") -> bool:
    """Tell whether what was typed may mean this name.

    It may be part of the name itself, whole or broken-off syllables, initials (`z` or `zh`), or
    any mixture, from any character of the name on; every reading counts, and so does `pinyin`,
    the sort key as it was corrected by hand. Nothing typed means everybody.
    """
    return match_rank(query, name, pinyin) is not None


def match_rank(query: str, name: str, pinyin: str = "") -> int | None:
    """Return 0 when the query fits from the first character on, 1 from a later one, else `None`.

    Lists show smaller ranks first.
    """
    wanted = _typed(query)
    if wanted in name:
        return _AT_START if name.startswith(wanted) else _INSIDE
    characters = [sign for sign in name if readings(sign)]
    spellings = _spellings(name, pinyin)
    for first in range(len(characters)):
        if _fits(wanted, characters[first:], spellings[first:]):
            return _INSIDE if first else _AT_START
    return None


def _fits(wanted: str, characters: list[str], spellings: tuple[tuple[str, ...], ...]) -> bool:
    """Tell whether the query can be read off from the first of these characters on."""
    if not wanted:
        return True
    if not characters:
        return False
    if wanted[0] == characters[0] and _fits(wanted[1:], characters[1:], spellings[1:]):
        return True
    for reading in spellings[0]:
        if reading.startswith(wanted):
            return True
        for part in _typed_parts(reading):
            rest = wanted.removeprefix(part)
            if rest != wanted and _fits(rest, characters[1:], spellings[1:]):
                return True
    return False


def _typed_parts(reading: str) -> set[str]:
    """Return what stands for a whole syllable: all of it or its initial, zh as zh or z."""
    parts = {reading, reading[0]}
    return parts | {reading[:2]} if reading[:2] in _RETROFLEX else parts


@lru_cache(maxsize=4096)
def _spellings(name: str, pinyin: str) -> tuple[tuple[str, ...], ...]:
    """Return what may be typed for each readable character of a name."""
    found = [readings(sign) for sign in name if readings(sign)]
    corrected = pinyin.lower().replace("ü", "v").split()
    usual = _usual_syllables("".join(sign for sign in name if readings(sign)))
    extra = corrected if len(corrected) == len(found) else usual
    return tuple(_with_ways_to_type((*known, one)) for known, one in zip(found, extra, strict=True))


def _with_ways_to_type(spellings: tuple[str, ...]) -> tuple[str, ...]:
    """Return the spellings without repeats; ü may also be typed as in passports, or as u."""
    ways = [
        way
        for one in spellings
        for way in ((one, one.replace("v", "yu"), one.replace("v", "u")) if "v" in one else (one,))
    ]
    return tuple(dict.fromkeys(ways))


def _usual_syllables(name: str) -> list[str]:
    surnames = _tables()[1]
    length = 2 if len(name) > 2 and name[:2] in surnames else 1
    surname = surnames.get(name[:length], "").split()
    rest = name[length:] if surname else name
    syllables = ((readings(sign) or _unread(sign))[:1] for sign in rest)
    return surname + [one for found in syllables for one in found]


def _unread(sign: str) -> tuple[str, ...]:
    return (sign,) if unicodedata.category(sign).startswith("L") else ()


def _typed(query: str) -> str:
    normal = unicodedata.normalize("NFKC", query).casefold().replace("ü", "v")
    return "".join(sign for sign in normal if not sign.isspace() and sign != "'")
