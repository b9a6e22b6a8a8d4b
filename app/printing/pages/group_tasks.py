"""P16T 党小组任务清单: what the month's meetings agreed on, for each group to take along.

Source: `domain/one-plus-n-features.md` F61.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.manual.volumes import GROUP_TASKS
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.sheet import Block, Grid, Sheet
from app.records import Decision, Group, Meeting
from app.rules.group_tasks import tasks_of
from app.rules.texts import month_title

_COLUMNS = parts.columns(
    ("序号", 12.0),
    ("任务", 58.0),
    ("责任人", 22.0),
    ("时限", 21.0),
    ("议定", 21.0),
    ("完成情况", 28.0),
    left=frozenset({"任务"}),
)
_EVERYBODY = "支部"


def sheets(book: Book) -> list[Sheet]:
    """Return the list of the month; where nothing was agreed there is none."""
    found = tasks_of(book.meetings, book.groups, book.members)
    if not found:
        return []
    return [
        Sheet(
            code=GROUP_TASKS.code,
            title=parts.title(month_title(book.month), book, GROUP_TASKS.title),
            blocks=tuple(_blocks(book, found)),
            key=book.key(GROUP_TASKS),
            sample=book.sample,
        )
    ]


def _blocks(
    book: Book, found: Sequence[tuple[Group | None, Sequence[tuple[Meeting, Decision]]]]
) -> Iterator[Block]:
    for group, tasks in found:
        yield parts.caption(group.name if group else _EVERYBODY)
        rows = tuple(
            (
                str(number),
                decision.text,
                book.name(decision.owner_id),
                parts.listed_day(decision.due_on, book),
                parts.short_day(meeting.start.date(), book) if meeting.start else "",
                f"{parts.short_day(decision.done_on, book)}完成" if decision.done_on else "",
            )
            for number, (meeting, decision) in enumerate(tasks, 1)
        )
        yield Grid(_COLUMNS, rows, row_mm=10.0)
