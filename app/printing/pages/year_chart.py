"""P22Z 组织生活年度一览图: the meetings of each month, the five actions, rates, and strips.

Source: 王研 《探索实施“1+N主题党日” 推进党内组织生活规范化》 (五个规定动作、全覆盖).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from app import clock
from app.manual import words
from app.manual.kinds import YEARLY
from app.manual.volumes import YEAR_CHART
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.pages.year_cells import cells_of, month_columns
from app.printing.sheet import Band, Block, Chart, ChartCell, ChartRow, Column, Note, Sheet
from app.rules import member_year
from app.rules.attendance_year import YearCount, per_cent
from app.rules.cadence import period_of
from app.rules.chart import Part, legend
from app.rules.checks import Context
from app.rules.texts import long_date
from app.rules.year_chart import BOARD_LOOKS, MemberYear, member_years, year_chart
from app.rules.year_records import YearRecords

_WIDTH_MM, _LABEL_MM = 162.0, 30.0
_ROW_MM, _BARS_MM, _STRIP_MM = 9.2, 18.0, 7.6
_NUMBER_MM, _NAME_MM = 10.0, 24.0
_SUM_MM = (("实到/\n应到", 13.6), ("有效\n参与率", 14.0))
_MONTH = "月"
_BOARD_NOTE = "到会率、有效参与率（单位：%）按主题党日计；党费按月交纳率＝当月交纳人数÷应交人数。"
_STRIP_NOTE = (
    "一个月有几次活动的，先标缺席，再标请假、已补课；有效参与率＝（实到＋已补课）÷应到，"
    "没有核对考勤的活动不计。"
)


def sheets(book: Book) -> list[Sheet]:
    """Return the chart of the year and the strips of its members; none before anything is kept."""
    if not (book.year_meetings or book.year_dues):
        return []
    records = records_of(book)
    made = [_board(book, year_chart(records))]
    years = member_years(records)
    if years:
        made.append(_strips(book, years))
    return [replace(sheet, key=f"{sheet.key}-{number}") for number, sheet in enumerate(made, 1)]


def day_of(book: Book) -> date:
    """Return the day the chart is of: today, or when all that belongs to its year is over."""
    last = period_of(YEARLY, date(book.year, 1, 1)).last
    return min(clock.today(), last + timedelta(days=1))


def records_of(book: Book) -> YearRecords:
    """Return the records of a book's year as the chart looks at them."""
    context = Context(
        branch=book.branch,
        members=book.members,
        groups=book.groups,
        meetings=book.year_meetings,
        dues=book.year_dues,
        settings=book.settings,
        today=day_of(book),
    )
    return YearRecords(book.year, context, book.beside)


def _board(book: Book, found: Sequence[Part]) -> Sheet:
    columns = (Column("项目", _LABEL_MM), *month_columns(_WIDTH_MM - _LABEL_MM))
    chart = Chart(columns, tuple(row for part in found for row in _rows(part, len(columns))))
    notes = (Note(f"{parts.SIGNS}{legend(*BOARD_LOOKS)}"), Note(_BOARD_NOTE))
    return _made(book, "", (chart, *notes))


def _rows(part: Part, span: int) -> Iterator[ChartRow]:
    yield ChartRow((ChartCell(part.title, label=True, span=span),), _STRIP_MM)
    for row in part.rows:
        height = _BARS_MM if row.has_bars else _ROW_MM
        yield ChartRow((ChartCell(row.name, label=True), *cells_of(row)), height)


def _strips(book: Book, years: Sequence[MemberYear]) -> Sheet:
    sums = [Column(heading, width) for heading, width in _SUM_MM]
    beside = _NUMBER_MM + _NAME_MM + sum(one.width_mm for one in sums)
    months = month_columns(_WIDTH_MM - beside)
    chart = Chart(
        (
            Column("序号", _NUMBER_MM),
            Column("姓名", _NAME_MM),
            *(replace(one, heading=one.heading.removesuffix(_MONTH)) for one in months),
            *sums,
        ),
        tuple(
            ChartRow(
                (
                    ChartCell(str(number)),
                    ChartCell(book.name(one.member.id)),
                    *cells_of(one.strip),
                    *_sums(one.count),
                ),
                _STRIP_MM,
            )
            for number, one in enumerate(years, 1)
        ),
        (Band(""), Band(""), Band("月　份", len(months)), *(Band("") for _ in sums)),
    )
    notes = (Note(f"{parts.SIGNS}{legend(*member_year.LOOKS)}"), Note(_STRIP_NOTE))
    return _made(book, "党员参加情况", (chart, *notes))


def _sums(count: YearCount) -> Iterator[ChartCell]:
    """Yield the figures of one member; who was never due has no rate."""
    yield ChartCell(f"{count.present}/{count.due}")
    rate = per_cent(count.effective_rate)
    yield ChartCell(f"{rate}%" if rate else words.NOT_DUE_SYMBOL)


def _made(book: Book, called: str, blocks: tuple[Block, ...]) -> Sheet:
    name = YEAR_CHART.title + (f"（{called}）" if called else "")
    return Sheet(
        code=YEAR_CHART.code,
        title=parts.title(f"{book.year}年", book, name),
        blocks=blocks,
        key=book.year_key(YEAR_CHART),
        sample=book.sample,
        subtitle=f"截至{long_date(day_of(book))}",
    )
