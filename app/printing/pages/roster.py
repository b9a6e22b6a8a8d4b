"""P07 党员名册: everyone who belongs to the branch on the day, a row each.

Source: `domain/pages.md` P07.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.manual import words
from app.manual.member_fields import label
from app.manual.volumes import ROSTER
from app.printing.pages import parts, people
from app.printing.pages.book import Book
from app.printing.sheet import Grid, Sheet, Signatures
from app.records import Member
from app.rules.convening import posts_on
from app.rules.id_number import masked
from app.rules.membership import category_within, is_suspended_on, members_on
from app.rules.texts import names_joined

# A name of four characters, a number of 18 and a full date each stand in one line.
_COLUMNS = (
    ("序号", 9.5),
    (label("name"), 18.5),
    (label("gender"), 9.5),
    (label("ethnicity"), 12.9),
    (label("born"), 16.6),
    (label("id_number"), 37.2),
    (label("education"), 17.5),
    (label("joined_on"), 21.0),
    (label("full_on"), 21.0),
    ("党员\n类别", 10.5),
    (label("posts"), 17.5),
    ("职务、岗位", 24.3),
    ("党小组", 13.5),
    (label("note"), 16.5),
)
# Eighteen lines stand on a page with those who sign for them; to write on by hand they are higher.
_ROW_MM, _WRITTEN_ROW_MM = 6.2, 7.0
_BLANK_ROWS = 14
_SIGNED = Signatures(("填表人", "审核人", "填表日期"), height_mm=12.0, dated=False)


def sheets(book: Book) -> list[Sheet]:
    """Return the roster of the year as one sheet."""
    day = people.day_of(book)
    here = members_on(book.members, day)
    rows = tuple((str(number), *_cells(book, member, day)) for number, member in enumerate(here, 1))
    return [
        Sheet(
            code=ROSTER.code,
            title=people.title(book, ROSTER, landscape=True),
            blocks=(
                Grid(
                    parts.columns(*_COLUMNS),
                    rows,
                    row_mm=_ROW_MM if rows else _WRITTEN_ROW_MM,
                    near=True,
                    least_rows=0 if rows else _BLANK_ROWS,
                ),
                _SIGNED,
            ),
            key=book.year_key(ROSTER),
            landscape=True,
            sample=book.sample,
            subtitle=people.subtitle(book),
        )
    ]


def _cells(book: Book, member: Member, day: date) -> Iterator[str]:
    category = category_within(member, day)
    yield book.name(member.id)
    yield member.gender
    yield member.ethnicity
    yield member.born[:7].replace("-", ".")
    yield masked(member.id_number)
    yield member.education
    yield people.dotted(member.joined_on)
    yield people.dotted(member.full_on) if category == words.FULL_MEMBER else words.NOT_DUE_SYMBOL
    yield category[:2]
    yield parts.listed(names_joined(post.post for post in posts_on(member, day)))
    yield member.job
    yield people.group_of(book, member)
    yield parts.listed(_remark(member, day))


def _remark(member: Member, day: date) -> str:
    """Return what bears on meetings and votes, and his own note."""
    suspended = "表决权受限" if is_suspended_on(member, day) else ""
    return "；".join(one for one in (member.circumstance, suspended, member.note.strip()) if one)
