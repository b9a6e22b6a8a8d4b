"""Figures a page was drafted from, kept with it, and how they differ from the records now.

A figure is a plain value with a name, how it stands in the text, and the records it was counted
from. Kept with an entry are only words: which records they were reads the same after they went
through a records document, where keys are new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.rules.entries import Values


class Place(NamedTuple):
    """A record something was counted from: its words and the way to it."""

    told: str
    area: str
    record_id: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: name, value with its unit, where it comes from, and how the text tells it.

    `amount` is what its value says as a whole number that can be summed: people, times, fen or
    tenths of a point; `None` for words, days and rates.
    """

    name: str
    value: str
    places: tuple[Place, ...] = ()
    told: str = ""
    amount: int | None = None

    @property
    def phrase(self) -> str:
        """Return the words that stand for it in a text."""
        return self.told or f"{self.name}{self.value}"


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that is no longer what a page was drafted from.

    `old` and `new` are values, empty where the figure was not there; `old_phrase` and
    `new_phrase` are how the text told it and would tell it now.
    """

    name: str
    old: str
    new: str
    old_phrase: str
    new_phrase: str

    @property
    def sentence(self) -> str:
        """Return what changed: 实到 16人 → 15人."""
        return f"{self.name} {self.old or '（没有）'} → {self.new or '（没有）'}"


def records_of(places: Iterable[Place]) -> str:
    """Return which records something was counted from, each once."""
    return "、".join(dict.fromkeys(place.told for place in places))


def basis_of(places: Iterable[Place]) -> str:
    """Return the record something was counted from, and of several the first and their number."""
    names = list(dict.fromkeys(place.told for place in places))
    return f"{names[0]}等{len(names)}份记录" if len(names) > 1 else "".join(names)


def kept_figures(figures: Iterable[Figure]) -> list[Values]:
    """Return figures as they are kept with an entry."""
    return [
        {
            "name": one.name,
            "value": one.value,
            "told": one.phrase,
            "records": records_of(one.places),
        }
        for one in figures
    ]


def changes(kept: Sequence[Values], figures: Iterable[Figure]) -> list[Change]:
    """Return what changed between the figures kept with an entry and those of the records now."""
    return list(_changes({row["name"]: row for row in kept}, {one.name: one for one in figures}))


def _changes(then: dict[str, Values], now: dict[str, Figure]) -> Iterator[Change]:
    for name in dict.fromkeys((*then, *now)):
        row, figure = then.get(name, {}), now.get(name)
        old, new = row.get("value", ""), figure.value if figure else ""
        if old != new:
            phrase = figure.phrase if figure else ""
            yield Change(name, old, new, row.get("told", ""), phrase)
