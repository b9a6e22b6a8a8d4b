"""A roster from elsewhere: what its rows say, and what they would change in ours.

Nothing that is there is overwritten: a member already on the roster only gets what was empty.

Source: `domain/pages.md` P07.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.errors import InvalidInputError
from app.manual import words
from app.manual.member_fields import FIELDS, label
from app.records import Group, Member
from app.rules import roster_cells as cells
from app.rules.convening import posts_on
from app.rules.id_number import disagreements

Value = str | bool | date | list[str]
Table = Sequence[Sequence[str]]
State = Literal["new", "there"]

_HEADING_ROWS = 10
_READERS: Mapping[str, Callable[[str], Value | None]] = {
    "gender": cells.gender,
    "ethnicity": cells.ethnicity,
    "born": cells.born,
    "id_number": cells.number,
    "education": cells.education,
    "working_since": cells.born,
    "joined_on": cells.day,
    "full_on": cells.day,
    "category": cells.category,
    "posts": cells.posts,
    "from_on": cells.day,
    "is_leading_cadre": cells.flag,
    "circumstance": cells.circumstance,
    "rights_from": cells.day,
    "rights_to": cells.day,
    "dues_kind": cells.dues_kind,
}
_NOT_TOLD = frozenset({"序号", "序"})
_BESIDE_THE_WORD = re.compile(r"[(].*?[)]|[\s/、:*]")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell that cannot be taken: its row and column as the table has them, and what to do.

    `name` is whose row it is, as far as that is known.
    """

    line: int
    column: str
    sentence: str
    name: str = ""

    @property
    def text(self) -> str:
        """Return the whole of it in one sentence."""
        return f"第{self.line}行“{self.column}”：{self.sentence}。"


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the table, by the names of fields; what is empty there is not in it."""

    line: int
    values: Mapping[str, Value]

    @property
    def name(self) -> str:
        """Return the name."""
        return str(self.values["name"])

    def text(self, name: str) -> str:
        """Return a value that is a text, empty where there is none."""
        return str(self.values.get(name, ""))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a table says: its people, the cells refused, and headings nobody knows."""

    rows: tuple[Row, ...]
    refusals: tuple[Refusal, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """What becomes of a row: someone new, or a member there who gets what was empty.

    `differing` are labels of what is written otherwise and stays as it is; `hints` are sentences.
    """

    row: Row
    member: Member | None
    filled: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """Return whether he is new or there already."""
        return "new" if self.member is None else "there"


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do; with refusals it does nothing."""

    people: tuple[Planned, ...]
    refusals: tuple[Refusal, ...]
    unknown: tuple[str, ...]
    new_groups: tuple[str, ...]

    @property
    def new(self) -> int:
        """Return how many people are new."""
        return sum(one.state == "new" for one in self.people)

    @property
    def changed(self) -> int:
        """Return how many of those there get something that was empty."""
        return sum(bool(one.filled) for one in self.people)


def read_roster(table: Table) -> Reading:
    """Return what a table says; its headings may stand in any order, under a title.

    Raises:
        InvalidInputError: there is no heading 姓名, or two columns say the same.
    """
    place = next((at for at, row in enumerate(table[:_HEADING_ROWS]) if _is_heading(row)), None)
    if place is None:
        raise InvalidInputError(
            f"表里没有找到“{label('name')}”这一列。请把表头（姓名、性别、民族……）和下面各行一起选中。"
        )
    columns = _columns(table[place])
    rows, refusals = [], []
    for number, line in enumerate(table[place + 1 :], place + 2):
        row, refused = _row(number, line, columns)
        refusals += refused
        if row is not None:
            rows.append(row)
    known = {at for at, _, _ in columns}
    unknown = tuple(
        cells.plain(text)
        for at, text in enumerate(table[place])
        if cells.plain(text) and at not in known and _tidy(text) not in _NOT_TOLD
    )
    return Reading(tuple(rows), tuple(refusals), unknown)


def _tidy(heading: str) -> str:
    """Return a heading without blanks, marks and what is explained in brackets."""
    return _BESIDE_THE_WORD.sub("", unicodedata.normalize("NFKC", heading))


_NAMES = {_tidy(one): field.name for field in FIELDS for one in (field.label, *field.aliases)}

# A column: where it stands, the field it fills, and its heading as it is written.
_Column = tuple[int, str, str]


def _is_heading(row: Sequence[str]) -> bool:
    return any(_NAMES.get(_tidy(text)) == "name" for text in row)


def _columns(heading: Sequence[str]) -> list[_Column]:
    found: dict[str, _Column] = {}
    for at, text in enumerate(heading):
        name = _NAMES.get(_tidy(text))
        if name is None:
            continue
        if name in found:
            raise InvalidInputError(
                f"“{found[name][2]}”和“{cells.plain(text)}”两列都是{label(name)}，请删去一列。"
            )
        found[name] = (at, name, cells.plain(text))
    return list(found.values())


def _row(
    number: int, line: Sequence[str], columns: list[_Column]
) -> tuple[Row | None, list[Refusal]]:
    values: dict[str, Value] = {}
    refusals = []
    texts = {name: cells.plain(line[at]) for at, name, _ in columns if at < len(line)}
    whose = texts.get("name", "")
    for _, name, heading in columns:
        text = texts.get(name, "")
        if not text:
            continue
        try:
            value = _READERS.get(name, str)(text)
        except InvalidInputError as error:
            refusals.append(Refusal(number, heading, str(error), whose))
            continue
        if value:
            values[name] = value
    if not values and not refusals:
        return None, []
    refusals += [Refusal(number, label(name), said, whose) for name, said in _faults(values)]
    return (Row(number, values) if not refusals else None), refusals


def _faults(values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """Yield what cannot be right among the cells of one row, by field."""
    if "name" not in values:
        yield "name", "姓名空着，请填写全名，或删去这一行"
    joined, full = values.get("joined_on"), values.get("full_on")
    if isinstance(joined, date) and isinstance(full, date) and full < joined:
        yield "full_on", "转正时间早于入党时间，请改正"
    if full and values.get("category") == words.PROBATIONARY_MEMBER:
        yield "category", f"写了转正时间，就应为{words.FULL_MEMBER}，请改正"
    first, last = values.get("rights_from"), values.get("rights_to")
    if isinstance(first, date) and isinstance(last, date) and last < first:
        yield "rights_to", "受限的截止日期早于开始日期，请改正"


# --- what an import would do ---------------------------------------------------------------------


def plan_of(
    reading: Reading, members: Sequence[Member], groups: Sequence[Group], today: date
) -> Plan:
    """Return what importing a table would do to a roster.

    A row is someone on the roster by the number of a resident, by name and mark, or by a name
    nobody else has; where that cannot be told the row is refused.
    """
    refusals = [*reading.refusals, *_twice(reading.rows)]
    refused = {one.line for one in refusals}
    group_names = {group.id: group.name for group in groups}
    people = []
    for row in reading.rows:
        if row.line in refused:
            continue
        try:
            member = _matched(row, members)
        except InvalidInputError as error:
            refusals.append(Refusal(row.line, label("name"), str(error), row.name))
            continue
        people.append(_planned(row, member, group_names, today))
    wanted = dict.fromkeys(one.row.text("group") for one in people)
    known = {*group_names.values(), ""}
    return Plan(
        tuple(people),
        tuple(sorted(refusals, key=lambda one: one.line)),
        reading.unknown,
        tuple(name for name in wanted if name not in known),
    )


def _twice(rows: Sequence[Row]) -> Iterator[Refusal]:
    """Yield the rows that cannot be told from another of the same table."""
    names = Counter(row.name for row in rows)
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        marks = [(name, row.text(name)) for name in ("id_number", "code") if row.text(name)]
        if names[row.name] > 1 and not marks:
            yield Refusal(
                row.line,
                label("name"),
                f"表里有{names[row.name]}个“{row.name}”，请给每人填上编号或公民身份号码",
                row.name,
            )
        for name, mark in marks:
            if (name, mark) in seen:
                said = f"与第{seen[name, mark]}行相同，请改正或删去一行"
                yield Refusal(row.line, label(name), said, row.name)
            seen.setdefault((name, mark), row.line)


def _matched(row: Row, members: Sequence[Member]) -> Member | None:
    """Return who of the roster a row is, or `None` for someone new.

    Raises:
        InvalidInputError: that cannot be told.
    """
    for name in ("id_number", "code"):
        mark = row.text(name)
        found = next((one for one in members if mark and getattr(one, name) == mark), None)
        if found is not None and found.name != row.name:
            raise InvalidInputError(f"{label(name)}与名册里的{found.name}相同，请核对")
        if found is not None:
            return found
    alike = [one for one in members if one.name == row.name and not _is_other(row, one)]
    if len(alike) > 1:
        raise InvalidInputError(f"名册里有{len(alike)}名“{row.name}”，请填编号或公民身份号码")
    return alike[0] if alike else None


def _is_other(row: Row, member: Member) -> bool:
    """Tell whether a mark of both shows that they are two people of one name."""
    return any(
        row.text(name) and getattr(member, name) and row.text(name) != getattr(member, name)
        for name in ("id_number", "code")
    )


def _planned(
    row: Row, member: Member | None, group_names: Mapping[str, str], today: date
) -> Planned:
    born, gender = row.text("born"), row.text("gender")
    hints = tuple(disagreements(row.text("id_number"), born, gender))
    if member is None:
        return Planned(row, None, hints=hints)
    filled, differing = [], []
    for name, value in row.values.items():
        there = value_of(member, name, group_names, today)
        if not there:
            filled.append(name)
        elif there != value:
            differing.append(label(name))
    return Planned(row, member, tuple(filled), tuple(differing), hints)


def value_of(
    member: Member, name: str, group_names: Mapping[str, str], today: date
) -> Value | None:
    """Return what is kept of a member under the name of a field."""
    match name:
        case "group":
            return group_names.get(member.group_id or "", "")
        case "category":
            return member.categories[-1].category if member.categories else words.FULL_MEMBER
        case "posts":
            return [post.post for post in posts_on(member, today)]
        case "from_on":
            return member.memberships[-1].from_on if member.memberships else None
        case _:
            value: Value | None = getattr(member, name)
            return value


def written(value: Value | None) -> str:
    """Return a value as a cell of a roster shows it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(value)
    return "" if value is None else str(value)
