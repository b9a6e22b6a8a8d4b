"""P05 支部委员会名单及分工: who holds which post on the day, and who left one in the year.

Source: `domain/pages.md` P05 and 2.32.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from app.manual import words
from app.manual.volumes import BRANCH_COMMITTEE
from app.printing.pages import parts, people
from app.printing.pages.book import Book
from app.printing.sheet import Block, Grid, Sheet
from app.records import CommitteePost, Member
from app.rules.convening import posts_on
from app.rules.membership import members_on
from app.rules.organisation import last_day

_COLUMNS = (
    ("姓名", 25.0),
    ("岗位职务", 22.0),
    ("行政职务", 36.0),
    ("入党时间", 24.0),
    ("分工内容", 61.0),
    ("任职时间", 24.0),
    ("离任时间", 24.0),
    ("联系电话", 30.0),
)
_LEFT = frozenset({"分工内容"})
_WIDTH_MM = sum(width for _, width in _COLUMNS)
_ROW_MM = 11.0
_BLANK_ROWS = 5
_RANKS = {post: rank for rank, post in enumerate(words.COMMITTEE_POSTS)}
_STILL_HELD = "—"

Held = tuple[Member, CommitteePost]


def sheets(book: Book) -> list[Sheet]:
    """Return the one sheet of the year."""
    day = people.day_of(book)
    blocks: list[Block] = [_grid(book, _now(book, day), day)]
    former = _former(book, day)
    if former:
        blocks += [parts.caption("本年度离任", _WIDTH_MM), _grid(book, former, day)]
    return [
        Sheet(
            code=BRANCH_COMMITTEE.code,
            title=people.title(book, BRANCH_COMMITTEE, landscape=True),
            blocks=tuple(blocks),
            key=book.year_key(BRANCH_COMMITTEE),
            landscape=True,
            sample=book.sample,
            subtitle=people.subtitle(book),
        )
    ]


def _now(book: Book, day: date) -> list[Held]:
    here = members_on(book.members, day)
    return _ranked((one, post) for one in here for post in posts_on(one, day))


def _former(book: Book, day: date) -> list[Held]:
    """Return the posts that were left in the year of the volume before the day."""
    first = date(book.year, 1, 1)
    return _ranked(
        (one, post)
        for one in book.members
        if one.deleted_at is None
        for post in one.posts
        if first <= (last_day(one, post) or day) < day
    )


def _ranked(held: Iterable[Held]) -> list[Held]:
    return sorted(held, key=lambda one: _RANKS.get(one[1].post, len(_RANKS)))


def _grid(book: Book, held: list[Held], day: date) -> Grid:
    return Grid(
        parts.columns(*_COLUMNS, left=_LEFT),
        tuple(tuple(_cells(book, member, post, day)) for member, post in held),
        row_mm=_ROW_MM,
        least_rows=0 if held else _BLANK_ROWS,
    )


def _cells(book: Book, member: Member, post: CommitteePost, day: date) -> Iterator[str]:
    last = last_day(member, post)
    yield book.name(member.id)
    yield post.post
    yield member.job
    yield people.dotted(member.joined_on)
    yield post.duties
    yield people.dotted(post.from_on)
    yield people.dotted(last) if last is not None and last < day else _STILL_HELD
    yield member.phone
