"""How alike two texts are, and where a text was said before in nearly the same words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

_MARKS = re.compile(r"\W+")
# Four characters are a phrase; shorter runs are shared by any two texts on the same matter.
_SHINGLE = 4

Place = TypeVar("Place")


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are: 1.0 for the same words, 0.0 for nothing in common.

    Counted are pairs of neighbouring characters, without blanks and punctuation (Dice's measure).

    Source: `domain/calendar-and-faults.md` 5.4, faults 16 and 42.
    """
    pairs, others = _pairs(one), _pairs(other)
    total = pairs.total() + others.total()
    return 2 * (pairs & others).total() / total if total else 0.0


def shingles(text: str) -> frozenset[str]:
    """Return the runs of four characters in a text, without blanks and punctuation."""
    said = _MARKS.sub("", text)
    return frozenset(said[place : place + _SHINGLE] for place in range(len(said) - _SHINGLE + 1))


def share_of(text: frozenset[str], other: frozenset[str]) -> float:
    """Return which part of a text stands in another one, 0.0 to 1.0.

    Source: `domain/calendar-and-faults.md` 5.4, fault 16 (n-gram similarity).
    """
    return len(text & other) / len(text) if text else 0.0


class Found(NamedTuple, Generic[Place]):
    """Where a text was found again, and which part of it stands there."""

    place: Place
    share: float


@dataclass(slots=True)
class TextIndex(Generic[Place]):
    """Many texts, each with its place, in which one looks for a text by its shingles.

    Only texts that share a shingle are looked at, so that years of records cost little.
    """

    _places: list[Place] = field(default_factory=list)
    _by_shingle: dict[str, list[int]] = field(default_factory=dict)

    def add(self, place: Place, text: str) -> None:
        """Take in a text that stands at a place."""
        number = len(self._places)
        self._places.append(place)
        for shingle in shingles(text):
            self._by_shingle.setdefault(shingle, []).append(number)

    def best(self, text: frozenset[str], accept: Callable[[Place], bool]) -> Found[Place] | None:
        """Return the place that holds most of a text among those accepted, the first of equals."""
        shared: Counter[int] = Counter()
        for shingle in text:
            shared.update(self._by_shingle.get(shingle, ()))
        for number, count in sorted(shared.items(), key=lambda one: (-one[1], one[0])):
            if accept(self._places[number]):
                return Found(self._places[number], count / len(text))
        return None


def _pairs(text: str) -> Counter[str]:
    said = _MARKS.sub("", text)
    return Counter(said[place : place + 2] for place in range(len(said) - 1))
