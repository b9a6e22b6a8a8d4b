"""P24 (a) 党费核定表: pay and deductions of each member, the base they make, rate and dues.

Source: `domain/pages.md` P24 (a); composition of the base by `domain/rules.md` 3.5.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from app.manual import words
from app.manual.volumes import DUES_BASES
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.sheet import Band, Cell, Column, Grid, Note, Sheet, Signatures
from app.records import DuesBase, Member
from app.rules.dues import due, needs_base, percent, yuan
from app.rules.dues_base import amounts_by_name, bases_in, item_names
from app.rules.membership import category_within, is_member_in
from app.rules.texts import month_ends, month_title

_WIDTH_MM = 246.0
_BEFORE = (("序号", 9.5), ("姓名", 24.0), ("党员类别", 14.0))
_AFTER = (
    ("税后基数", 19.5),
    ("比例", 13.0),
    ("月应交", 16.5),
    ("本人签字", 25.0),
    ("执行起始月", 21.0),
)
# Eight figures such as 10236.40 stand in one line.
_ITEM_MM = 17.2
_ITEM_MOST_MM = 30.0
_ITEMS = "工资项目与扣除项（元，扣除项为负数）"
# What is left to the pen where nobody's base is written down in parts.
_BY_HAND = ("工资项目合计", "扣除项合计")
_USUAL_KIND = words.DUES_KINDS[0]
_SIGNED = Signatures(("核定人\n签字", "支部书记\n签字"), height_mm=12.0)
_NOTE = "税后基数＝工资项目之和－扣除项之和；没有分项的，是直接核定的基数。"

Approved = tuple[Member, DuesBase | None]


def sheets(book: Book) -> list[Sheet]:
    """Return the bases that held in the year; one without members has none."""
    first, last = month_ends(f"{book.year}-01")[0], month_ends(f"{book.year}-12")[1]
    people = [one for one in book.members if is_member_in(one, first, last)]
    if not people:
        return []
    listed = [(one, base) for one in people for base in _bases(one, book.year)]
    names = item_names((base for _, base in listed if base), _room())
    columns = _columns(names or _BY_HAND)
    register = Grid(
        columns=columns,
        rows=tuple(_rows(book, listed, names or _BY_HAND)),
        row_mm=parts.SIGNED_ROW_MM,
        foot=_foot(book, listed, columns),
        bands=_bands(names) if names else (),
    )
    return [
        Sheet(
            code=DUES_BASES.code,
            title=parts.title(f"{book.year}年", book, DUES_BASES.title, landscape=True),
            blocks=(register, _SIGNED, Note(_NOTE)),
            key=book.year_key(DUES_BASES),
            landscape=True,
            sample=book.sample,
        )
    ]


def _bases(member: Member, year: int) -> Sequence[DuesBase | None]:
    """Return the bases of a member's lines; one line without where there is none to show."""
    return (needs_base(member.dues_kind) and bases_in(member, year)) or (None,)


def _room() -> int:
    """Return how many columns there are for pay and deductions."""
    taken = sum(width for _, width in (*_BEFORE, *_AFTER))
    return int((_WIDTH_MM - taken) / _ITEM_MM)


def _columns(names: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns; what pay and deductions leave goes to name and signature."""
    free = _WIDTH_MM - sum(width for _, width in (*_BEFORE, *_AFTER))
    each = min(free / len(names), _ITEM_MOST_MM)
    more = (free - each * len(names)) / 2
    widths = {
        heading: width + (more if heading in ("姓名", "本人签字") else 0.0)
        for heading, width in (*_BEFORE, *_AFTER)
    }
    right = frozenset({"税后基数", "月应交"})
    before = parts.columns(*((heading, widths[heading]) for heading, _ in _BEFORE))
    after = parts.columns(*((heading, widths[heading]) for heading, _ in _AFTER), right=right)
    return (*before, *(Column(name, each, align="right") for name in names), *after)


def _bands(names: Sequence[str]) -> tuple[Band, ...]:
    text = _ITEMS if len(names) > 2 else ""
    items = (Band(text, len(names)),) if text else tuple(Band("") for _ in names)
    return (*(Band("") for _ in _BEFORE), *items, *(Band("") for _ in _AFTER))


def _rows(
    book: Book, listed: Sequence[Approved], names: Sequence[str]
) -> Iterator[tuple[str, ...]]:
    """Yield a line for each base; a further one of a member goes without a number."""
    number, before = 0, ""
    for member, base in listed:
        again = member.id == before
        number, before = number + (not again), member.id
        yield (
            "" if again else str(number),
            book.name(member.id),
            _category(member, base, book.year),
            *_items(base, names),
            *_result(book, member, base),
            "",
            _from_month(base),
        )


def _category(member: Member, base: DuesBase | None, year: int) -> str:
    """Return what the member is when the base begins, and how he is paid if not by wages."""
    month = max(base.from_month if base else "", f"{year}-01")
    category = category_within(member, _first_day(member, month)).removesuffix("党员")
    return category if member.dues_kind == _USUAL_KIND else f"{category}\n{member.dues_kind}"


def _first_day(member: Member, month: str) -> date:
    """Return the first day of a month, or the day he joined within it."""
    first, last = month_ends(month)
    joined = member.joined_on
    return joined if joined is not None and first < joined <= last else first


def _items(base: DuesBase | None, names: Sequence[str]) -> list[str]:
    amounts = amounts_by_name(base, names) if base else [None] * len(names)
    return ["" if amount is None else yuan(amount) for amount in amounts]


def _result(book: Book, member: Member, base: DuesBase | None) -> tuple[str, str, str]:
    """Return base, rate and dues a month; blank where no base is approved yet."""
    if base is None and needs_base(member.dues_kind):
        return ("", "", "")
    base_fen = base.base_fen if base else None
    worked_out = due(member.dues_kind, base_fen, book.branch.dues_rounding)
    return (
        "" if base_fen is None else yuan(base_fen),
        percent(worked_out.rate) or "定额",
        yuan(worked_out.due_fen),
    )


def _from_month(base: DuesBase | None) -> str:
    return month_title(base.from_month) if base and base.from_month else ""


def _foot(
    book: Book, listed: Sequence[Approved], columns: Sequence[Column]
) -> tuple[tuple[Cell, ...], ...]:
    """Return how many people there are, and what those with one base owe a month in all."""
    people = len({member.id for member, _ in listed})
    latest = {member.id: (member, base) for member, base in listed}
    due_fen = sum(
        due(member.dues_kind, base.base_fen if base else None, book.branch.dues_rounding).due_fen
        for member, base in latest.values()
    )
    items = len(columns) - len(_BEFORE) - len(_AFTER)
    return (
        (
            parts.label("合计", span=2),
            Cell(f"{people}人", span=items + 3, align="center"),
            Cell(yuan(due_fen), align="right"),
            Cell("每人按最近一次核定计", span=2, align="center"),
        ),
    )
