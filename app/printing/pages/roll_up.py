"""P26H and P26N: the committee's tables of all branches, month by month and of the year.

Source: 《组织生活开展情况统计表》 (`domain/contents.md` 1.4); look and signatures as of P26.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from app.manual.order import ROLL_UP, ROLL_UP_YEAR
from app.manual.words import NOT_DUE_SYMBOL
from app.printing.pages import parts
from app.printing.sheet import Band, Block, Cell, Column, Grid, Note, Sheet, Signatures
from app.rules.chart import MONTHS
from app.rules.dues import percent, yuan
from app.rules.entries import decimal
from app.rules.roll_up import NO_REPORT, SIGNS, Counts, Line, MonthTable, RollUp
from app.rules.texts import month_title, names_joined

_WIDTH_MM = 246.0
_ROW_MM = 8.0
_LINE_MM = 7.2
_SIGNED = Signatures(("填表人\n签字", "审核人\n签字", "负责人\n签字"), height_mm=12.0)
# So many branches are named in a cell; of more, all are in the workbook.
_MOST_NAMED = 20
_COMPUTED = "*"
_NUMBER_MM = 9.0
# The columns that a branch without a report leaves empty.
_FIGURES = 12

_BANDS = (
    Band("", 1),
    Band("", 1),
    Band("主题党日", 2),
    Band("到会情况（人）", 4),
    Band("", 1),
    Band("党费（元）", 3),
    Band("检查发现", 2),
    Band("", 1),
    Band("", 1),
)
_NOTES = (
    "按时——在固定日或预定日开展；改期——改在别的日子，写明了原因；未说明——改期没有写原因。",
    "到会率＝实到÷应到；有效参与率＝（实到＋已补学）÷应到；交纳率＝已交人数÷应交人数；没有核对考勤的不计。",
    "合计的比例按合计的人数计算。整改未销——上月及以前下达、导出月报时还没有销号的整改。",
)


def _columns(total: Counts) -> tuple[Column, ...]:
    """Return the columns of a month; where sums are long their room is taken from the names."""
    people = 12.5 if total.due > 9999 else 10.0
    money = 22.0 if total.due_fen > 999_999_99 else 19.5
    sides = (
        Column("开展日期", 19.0),
        Column("按时", 13.0),
        *(Column(heading, people) for heading in ("应到", "实到")),
        *(Column(heading, 15.0) for heading in ("到会率", "有效\n参与率")),
        Column("规定\n动作", 14.0 if total.actions_due > 999 else 12.0),
        *(Column(heading, money, align="right") for heading in ("应交", "实交")),
        Column("交纳率", 15.0),
        *(Column(heading, 10.5) for heading in ("必须\n改正", "请\n核对")),
        Column("督查\n得分", 12.0),
        Column("整改\n未销", 11.0),
    )
    rest = _WIDTH_MM - _NUMBER_MM - sum(one.width_mm for one in sides)
    return (Column("序号", _NUMBER_MM), Column("党支部", rest, align="left"), *sides)


def sheets(made: RollUp) -> list[Sheet]:
    """Return a table for each month, after that of the year where there are several months."""
    year = [_year(made)] if len(made.months) > 1 else []
    return [*year, *(_month(made, table) for table in made.months)]


def _month(made: RollUp, table: MonthTable) -> Sheet:
    return Sheet(
        code=ROLL_UP.code,
        title=parts.titled(month_title(table.month), made.parent, ROLL_UP.title, landscape=True),
        blocks=tuple(_month_blocks(made, table)),
        key=f"{table.month}-{ROLL_UP.code}",
        landscape=True,
    )


def _month_blocks(made: RollUp, table: MonthTable) -> Iterator[Block]:
    columns = _columns(table.total)
    rows = tuple(_row(number, line) for number, line in enumerate(table.lines, 1))
    foot = _total(table, columns)
    yield Grid(columns, rows, row_mm=_LINE_MM, near=True, foot=(foot,), bands=_BANDS)
    if table.problems:
        yield parts.caption("检查发现的问题", _WIDTH_MM)
        yield _problems(made, table)
    if table.lost:
        yield parts.caption("督查扣分的项目", _WIDTH_MM)
        yield _lost(made, table)
    yield _SIGNED
    if table.missing:
        yield Note(f"未报月报的{len(table.missing)}个支部：{_named(table.missing)}。")
    if any(_is_computed(line) for line in table.lines):
        yield Note(f"{_COMPUTED} 支部没有填月度督查表，得分按记录算出。")
    yield from map(Note, _NOTES)
    if len(made.months) == 1:
        yield from map(Note, made.notes)


def _row(number: int, line: Line) -> tuple[str, ...]:
    first = (str(number), line.branch, line.held_on, line.state)
    if line.report is None:
        return (*first, *[""] * _FIGURES)
    score = line.report.score_tenths
    points = NOT_DUE_SYMBOL if score is None else decimal(score, 1)
    mark = _COMPUTED if _is_computed(line) else ""
    *figures, orders = _figures(line.counts)
    return (*first, *figures, points + mark, orders)


def _is_computed(line: Line) -> bool:
    report = line.report
    return report is not None and report.score_tenths is not None and not report.is_inspected


def _total(table: MonthTable, columns: Sequence[Column]) -> tuple[Cell, ...]:
    total = table.total
    called = f"合计\n已报{table.reported}/{len(table.lines)}个支部"
    *figures, orders = _figures(total)
    return (
        parts.label(called, span=2),
        *(
            Cell(text, align=column.align)
            for text, column in zip(
                (f"开展{total.days}个", f"{total.planned}个", *figures, "", orders),
                columns[2:],
                strict=True,
            )
        ),
    )


def _figures(counts: Counts) -> tuple[str, ...]:
    """Return the cells from 应到 on, without the score; what nobody counted is struck out."""
    return (
        _of(counts.due, counts.due),
        _of(counts.due, counts.present),
        _rate(counts.rate),
        _rate(counts.effective_rate),
        _of(counts.actions_due, _part(counts.actions, counts.actions_due)),
        _of(counts.dues_people, yuan(counts.due_fen)),
        _of(counts.dues_people, yuan(counts.paid_fen)),
        _rate(counts.paid_rate),
        str(counts.errors),
        str(counts.warnings),
        str(counts.open_orders),
    )


def _part(part: int, whole: int) -> str:
    """Return 48/50; what is too long for its column is parted."""
    return f"{part}/\n{whole}" if whole > 999 else f"{part}/{whole}"


def _of(whole: int, told: object) -> str:
    return str(told) if whole else NOT_DUE_SYMBOL


def _rate(rate: Decimal | None) -> str:
    return percent(rate) or NOT_DUE_SYMBOL


def _problems(made: RollUp, table: MonthTable) -> Grid:
    columns = parts.columns(
        ("编号", 14.0),
        ("问题", 74.0),
        ("支部数", 18.0),
        ("哪些支部", 140.0),
        left=frozenset({"问题", "哪些支部"}),
    )
    rows = tuple(
        (
            str(one.number),
            one.name,
            str(len(one.branches)),
            _which(made, one.branches, lambda count: f"（{count}处）" if count > 1 else ""),
        )
        for one in table.problems
    )
    return Grid(columns, rows, row_mm=_ROW_MM)


def _lost(made: RollUp, table: MonthTable) -> Grid:
    columns = parts.columns(
        ("督查项目", 88.0),
        ("支部数", 18.0),
        ("扣分\n合计", 18.0),
        ("哪些支部", 122.0),
        left=frozenset({"督查项目", "哪些支部"}),
    )
    rows = tuple(
        (
            one.item,
            str(len(one.branches)),
            decimal(sum(one.branches.values()), 1),
            _which(made, one.branches, lambda tenths: f"（扣{decimal(tenths, 1)}分）"),
        )
        for one in table.lost
    )
    return Grid(columns, rows, row_mm=_ROW_MM)


def _which(made: RollUp, branches: Mapping[str, int], said: Callable[[int], str]) -> str:
    if len(branches) == made.branches > _MOST_NAMED:
        return "各支部"
    return _named([f"{name}{said(count)}" for name, count in branches.items()])


def _named(names: list[str]) -> str:
    if len(names) <= _MOST_NAMED:
        return names_joined(names)
    return f"{names_joined(names[:_MOST_NAMED])}等{len(names)}个支部"


def _year(made: RollUp) -> Sheet:
    columns = (
        Column("序号", _NUMBER_MM),
        Column("党支部", 60.0, align="left"),
        *(Column(f"{number}月", 10.5) for number in range(1, MONTHS + 1)),
        Column("按时开展\n月份数", 19.0),
        Column("未报\n月份数", 14.0),
        Column("完成率", 18.0),
    )
    months = [f"{made.year:04}-{number:02}" for number in range(1, MONTHS + 1)]
    rows = tuple(
        (
            str(number),
            line.branch,
            *(_sign(line.states.get(month, "")) for month in months),
            str(line.planned),
            str(line.unreported),
            _rate(line.rate),
        )
        for number, line in enumerate(made.year_lines, 1)
    )
    planned = {table.month: str(table.total.planned) for table in made.months}
    unreported = sum(one.unreported for one in made.year_lines)
    sums = (*(planned.get(month, "") for month in months), made.planned, unreported)
    foot = (
        parts.label(f"按时开展的支部数（共{made.branches}个支部）", span=2),
        *(Cell(str(text), align="center") for text in (*sums, _rate(made.rate))),
    )
    return Sheet(
        code=ROLL_UP_YEAR.code,
        title=parts.titled(f"{made.year}年", made.parent, ROLL_UP_YEAR.title, landscape=True),
        blocks=(
            Grid(columns, rows, row_mm=_ROW_MM, foot=(foot,)),
            _SIGNED,
            *map(Note, _year_notes(made)),
        ),
        key=f"{made.year}-{ROLL_UP_YEAR.code}",
        landscape=True,
    )


def _sign(state: str) -> str:
    return SIGNS.get(state, state)


def _year_notes(made: RollUp) -> Iterator[str]:
    meant = "　".join(f"{sign} {state}" for state, sign in SIGNS.items())
    yield f"符号：{meant}　{NO_REPORT} 没有交月报　空白 不在汇总的月份"
    yield (
        f"按时开展包括写明原因的改期。完成率＝按时开展月份数÷汇总的月份数（{len(made.months)}个月），"
        "未报的月份按没有开展计。"
    )
    yield from made.notes
