"""What the monthly notice begins with: the figures of the theme day and what an inspection found.

Source: `domain/pages.md` P26 (月度通报: 总体情况、存在问题) and `domain/example-records.md` 6.9.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.manual.actions import ORDINALS
from app.records import DuesRow, Meeting
from app.rules.attendance import Summary, day_of
from app.rules.dues import percent, total, yuan
from app.rules.texts import short_date


def month_report(
    meeting: Meeting | None, counted: Summary | None, dues: Sequence[DuesRow], problems: list[str]
) -> str:
    """Return the text of a monthly notice as far as the records know it, a paragraph a line.

    `counted` is the attendance of the month's theme day, `dues` the rows of the month; `problems`
    come from its inspections.
    """
    return "\n".join(_paragraphs(meeting, counted, dues, problems))


def _paragraphs(
    meeting: Meeting | None, counted: Summary | None, dues: Sequence[DuesRow], problems: list[str]
) -> Iterator[str]:
    if meeting is not None:
        yield _opening(meeting)
    told = "；".join([*([_attendance(counted)] if counted else []), *_dues(dues)])
    listed = [f"{number}. {problem.rstrip('。')}。" for number, problem in enumerate(problems, 1)]
    parts = (("总体情况", [f"{told}。"] if told else []), ("存在的问题", listed))
    filled = (part for part in parts if part[1])
    for ordinal, (heading, lines) in zip(ORDINALS, filled, strict=False):
        yield f"{ordinal}、{heading}"
        yield from lines


def _opening(meeting: Meeting) -> str:
    day = day_of(meeting)
    when = f"{short_date(day)}，" if day else ""
    theme = f"“{meeting.theme}”" if meeting.theme else ""
    return f"{when}支部开展了{theme}主题党日。"


def _attendance(counted: Summary) -> str:
    absent = len(counted.absent)
    told = f"应到{counted.expected.total}人，实到{counted.present}人"
    if absent:
        made_up = "均已补课" if counted.made_up == absent else f"，已补课{counted.made_up}人"
        told += f"，缺席{absent}人{made_up}"
    return f"{told}，有效参与率{percent(counted.effective_rate)}"


def _dues(rows: Sequence[DuesRow]) -> Iterator[str]:
    paid = [row for row in rows if row.paid_fen]
    if paid:
        yield f"党费{len(paid)}人交纳，计{yuan(total(paid))}元"
