"""Fill-in pages filled in for tests, whatever their description asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.manual.page import Field, FillPage
from app.records import Entry
from tests.factories import BRANCH_ID

YEAR = 2025
DAY = "2025-10-09"


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
