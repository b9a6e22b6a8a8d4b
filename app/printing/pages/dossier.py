"""P10F 卷宗: the cover of a member's case file, and what happened in it by day.

The pages of the case follow as they are printed themselves.

Source: `domain/one-plus-n-features.md` F56.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from app.manual.order import DOSSIER
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.sheet import Fields, Grid, Rows, Sheet, Signatures
from app.printing.volume import Maker, Placed
from app.rules.case_file import CaseFile, Line
from app.rules.membership import category_within
from app.rules.texts import long_date

TITLE = "党员教育处置卷宗"
_COLUMNS = parts.columns(
    ("序号", 11),
    ("日期", 20),
    ("类别", 20),
    ("内容", 64),
    ("记录", 35),
    ("卷内页", 12),
    left=frozenset({"内容", "记录"}),
)


def cover(book: Book, case: CaseFile) -> Sheet:
    """Return the outside of a case file; who put it together and when is written by hand."""
    return Sheet(
        code=DOSSIER.code,
        title=TITLE,
        blocks=(
            Fields(
                (
                    ("党支部名称", book.branch.name),
                    ("党员姓名", book.name(case.member.id)),
                    ("党员类别", category_within(case.member, _last(case))),
                    ("立卷人", ""),
                    ("立卷日期", ""),
                )
            ),
        ),
        sample=book.sample,
        form="cover",
        subtitle=f"（{long_date(case.lines[0].on)}—{long_date(_last(case))}）",
    )


def course(book: Book, case: CaseFile, places: Mapping[str, int]) -> Maker:
    """Return the part that lists what happened; `places` is where each entry's page stands."""

    def made(placed: Sequence[Placed], _own: int) -> Sheet:
        pages = {key: str(placed[place].first) for key, place in places.items()}
        rows = tuple(_row(number, line, pages) for number, line in enumerate(case.lines, 1))
        return Sheet(
            code=DOSSIER.code,
            title=parts.title("", book, DOSSIER.title),
            blocks=(
                Rows(parts.HEAD_MM, (_who(book, case),)),
                Grid(_COLUMNS, rows, row_mm=9.0),
                Signatures(("整理人签字", "支部书记\n签字")),
            ),
            sample=book.sample,
        )

    return made


def _who(book: Book, case: CaseFile) -> parts.Row:
    member = case.member
    group = next((one.name for one in book.groups if one.id == member.group_id), "")
    return parts.pair("姓名", book.name(member.id), "党小组", group)


def _row(number: int, line: Line, pages: Mapping[str, str]) -> tuple[str, ...]:
    day = long_date(line.on).replace("年", "年\n")
    source = "\n".join(line.source.rsplit(" ", 1))
    page = parts.listed(pages.get(line.entry_id, ""))
    return (str(number), day, line.sort, line.text, source, page)


def _last(case: CaseFile) -> date:
    return case.lines[-1].on
