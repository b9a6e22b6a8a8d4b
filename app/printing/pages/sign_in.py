"""P21 签到表: numbered names with a blank cell each, signed before anything is recorded.

Source: `domain/pages.md` P21 (row of at least 12 mm, two columns, 预备党员 marked, 列席
apart).
"""

from __future__ import annotations

from collections.abc import Sequence

from app.manual.kinds import title_word
from app.manual.volumes import SIGN_IN_SHEET
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.sheet import Block, Grid, Rows, Sheet
from app.records import Meeting, Sitting
from app.rules.attendance import Summary, day_of, summary
from app.rules.convening import people_due

_BLANK_GUEST_LINES = 2
# Before the roster, or who comes to a further sitting, is known: whoever comes writes his name.
_BLANK_LINES = 20
_COLUMNS = (("序号", 11.0), ("姓名", 30.0), ("签名", 40.0)) * 2

Numbered = tuple[str, str]


def sheets(book: Book) -> list[Sheet]:
    """Return the sheet of each meeting, and one for each further sitting with those who came."""
    made = []
    for meeting in book.meetings:
        counted = summary(meeting, book.members)
        made.append(_sheet(book, meeting, counted, None))
        made += [_sheet(book, meeting, counted, sitting) for sitting in meeting.sittings]
    return made


def _sheet(book: Book, meeting: Meeting, counted: Summary, sitting: Sitting | None) -> Sheet:
    people = _people(book, meeting, sitting)
    month = parts.month_of(meeting, book)
    kind = next(iter(meeting.kinds), "")
    if not people:
        people = [(str(number), "") for number in range(1, _BLANK_LINES + 1)]
    head = _head(book, meeting, counted, sitting)
    blocks: list[Block] = [head, _grid(people)]
    if sitting is None:
        blocks += [parts.caption("列席人员"), _guests(meeting)]
    return Sheet(
        code=SIGN_IN_SHEET.code,
        title=parts.title(month, book, f"{title_word(kind)}签到表"),
        blocks=tuple(blocks),
        key=_key(book, meeting, sitting),
        head=head,
        sample=book.sample,
    )


def _key(book: Book, meeting: Meeting, sitting: Sitting | None) -> str:
    """Return the archive code of a sheet; that of a further sitting (场) is counted after it."""
    key = book.key(SIGN_IN_SHEET, meeting)
    return key if sitting is None else f"{key}-C{meeting.sittings.index(sitting) + 2}"


def _head(book: Book, meeting: Meeting, counted: Summary, sitting: Sitting | None) -> Rows:
    if sitting is None:
        time, place = parts.held(meeting), meeting.place
    else:
        time, place = parts.sitting_time(sitting), sitting.place
    rows = [parts.wide("活动名称", _name(book, meeting)), parts.pair("时间", time, "地点", place)]
    if sitting is None:
        rows.append(parts.expected_pair(meeting, counted, came=_is_counted(meeting)))
    return Rows(parts.HEAD_MM, tuple(rows), height_mm=9.5)


def _is_counted(meeting: Meeting) -> bool:
    """Tell whether the sheet is printed after the meeting rather than to be signed at it."""
    return meeting.attendance_confirmed or bool(meeting.attendance)


def _name(book: Book, meeting: Meeting) -> str:
    kinds = parts.kinds_words(meeting)
    if group := book.group_name(meeting):
        kinds = f"{group}　{kinds}"
    told = meeting.theme or (meeting.lecture.title if meeting.lecture else "")
    return f"{kinds}：{told}" if told else kinds


def _people(book: Book, meeting: Meeting, sitting: Sitting | None) -> list[Numbered]:
    day = day_of(meeting)
    if day is None:
        return []
    people = people_due(meeting, book.members, day)
    if sitting is not None:
        came = {row.member_id for row in meeting.attendance if row.sitting_id == sitting.id}
        people = [member for member in people if member.id in came]
    return [
        (str(number), parts.marked_name(book, member, day))
        for number, member in enumerate(people, 1)
    ]


def _grid(people: Sequence[Numbered]) -> Grid:
    """Return the lines two by two, so that the numbers run on wherever a page ends."""
    lines = [*people, *[("", "")] * (len(people) % 2)]
    return Grid(
        parts.columns(*_COLUMNS),
        tuple((*left, "", *right, "") for left, right in zip(lines[::2], lines[1::2], strict=True)),
        row_mm=parts.SIGNED_ROW_MM,
    )


def _guests(meeting: Meeting) -> Grid:
    """Return the lines of those who sat in, with blank ones for whoever else comes."""
    names = [*meeting.guests, *[""] * (_BLANK_GUEST_LINES + len(meeting.guests) % 2)]
    return _grid([(f"列{number}", name) for number, name in enumerate(names, 1)])
