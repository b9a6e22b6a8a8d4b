"""How alike two texts are, by the pairs of characters they share."""

from __future__ import annotations

import re
from collections import Counter

_MARKS = re.compile(r"\W+")


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are: 1.0 for the same words, 0.0 for nothing in common.

    Counted are pairs of neighbouring characters, without blanks and punctuation (Dice's measure).

    Source: `domain/calendar-and-faults.md` 5.4, faults 16 and 42.
    """
    pairs, others = _pairs(one), _pairs(other)
    total = pairs.total() + others.total()
    return 2 * (pairs & others).total() / total if total else 0.0


def _pairs(text: str) -> Counter[str]:
    said = _MARKS.sub("", text)
    return Counter(said[place : place + 2] for place in range(len(said) - 1))
