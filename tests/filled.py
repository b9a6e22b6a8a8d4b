"""Fill-in pages filled in for tests, whatever their description asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.manual.page import Field, FillPage
from app.manual.words import PROBATIONARY_MEMBER
from app.records import Entry
from tests.factories import BRANCH_ID, LONG_NAME, RARE, make_member, make_members

YEAR = 2025
DAY = "2025-10-09"
# A text of 5,000 characters is as many of these; each is counted by its first character.
SENTENCE = "夜班党员的组织生活要拿出办法；"
SENTENCES = 334

PEOPLE = tuple(make_members(18))
CROWD = tuple(make_member(f"党员{number:03}") for number in range(200))
NAMED = (make_member(LONG_NAME), make_member(RARE, category=PROBATIONARY_MEMBER))
EVERYONE = (*PEOPLE, *CROWD, *NAMED)


def filled_entry(
    page: FillPage, member_ids: Sequence[str], *, text: str = "", rows: int = 2, **changes: Any
) -> Entry:
    """Return an entry with a value in every field.

    `text` stands in every line and text instead of the field's own label; every list of people
    names all of `member_ids` that fit, every list of rows has `rows`.
    """
    values = {field.name: _value(field, member_ids, text, rows) for field in page.fields()}
    return Entry(branch_id=BRANCH_ID, page=page.key, year=YEAR, values=values | changes)


def empty_entry(page: FillPage) -> Entry:
    """Return an entry nobody has written into."""
    return Entry(branch_id=BRANCH_ID, page=page.key, year=YEAR)


def crowded_entry(page: FillPage) -> Entry:
    """Return an entry that names two hundred people, in lists and a row for each."""
    ids = [one.id for one in CROWD]
    entry = filled_entry(page, ids)
    for field in page.fields():
        if field.kind == "rows":
            rows = (filled_entry(page, [one], rows=1).values[field.name] for one in ids)
            entry.values[field.name] = [row for found in rows for row in found]
    return entry


def cases(page: FillPage) -> dict[str, Entry]:
    """Return a page in every way it may be filled in: usual, empty, long, crowded, odd names."""
    return {
        "full": filled_entry(page, [one.id for one in PEOPLE]),
        "empty": empty_entry(page),
        "long": filled_entry(page, [PEOPLE[0].id], text=SENTENCE * SENTENCES, rows=1),
        "crowd": crowded_entry(page),
        "names": filled_entry(page, [one.id for one in NAMED], rows=1),
    }


def people_fields(page: FillPage, *, several: bool) -> list[Field]:
    """Return the fields that name people, those in rows too; with `several` more than one each."""
    fields = [one for field in page.fields() for one in (field.shown_columns or (field,))]
    return [one for one in fields if one.kind == "members" and not (several and one.most)]


def _value(field: Field, member_ids: Sequence[str], text: str, rows: int) -> Any:
    if field.kind == "rows":
        row = {one.name: _value(one, member_ids, text, rows) for one in field.columns}
        return [dict(row) for _ in range(rows)]
    if field.kind == "members":
        people: list[dict[str, str]] = [{"member": key} for key in member_ids]
        guests = [{"guest": "来宾甲"}] if field.guests else []
        return [*people, *guests][: field.most or None]
    if field.kind == "choice":
        return field.choices[-1]
    simple = {"number": 3, "money": 169697, "date": DAY}
    return simple.get(field.kind, text or f"{field.label}的内容")
