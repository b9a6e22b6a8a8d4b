"""What the values of a fill-in page mean, what is missing from them, and how they read.

In `Entry.values` a line, a text and a choice are texts; a number and an amount (fen) whole numbers
from 0, a number with places after the point in its smallest part (15 tenths are 1.5); a date is
`2025-10-09`; people are a list of `{"member": key}` or `{"guest": name}`; rows are a list of such
values by column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from app.manual.page import Field, FillPage
from app.records import Entry
from app.rules.dues import yuan
from app.rules.texts import long_date, names_joined

Values = dict[str, Any]
Who = tuple[str | None, str]
NameOf = Callable[[str | None], str]


def is_empty(value: object) -> bool:
    """Tell whether a value says nothing: no text, no number, nobody, or only empty rows."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, dict):
        return all(is_empty(one) for one in value.values())
    if isinstance(value, list):
        return all(is_empty(one) for one in value)
    return value is None


def day_in(values: Values, name: str) -> date | None:
    """Return the date kept under a name."""
    text = values.get(name)
    return date.fromisoformat(text) if text else None


def people_in(values: Values, name: str) -> list[Who]:
    """Return the people kept under a name: the key of a member, or the name of a guest."""
    return [_who(one) for one in values.get(name) or ()]


def rows_in(values: Values, name: str) -> list[Values]:
    """Return the rows kept under a name, without empty ones."""
    return [row for row in values.get(name) or () if not is_empty(row)]


def written_people(people: Iterable[Who]) -> list[dict[str, str]]:
    """Return people as they are kept."""
    return [{"guest": guest} if member is None else {"member": member} for member, guest in people]


def filed_on(page: FillPage, entry: Entry) -> date | None:
    """Return the day that says which month an entry belongs to."""
    return day_in(entry.values, page.filed_by) if page.filed_by else None


def in_words(field: Field, value: Any, name_of: NameOf) -> str:
    """Return the value of a field as it is read; rows have no words of their own."""
    if value in (None, "", []):
        return ""
    match field.kind:
        case "date":
            return long_date(date.fromisoformat(value))
        case "money":
            return yuan(value)
        case "number":
            return f"{decimal(value, field.places)}{field.unit}"
        case "members":
            return names_joined(name_of(member) or guest for member, guest in map(_who, value))
        case _:
            return str(value)


def decimal(value: int, places: int) -> str:
    """Return a number kept in its smallest part: 15 with one place is 1.5, and 80 is 8."""
    text = format(Decimal(value).scaleb(-places), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def called(page: FillPage, entry: Entry, name_of: NameOf) -> str:
    """Return what an entry is called in lists, in one line; the page's title while it is empty."""
    told = (in_words(page.field(name), entry.values.get(name), name_of) for name in page.called_by)
    words = (text.strip().partition("\n")[0] for text in told)
    return "　".join(word for word in words if word) or page.title


def in_order(page: FillPage, entries: Iterable[Entry], roster: Iterable[str]) -> list[Entry]:
    """Return entries of a page by day and hour, else as who they are called by is listed.

    `roster` holds the keys of members in their order. Entries of nobody on it come last, by the
    words they are called by.
    """
    places = {key: place for place, key in enumerate(roster)}
    people = [name for name in page.called_by if page.field(name).kind == "members"]
    words = [name for name in page.called_by if name not in people]

    def place(entry: Entry) -> int:
        who = (key for name in people for key, _ in people_in(entry.values, name))
        return next((places[key] for key in who if key in places), len(places))

    def order(entry: Entry) -> tuple[str, str, int, list[str]]:
        day, hour = filed_on(page, entry), entry.values.get("time", "")
        said = [str(entry.values.get(name, "")) for name in words]
        return str(day or "9"), str(hour), place(entry), said

    return sorted(entries, key=order)


def missing(page: FillPage, values: Values) -> list[str]:
    """Return the labels of what must be there and is not."""
    return [label for field in page.fields() for label in _missing(field, values)]


def members_named(page: FillPage, values: Values) -> Iterator[str]:
    """Yield the keys of all members an entry names, in its rows too."""
    for field in page.fields():
        yield from _members(field, values)


def texts_in(page: FillPage, values: Values) -> Iterator[str]:
    """Yield every line and text an entry holds, in its rows too."""
    for field in page.fields():
        rows = rows_in(values, field.name) if field.kind == "rows" else [values]
        for row in rows:
            for one in field.shown_columns or (field,):
                if one.kind in ("line", "text") and not is_empty(row.get(one.name)):
                    yield row[one.name]


def _members(field: Field, values: Values) -> Iterator[str]:
    if field.kind == "members":
        yield from (key for key, _ in people_in(values, field.name) if key is not None)
    elif field.kind == "rows":
        for row in values.get(field.name) or ():
            for column in field.columns:
                yield from _members(column, row)


def _missing(field: Field, values: Values) -> Iterator[str]:
    if field.kind == "rows":
        for number, row in enumerate(rows_in(values, field.name), 1):
            for column in field.columns:
                if column.required and is_empty(row.get(column.name)):
                    yield f"{field.label}第{number}行的{column.label}"
    if field.required and is_empty(values.get(field.name)):
        yield field.label


def _who(value: dict[str, str]) -> Who:
    return value.get("member"), value.get("guest", "")
