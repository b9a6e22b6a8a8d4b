"""P11T 主题来源和标签统计表: what the theme days of the year were about, and how often.

Source: `domain/one-plus-n-features.md` F17, F65, F76.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.manual.pages.work_targets import TARGETS
from app.manual.volumes import THEME_TALLY
from app.printing.pages import parts, people
from app.printing.pages.book import Book
from app.printing.sheet import Block, Cell, Grid, Rows, Sheet
from app.records import Meeting
from app.rules.entries import in_words
from app.rules.texts import short_date
from app.rules.themes import ThemeYear, target_names, target_rows, theme_year

_DAYS = parts.columns(
    ("日期", 22.0),
    ("主题", 52.0),
    ("来源", 22.0),
    ("标签", 34.0),
    ("服务的年度任务", 32.0),
    left=frozenset({"主题"}),
)
_TARGETS = parts.columns(
    ("年度任务", 40.0),
    ("目标", 40.0),
    ("主题党日", 54.0),
    ("次数", 28.0),
    left=frozenset({"目标", "主题党日"}),
)
_ROW_MM = 9.0
_WIDTH_MM = 162.0


def sheets(book: Book) -> list[Sheet]:
    """Return the tally of the year; without theme days there is none."""
    year = theme_year(book.year_meetings, target_names(book.entries))
    if not year.days:
        return []
    return [
        Sheet(
            code=THEME_TALLY.code,
            title=people.title(book, THEME_TALLY),
            blocks=tuple(_blocks(book, year)),
            key=book.year_key(THEME_TALLY),
            sample=book.sample,
        )
    ]


def _blocks(book: Book, year: ThemeYear) -> Iterator[Block]:
    yield parts.caption("各月主题")
    rows = tuple(_row(short_date(day), meeting) for day, meeting in year.days)
    yield Grid(_DAYS, rows, row_mm=_ROW_MM)
    yield parts.caption("主题来源（次）")
    yield _counts(year.sources)
    yield parts.caption("主题标签（次）")
    yield _counts(year.tags)
    if year.targets:
        yield parts.caption("年度任务和主题党日")
        yield Grid(_TARGETS, tuple(_targets(book, year)), row_mm=_ROW_MM)


def _row(day: str, meeting: Meeting) -> tuple[str, ...]:
    tags = "、".join(meeting.theme_tags)
    about = (meeting.theme_source, tags, meeting.work_target)
    return (day, meeting.theme, *map(parts.listed, about))


def _counts(found: Mapping[str, int]) -> Rows:
    """Return words with how often each occurs, four a row."""
    cells = [(parts.label(word), Cell(str(count), align="center")) for word, count in found.items()]
    rows = []
    for place in range(0, len(cells), 4):
        row = [one for pair in cells[place : place + 4] for one in pair]
        rows.append((*row, *[Cell()] * (8 - len(row))))
    return Rows((26.0, 14.5) * 4, tuple(rows), height_mm=_ROW_MM)


def _targets(book: Book, year: ThemeYear) -> Iterator[tuple[str, ...]]:
    goal = TARGETS.columns[1]
    goals = {
        row["name"].strip(): in_words(goal, row.get(goal.name), book.name)
        for row in target_rows(book.entries)
    }
    for name, days in year.targets.items():
        told = "、".join(short_date(day) for day in days)
        yield (name, goals.get(name, ""), told, str(len(days)))
