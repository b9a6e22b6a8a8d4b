"""Meetings of every kind filled in for tests, in whatever columns their records have."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import cycle
from typing import Any

from sqlalchemy import Column, inspect

from app.manual import words
from app.manual.actions import RECITATION_ACTION
from app.manual.kinds import kinds_of
from app.records import Meeting, new_id
from app.records.base import Record
from app.records.snapshot import Plain, from_plain
from tests.factories import BRANCH_ID

# Photos and scans have files beside the database; they are tested where they are taken in.
_FILES = frozenset({"photos", "attachments"})
_LEFT = frozenset(
    {"version", "position", "state", "roster", "kind", "deleted_at", "fixed_by_id", "sitting_id"}
    | {"number", "group_id", "guest_name", "about_guest", "reporter_guest", "required_number"}
    | {"theme_source"}
)
_CHOSEN = {"method": words.SECRET_BALLOT, "role": words.TELLER, "rule": ""}
_BY_TYPE: dict[type, Any] = {
    int: 3,
    bool: True,
    date: "2025-10-20",
    datetime: "2025-10-09T15:00",
    Decimal: "1.5",
}


def filled_meeting(
    kind: str,
    member_ids: Sequence[str],
    *,
    text: str = "",
    rows: int = 2,
    group_id: str | None = None,
) -> Meeting:
    """Return a meeting of a kind with something in each column of each of its sections.

    `text` stands in every text instead of the column's own name, which tells where it was typed;
    every list has `rows`, and people are named in turn.
    """
    (known,) = kinds_of([kind])
    without = {one.key for one in inspect(Meeting).relationships} - {*known.sections, "sittings"}
    filler = _Filler(member_ids, text, rows)
    plain = filler.record(Meeting, frozenset(without | _FILES))
    plain |= {"kinds": [kind], "group_id": group_id, "end": "2025-10-09T16:50"}
    for action in plain.get("actions", ())[1:2]:
        action |= {"required_number": RECITATION_ACTION, "name": "诵读党章"}
    for vote in plain.get("votes", ()):
        vote["rule"] = known.votes[0]
    for row in plain.get("attendance", ()):
        row["state"] = words.SICK_LEAVE
    return from_plain(Meeting, plain)


def texts_of(value: Any) -> list[str]:
    """Return what stands as text in a snapshot, deep inside."""
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts_of(one)]
    if isinstance(value, list):
        return [text for one in value for text in texts_of(one)]
    return [value] if isinstance(value, str) else []


class _Filler:
    """Makes snapshots of records with a value in each column."""

    def __init__(self, member_ids: Sequence[str], text: str, rows: int) -> None:
        self._people = cycle(member_ids)
        self._text = text
        self._rows = rows

    def record(self, cls: type[Record], leaving_out: frozenset[str] = frozenset()) -> Plain:
        mapper = inspect(cls)
        plain: Plain = {"id": new_id(), "branch_id": BRANCH_ID}
        for column in mapper.columns:
            if column.name not in _LEFT | plain.keys() and not _names_parent(column):
                plain[column.name] = self._value(cls, column)
        for relation in mapper.relationships:
            if relation.key not in leaving_out:
                of = relation.mapper.class_
                made = [self.record(of) for _ in range(self._rows if relation.uselist else 1)]
                plain[relation.key] = made if relation.uselist else made[0]
        return plain

    def _value(self, cls: type[Record], column: Column[Any]) -> Any:
        if column.foreign_keys:
            return next(self._people)
        if column.name == "owner_ids":
            return [next(self._people), next(self._people)]
        if column.name in _CHOSEN:
            return _CHOSEN[column.name]
        found = column.type.python_type
        told = self._text or f"{cls.__tablename__}.{column.name}的内容"
        return [told] if found is list else _BY_TYPE.get(found, told)


def _names_parent(column: Column[Any]) -> bool:
    return any(key.target_fullname != "members.id" for key in column.foreign_keys)
