"""Where two printings of one record differ, place by place: what a correction is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from app.printing.sheet import Block, Box, Cell, Grid, Pictures, Prose, Rows, Sheet

# Columns that only count the rows: an inserted row moves all of them.
_COUNTING = frozenset({"序号", "次数"})
_LONGEST = 60
_AROUND = 10
_CUT = "……"

Text = tuple[str, str]
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One place of a record, what stood there and what stands there now."""

    place: str
    old: str
    new: str


def differences(before: Sequence[Sheet], after: Sequence[Sheet]) -> list[Difference]:
    """Return where sheets of one record differ, in the order they are printed.

    A change that shows on several sheets, such as the chair on record and lecture or the theme in
    the name on the sign-in sheet, is told once, where it stands first.
    """
    found: list[Difference] = []
    told: list[Difference] = []
    for code in dict.fromkeys(sheet.code for sheet in (*before, *after)):
        here = list(
            dict.fromkeys(
                _between(
                    [one for one in before if one.code == code],
                    [one for one in after if one.code == code],
                )
            )
        )
        found += [one for one in here if not any(_says(other, one) for other in told)]
        told = list(found)
    return found


def _says(told: Difference, one: Difference) -> bool:
    """Tell whether a difference is one that was told already, alone or within other words."""
    if (told.old, told.new) == (one.old, one.new):
        return True
    return bool(told.old) and one.old.replace(told.old, told.new) == one.new


def _between(before: Iterable[Sheet], after: Iterable[Sheet]) -> Iterator[Difference]:
    old, new = _places(before), _places(after)
    for place in _in_order(old, new):
        if old.get(place) == new.get(place):
            continue
        for was, is_now in _changed(old.get(place, ()), new.get(place, ())):
            yield Difference(place, *_excerpts(was, is_now))


def _in_order(old: dict[str, Words], new: dict[str, Words]) -> Iterator[str]:
    """Yield all places, one that is only in the old sheets where it stood there."""
    waiting = list(old)
    for place in new:
        while waiting and place in old and waiting[0] != place:
            gone = waiting.pop(0)
            if gone not in new:
                yield gone
        if waiting and waiting[0] == place:
            waiting.pop(0)
        yield place
    yield from (place for place in waiting if place not in new)


def _places(sheets: Iterable[Sheet]) -> dict[str, Words]:
    """Return what stands at each place: lines of a text, or rows of a table as one line each.

    A head that only says of which record a list or photo is, is no place of its own.
    """
    found: dict[str, Words] = {}
    for sheet in sheets:
        for place, words in _places_of(one for one in sheet.blocks if one != sheet.head):
            found[place] = (*found.get(place, ()), *words)
    return found


def _places_of(blocks: Iterable[Block]) -> Iterator[tuple[str, Words]]:
    above = ""
    for block in blocks:
        match block:
            case Rows():
                for row in block.rows:
                    if len(row) == 1 and row[0].label:
                        above = _one_line(row[0].text)
                    yield from _cells(row)
            case Box():
                yield _one_line(block.label), block.paragraphs
            case Prose():
                yield "正文", block.paragraphs
            case Grid():
                yield above or _headings(block), tuple(_lines(block))
                yield from (pair for row in block.foot for pair in _cells(row))
                above = ""
            case Pictures():
                captions = (_one_line(one.caption) for one in block.pictures)
                yield "照片", tuple(captions)


def _cells(row: Sequence[Cell]) -> Iterator[tuple[str, Words]]:
    """Yield the label of each value with its lines."""
    name = ""
    for cell in row:
        if cell.label:
            name = _one_line(cell.text)
        elif name and not cell.blank:
            yield name, tuple(line for line in cell.text.split("\n") if line)


def _headings(grid: Grid) -> str:
    """Return what a table without a caption is called: its first headings that say something."""
    named = [column.heading for column in grid.columns if column.heading not in _COUNTING]
    return _one_line(named[0]) if named else ""


def _lines(grid: Grid) -> Iterator[str]:
    kept = [
        place
        for place, column in enumerate(grid.columns)
        if not column.blank and column.heading not in _COUNTING
    ]
    for row in grid.rows:
        told = [_one_line(row[place]) for place in kept if row[place]]
        if told:
            yield "　".join(told)


def _changed(old: Words, new: Words) -> Iterator[Text]:
    """Yield the lines that were replaced one by one, those that came, and those that went."""
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from zip_longest(old[i1:i2], new[j1:j2], fillvalue="")


def _excerpts(old: str, new: str) -> Text:
    """Return long texts without what they begin and end with alike, but for some characters."""
    if max(len(old), len(new)) <= _LONGEST:
        return old, new
    shorter = min(len(old), len(new))
    same = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - same
    tail = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    first, last = max(0, same - _AROUND), max(0, tail - _AROUND)
    return _cut(old, first, last), _cut(new, first, last)


def _cut(text: str, first: int, last: int) -> str:
    middle = text[first : len(text) - last]
    return f"{_CUT if first else ''}{middle}{_CUT if last else ''}"


def _one_line(text: str) -> str:
    return text.replace("\n", "")
