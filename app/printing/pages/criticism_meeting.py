"""P18 组织生活会记录: preparation, what each said and heard, comment and rectification list.

Source: `domain/pages.md` blocks H and T, and P18.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.manual.kinds import (
    COMMITTEE_MEETING,
    CRITICISM_MEETING,
    GROUP_MEETING,
    MEMBERS_MEETING,
    body_of,
)
from app.manual.volumes import CRITICISM_RECORD
from app.printing.pages import parts, record
from app.printing.pages.book import Book
from app.printing.sheet import Block, Box, Grid, Rows, Sheet, Signatures
from app.records import Criticism, Meeting, Preparation, Rectification
from app.rules.attendance import Summary, summary

# Lower than on other records: a meeting of the usual length should end on its second page.
_ROW_MM = 10.0
_COMMENTER_CHARACTERS = 24
_FORMS = {"members": MEMBERS_MEETING, "committee": COMMITTEE_MEETING, "group": GROUP_MEETING}
_LIST = (
    ("序号", 10.0),
    ("问题", 30.0),
    ("措施", 44.0),
    ("责任人", 18.0),
    ("时限", 24.0),
    ("完成", 36.0),
)


def sheets(book: Book) -> list[Sheet]:
    """Return one record for each criticism meeting of the book."""
    return [_sheet(book, one) for one in book.meetings if CRITICISM_MEETING in one.kinds]


def _sheet(book: Book, meeting: Meeting) -> Sheet:
    counted = summary(meeting, book.members)
    prepared = meeting.preparation or Preparation(branch_id=meeting.branch_id)
    blocks: list[Block] = [
        Rows(parts.HEAD_MM, tuple(_head(book, meeting, prepared, counted)), height_mm=_ROW_MM),
        *record.sittings(book, meeting, counted),
        *_boxes(book, meeting, prepared),
        *record.decisions(book, meeting, CRITICISM_MEETING),
        *_rectifications(book, meeting),
        Rows(parts.HEAD_MM, tuple(_foot(book, meeting, prepared, counted)), height_mm=_ROW_MM),
        Signatures(("主持人\n签字", "记录人\n签字")),
    ]
    return record.sheet(book, CRITICISM_RECORD, meeting, meeting.theme, blocks)


def _head(
    book: Book, meeting: Meeting, prepared: Preparation, counted: Summary
) -> Iterator[parts.Row]:
    form = book.group_name(meeting) or _FORMS[body_of(meeting.kinds)]
    above = _from_above(meeting, prepared)
    yield parts.pair("会议类型", parts.kinds_words(meeting), "形式", form)
    yield parts.pair(
        "年度（专题）\n主题",
        meeting.theme,
        "次数",
        record.number(book, meeting, CRITICISM_MEETING),
    )
    yield from record.held_rows(book, meeting)
    yield parts.expected_pair(meeting, counted)
    yield parts.wide("人数核对", parts.expected_sum(counted))
    others = [guest for guest in meeting.guests if guest != above]
    yield from record.absence_rows(book, meeting, counted, others)
    yield parts.wide("上级到会", above or parts.nothing(meeting))
    yield parts.wide("会前准备", preparation_words(book, meeting))


def _from_above(meeting: Meeting, prepared: Preparation) -> str:
    """Return who came from above: whoever commented, as he is listed among the guests."""
    name = prepared.comment_by.strip()
    return next((guest for guest in meeting.guests if name and name in guest), name)


def preparation_words(book: Book, meeting: Meeting) -> str:
    """Return what went before the meeting in one line, leaving out what is not filled in."""
    found = meeting.preparation
    if found is None:
        return ""
    note = f"（{found.opinions_note}）" if found.opinions_note else ""
    told = (
        ("集中学习{}次", found.studies),
        ("谈心谈话{}人次", found.talks),
        (f"征求意见{{}}条{note}", found.opinions),
        ("支部班子对照检查材料{}定稿", parts.short_day(found.review_ready_on, book)),
        (
            f"会议方案{{}}报{book.branch.parent or '上级党组织'}",
            parts.short_day(found.plan_reported_on, book),
        ),
    )
    return "；".join(words.format(value) for words, value in told if value not in (None, ""))


def _boxes(book: Book, meeting: Meeting, prepared: Preparation) -> Iterator[Box]:
    problems = parts.paragraphs(prepared.problems)
    numbered = [f"{parts.circled(place)}{text}" for place, text in enumerate(problems, 1)]
    yield Box("支部查摆问题", tuple(numbered), least_mm=20.0)
    if lines := parts.discussion(book, meeting, CRITICISM_MEETING):
        yield Box("会议内容", lines, least_mm=30.0)
    said = tuple(line for one in meeting.criticisms for line in _criticism(book, one))
    yield Box("个人发言与批评", said, least_mm=40.0, fill=True)
    by, lines = prepared.comment_by, parts.paragraphs(prepared.comment)
    if len(by) > _COMMENTER_CHARACTERS:  # a label that long would not end on its page
        by, lines = "", (f"点评人：{by}", *lines)
    if by or lines:
        yield Box("上级点评" + (f"（{by}）" if by else ""), lines, least_mm=16.0)


def _criticism(book: Book, one: Criticism) -> Iterator[str]:
    """Yield what one member said of himself, what he was told, and his answer.

    Source: `domain/pages.md` P18 (每人自我批评、每人接受的批评意见、表态、书面发言).
    """
    name = book.name(one.member_id)
    how = f"书面发言，{book.name(one.read_by_id)}代读" if one.read_by_id else "自我批评"
    yield from _led(f"{name}（{how}）", one.text)
    for opinion in one.opinions:
        yield from _led(f"{book.name(opinion.member_id)}批评", opinion.text)
    yield from _led(f"{name}表态", one.answer)


def _led(by: str, text: str) -> tuple[str, ...]:
    first, *others = parts.paragraphs(text) or ("",)
    return (f"{by}：{first}", *others) if first else ()


def _rectifications(book: Book, meeting: Meeting) -> Iterator[Block]:
    yield parts.caption("支部整改清单")
    rows = tuple(
        _rectification(book, number, one) for number, one in enumerate(meeting.rectifications, 1)
    )
    columns = parts.columns(*_LIST, left=frozenset({"问题", "措施", "完成"}))
    yield Grid(columns, rows or (("",) * len(_LIST),), row_mm=9.0)


def _rectification(book: Book, number: int, one: Rectification) -> tuple[str, ...]:
    done = parts.short_day(one.done_on, book)
    return (
        str(number),
        one.problem,
        one.measure,
        "\n".join(book.name(owner) for owner in one.owner_ids),
        one.due or parts.listed_day(one.due_on, book),
        "，".join(words for words in (f"{done}完成" if done else "", one.result) if words),
    )


def _foot(
    book: Book, meeting: Meeting, prepared: Preparation, counted: Summary
) -> Iterator[parts.Row]:
    yield parts.wide("公示", prepared.published)
    yield from record.foot_rows(book, meeting, counted)
