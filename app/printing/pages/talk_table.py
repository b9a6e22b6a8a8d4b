"""P20 谈心谈话一览表: who has talked with whom in the year, and what is still open.

Source: `domain/pages.md` P20; `domain/rules.md` C8.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.manual.volumes import TALK_TABLE
from app.printing.pages import parts, people
from app.printing.pages.book import Book
from app.printing.sheet import Block, Cell, Column, Grid, Rows, Sheet
from app.records import Member
from app.rules.talks import Talk, TalkYear, talk_year
from app.rules.texts import short_date

_WIDTH_MM = 162.0
_ROW_MM = 8.5
_NAME_MM = 28.0
_NUMBER_MM = 12.0
_TALKS_MM = 61.0
_OPEN = "未谈"
_SELF = "—"
# More talks than these are counted only.
_MOST_SHOWN = 2


def sheets(book: Book) -> list[Sheet]:
    """Return the table of the year for its roster and committee; without anyone there is none."""
    year = talk_year(book.members, book.entries, people.day_of(book))
    if not year.members and not year.committee:
        return []
    return [
        Sheet(
            code=TALK_TABLE.code,
            title=people.title(book, TALK_TABLE),
            subtitle=people.subtitle(book),
            blocks=tuple(_blocks(book, year)),
            key=book.year_key(TALK_TABLE),
            sample=book.sample,
        )
    ]


def _blocks(book: Book, year: TalkYear) -> Iterator[Block]:
    yield Rows(
        (parts.LABEL_MM, _WIDTH_MM - parts.LABEL_MM), ((parts.label("小结"), Cell(_sum(year))),)
    )
    if len(year.committee) > 1:
        yield parts.caption("支部委员之间")
        yield _matrix(book, year)
    if year.members:
        yield parts.caption("支部委员和党员之间、党员和党员之间")
        yield _members(book, year)


def _matrix(book: Book, year: TalkYear) -> Grid:
    """Return the committee against itself, with the day of the first talk of each two."""
    each = (_WIDTH_MM - _NAME_MM) / len(year.committee)
    heads = (Column(book.name(one.id), each) for one in year.committee)
    return Grid(
        (Column("姓名", _NAME_MM), *heads),
        tuple(
            (book.name(one.id), *(_met(year, one, other) for other in year.committee))
            for one in year.committee
        ),
        row_mm=_ROW_MM,
    )


def _met(year: TalkYear, one: Member, other: Member) -> str:
    if one is other:
        return _SELF
    talks = year.talks_of(one, other)
    return _day(talks[0]) if talks else _OPEN


def _members(book: Book, year: TalkYear) -> Grid:
    return Grid(
        parts.columns(
            ("序号", _NUMBER_MM),
            ("姓名", _NAME_MM),
            ("与支部委员", _TALKS_MM),
            ("与其他党员", _TALKS_MM),
        ),
        tuple(
            (
                str(number),
                book.name(one.member.id),
                _told(book, one.member, one.with_committee),
                _told(book, one.member, one.with_members),
            )
            for number, one in enumerate(year.members, 1)
        ),
        row_mm=_ROW_MM,
    )


def _told(book: Book, member: Member, talks: Sequence[Talk]) -> str:
    """Return with whom and when, the first few; of more also how many."""
    if not talks:
        return _OPEN
    shown = [f"{book.name(one.partner(member.id))}{_bracketed(one)}" for one in talks[:_MOST_SHOWN]]
    more = f"等{len(talks)}次" if len(talks) > _MOST_SHOWN else ""
    return "\n".join(shown) + more


def _bracketed(talk: Talk) -> str:
    return f"（{short_date(talk.on)}）" if talk.on else ""


def _day(talk: Talk) -> str:
    return short_date(talk.on) if talk.on else "已谈"


def _sum(year: TalkYear) -> str:
    """Return what is still open in figures.

    Source: 《中国共产党支部工作条例（试行）》(2018) 第十九条.
    """
    pairs, people_ = len(year.pairs), len(year.members)
    return (
        f"每年一般不少于1次。支部委员之间应谈{pairs}对，未谈{len(year.open_pairs)}对；"
        f"支部委员和党员应谈{people_}人，未谈{len(year.without_committee)}人；"
        f"党员和党员应谈{people_}人，未谈{len(year.without_members)}人。"
    )
