"""What a fill-in page is made of: one description that the form and the paper both follow.

A description holds nothing conditional. A page that needs more keeps its fields here and gets a
layout of its own in `app.printing.pages.layouts` or a view of its own in `ui.views`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

FieldKind = Literal["line", "text", "number", "money", "date", "choice", "members", "rows"]
Paper = Literal["record", "register", "document", "elsewhere"]
Area = Literal["registers", "plans", "inspection"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in the record, its label on screen and paper, and what it takes.

    `choices` belong to a choice, `columns` to rows. `most` is how many people a `members` field
    takes, and to how many rows the form adds no more; 0 as many as one likes. With `guests` it
    takes also people who are on no roster. `unit` stands
    after a number; one with `places` after the point is kept as a whole number of its smallest
    part, as money is kept in fen, and its name says so (`deducted_tenths`). `lines` is the least
    height of a text on paper, and one that `fills` takes the room left on its page; `share` is the
    width of a column among its neighbours. A `hidden` column is the program's own: it is kept, and
    neither shown nor printed.
    """

    name: str
    label: str
    kind: FieldKind = "line"
    required: bool = False
    choices: tuple[str, ...] = ()
    columns: tuple[Field, ...] = ()
    most: int = 0
    guests: bool = False
    unit: str = ""
    places: int = 0
    lines: int = 2
    fills: bool = False
    share: int = 2
    hidden: bool = False
    hint: str = ""

    @property
    def caption(self) -> str:
        """Return what stands over the field on screen: label, unit, and a star where it must be.

        A unit that the label tells already, as 月份 does, is not told twice.
        """
        unit = f"（{self.unit}）" if self.unit and self.unit not in self.label else ""
        return f"{self.label}{unit}{' *' if self.required else ''}"

    @property
    def shown_columns(self) -> tuple[Field, ...]:
        """Return the columns that are filled in by hand and printed."""
        return tuple(column for column in self.columns if not column.hidden)


@dataclass(frozen=True, slots=True)
class FillPage:
    """A page that is filled in: its code and title in the manual, and its rows of fields.

    Attributes:
        area: the entry of the navigation it is filled in under.
        called_by: the fields an entry is called by in lists.
        filed_by: the date that says which month an entry belongs to; empty where it belongs to
            the year.
        dated_by: the date an entry is listed under in the archive, where that is another one.
        monthly: its entries are filed with the month's set.
        once: there is one a year.
        paper: a page an entry, a register of all entries of the year, or a document in the form
            of GB/T 9704; "elsewhere" is part of a page that computes the rest, of the same code.
        row_mm: the least height of its rows on paper; lower where a page has many.
        signatures: what is signed in ink under a page, or, of a register, in a column each.
        hint: one sentence on what it is for, shown above the form.
        kept: values kept with an entry that are neither filled in nor printed, such as the figures
            a text was drafted from.
        source: where its fields come from.
    """

    key: str
    code: str
    title: str
    area: Area
    rows: tuple[tuple[Field, ...], ...]
    called_by: tuple[str, ...]
    filed_by: str = ""
    dated_by: str = ""
    monthly: bool = False
    once: bool = False
    paper: Paper = "record"
    row_mm: float = 11.7
    signatures: tuple[str, ...] = ()
    hint: str = ""
    source: str = ""
    kept: tuple[Field, ...] = ()

    @property
    def is_printed(self) -> bool:
        """Tell whether its entries are pages of their own."""
        return self.paper != "elsewhere"

    def fields(self) -> Iterator[Field]:
        """Yield the fields in their order, those of rows not opened."""
        for row in self.rows:
            yield from row

    def field(self, name: str) -> Field:
        """Return the field of a name.

        Raises:
            KeyError: there is none.
        """
        for field in self.fields():
            if field.name == name:
                return field
        raise KeyError(name)
