"""How alike two texts are, and where a text was said before in nearly the same words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

_MARKS = re.compile(r"\W+")
# Four characters are a phrase; shorter runs are shared by any two texts on the same matter.
_SHINGLE = 4
# An index keeps one shingle of so many, and compares so many texts word for word.
_EVERY = 4
_COMPARED = 8

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
    said = _said(text)
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

    Kept are only every fourth of the shingles, those whose characters say so: texts that share
    words share these too, and years of records cost little. Only the likeliest few are then
    compared word for word.
    """

    _texts: list[tuple[Place, str] | None] = field(default_factory=list)
    _by_anchor: dict[str, list[int]] = field(default_factory=dict)

    def add(self, place: Place, text: str) -> int:
        """Take in a text that stands at a place and return its number, to `drop` it by."""
        number = len(self._texts)
        self._texts.append((place, text))
        for anchor in _anchors(_said(text)):
            self._by_anchor.setdefault(anchor, []).append(number)
        return number

    def drop(self, number: int) -> None:
        """Forget a text."""
        self._texts[number] = None

    def best(self, text: frozenset[str], accept: Callable[[Place], bool]) -> Found[Place] | None:
        """Return the place that holds most of a text among those accepted, the first of equals."""
        shared: Counter[int] = Counter()
        for shingle in text:
            if _is_anchor(shingle):
                shared.update(self._by_anchor.get(shingle, ()))
        found: list[Found[Place]] = []
        for number, _ in sorted(shared.items(), key=lambda one: (-one[1], one[0])):
            there = self._texts[number]
            if there is not None and accept(there[0]):
                found.append(Found(there[0], share_of(text, shingles(there[1]))))
                if len(found) == _COMPARED:
                    break
        return max(found, key=lambda one: one.share, default=None)


def shared_parts(text: str, other: str) -> list[tuple[int, int]]:
    """Return where a text says what stands in another one too: first and behind the last place.

    Runs shorter than a phrase are left out; blanks and punctuation do not part a run.
    """
    places = [place for place, sign in enumerate(text) if not _MARKS.fullmatch(sign)]
    said, theirs = _said(text), shingles(other)
    same = [False] * len(said)
    for start in range(len(said) - _SHINGLE + 1):
        if said[start : start + _SHINGLE] in theirs:
            same[start : start + _SHINGLE] = [True] * _SHINGLE
    parts: list[tuple[int, int]] = []
    for place, is_same, goes_on in zip(places, same, [False, *same], strict=False):
        if is_same and goes_on:
            parts[-1] = (parts[-1][0], place + 1)
        elif is_same:
            parts.append((place, place + 1))
    return parts


def _said(text: str) -> str:
    return _MARKS.sub("", text)


def _anchors(said: str) -> Iterator[str]:
    """Yield the shingles of a text that an index keeps."""
    for start in range(len(said) - _SHINGLE + 1):
        if (ord(said[start]) + ord(said[start + _SHINGLE - 1])) % _EVERY == 0:
            yield said[start : start + _SHINGLE]


def _is_anchor(shingle: str) -> bool:
    return (ord(shingle[0]) + ord(shingle[-1])) % _EVERY == 0


def _pairs(text: str) -> Counter[str]:
    said = _said(text)
    return Counter(said[place : place + 2] for place in range(len(said) - 1))
