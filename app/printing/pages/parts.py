"""What several pages have in common: widths, rows, and people and days put into words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from app.manual import words
from app.manual.kinds import body_of
from app.printing.pages.book import Book
from app.printing.sheet import Cell, Column, Rows
from app.records import Attendance, Leave, Meeting, Member, MinutesItem, Sitting
from app.rules.attendance import Summary, day_of
from app.rules.membership import category_on
from app.rules.minutes import items_of
from app.rules.texts import long_date, month_title, names_joined, short_date, span
from app.rules.texts import month_of as stored_month

# Two less than the form this follows: so 2025年10月19日 15:00—16:50 stands in one line beside it.
LABEL_MM = 30.0
# Label, value, label, value: the table of a record page, 162 mm wide.
HEAD_MM = (LABEL_MM, 62.0, 22.0, 48.0)

# Signed cells are at least 12 mm high; the rest is for the rule.
SIGNED_ROW_MM = 12.2

# How the note begins that tells which sign means what; a form to write on by hand needs it too.
SIGNS = "符号："

Row = tuple[Cell, ...]

# How a branch's name may end, and how a page's name may then begin.
BRANCH_ENDINGS = (
    ("支部委员会", ("支部委员会", "党支部")),
    ("支部", ("党支部", "支部")),
)

# What fits into one line of a title in its smallest size, in characters.
_TITLE_EM = 25.0
_TITLE_ACROSS_EM = 37.0


def label(text: str, span: int = 1) -> Cell:
    """Return a label cell."""
    return Cell(text, label=True, span=span)


def wide(name: str, text: str) -> Row:
    """Return a row of one label whose value takes the rest of the width."""
    return (label(name), Cell(text, span=3))


def pair(left: str, left_text: str, right: str, right_text: str) -> Row:
    """Return a row of two labels with their values."""
    return (label(left), Cell(left_text), label(right), Cell(right_text))


def repeated_head(name: str, text: str, time_name: str, meeting: Meeting) -> Rows:
    """Return the two narrow rows that tell on each 续页 which record goes on there."""
    rows = (wide(name, text), wide(time_name, held(meeting)))
    return Rows(HEAD_MM, rows, height_mm=8.5)


def caption(text: str, width_mm: float = 162.0) -> Rows:
    """Return a full-width ruled line that names the grid under it."""
    return Rows(widths_mm=(width_mm,), rows=((label(text),),), height_mm=9.0, lead=True)


def columns(
    *specs: tuple[str, float],
    left: frozenset[str] = frozenset(),
    right: frozenset[str] = frozenset(),
) -> tuple[Column, ...]:
    """Return centred grid columns from headings and widths, those named at the left or right.

    A column headed by a signature is left blank for ink.
    """
    return tuple(
        Column(
            heading,
            width,
            align="left" if heading in left else "right" if heading in right else "center",
            blank=heading.endswith(("签名", "签字", "签章")),
        )
        for heading, width in specs
    )


def sitting_time(sitting: Sitting) -> str:
    """Return when a further sitting was held; empty while that is not known."""
    return span(sitting.start, sitting.end)


def month_of(meeting: Meeting, book: Book) -> str:
    """Return the month a meeting belongs to in words; that of the book while it has no day."""
    day = day_of(meeting)
    return month_title(book.month if day is None else stored_month(day))


def title(month: str, book: Book, name: str, *, landscape: bool = False) -> str:
    """Return month, branch and page in one line; a long name of the branch stands in its own.

    The blank between the two is where the title is broken.

    Source: `domain/pages.md` H1 (×年×月××党支部××会记录).
    """
    return titled(month, book.branch.name, name, landscape=landscape)


def titled(month: str, owner: str, name: str, *, landscape: bool = False) -> str:
    """Return what `title` returns for anybody whose page it is, also for nobody.

    In one line, what the owner's name ends with is not told twice: that is 支部, or 支部委员会
    where a branch's name as a committee is used.
    """
    one_line = f"{month}{owner}{_after(owner, name)}"
    room = _TITLE_ACROSS_EM if landscape else _TITLE_EM
    if not owner or sum(0.5 if character.isascii() else 1.0 for character in one_line) <= room:
        return one_line
    return f"{owner} {month}{name}"


def _after(owner: str, name: str) -> str:
    """Return the name of a page as it stands right after that of its owner."""
    for ending, told in BRANCH_ENDINGS:
        if owner.endswith(ending):
            return next((name.removeprefix(one) for one in told if name.startswith(one)), name)
    return name


def short_day(day: date | None, book: Book) -> str:
    """Return 10月9日, with its year where that is not the book's; empty for no day."""
    if day is None:
        return ""
    return short_date(day) if day.year == int(book.month[:4]) else long_date(day)


def listed_day(day: date | None, book: Book) -> str:
    """Return a day for a narrow column: one of another year stands below its year."""
    return short_day(day, book).replace("年", "年\n")


def held(meeting: Meeting) -> str:
    """Return when a meeting was held, from start to end; empty while that is not known."""
    return span(meeting.start, meeting.end)


def nothing(meeting: Meeting) -> str:
    """Return what stands in an optional cell without text: 无, but blank while still a draft.

    Source: `domain/pages.md` 2.0 (空白栏).
    """
    return words.NOTHING if meeting.state in words.FINAL_STATES else ""


def listed(text: str) -> str:
    """Return what stands in a cell of a list: the text, or a dash where there is nothing to say.

    Source: `domain/pages.md` 2.0 (空白栏).
    """
    return text or words.NOTHING_LISTED


def kinds_words(meeting: Meeting) -> str:
    """Return the kinds of a meeting, the first one foremost: 主题党日（含党课）."""
    first, *others = meeting.kinds or ("",)
    return f"{first}（含{'、'.join(others)}）" if others else first


def paragraphs(*texts: str) -> tuple[str, ...]:
    """Return the lines of typed texts as paragraphs, without empty ones."""
    lines = (line.strip() for text in texts for line in text.splitlines())
    return tuple(line for line in lines if line)


def sentence(text: str) -> str:
    """Return the text closed by a full stop where it has no closing mark yet."""
    return text if not text or text[-1] in "。！？；…”’）：" else f"{text}。"


def names(book: Book, ids: Iterable[str]) -> str:
    """Return names joined by 、."""
    return names_joined(book.name(one) for one in ids)


def spoken(book: Book, member_id: str | None, guest_name: str, text: str) -> tuple[str, ...]:
    """Return the words of one person as paragraphs, the first led by 姓名：.

    Source: `domain/pages.md` block T (a speaker starts a new paragraph).
    """
    lines = paragraphs(text)
    name = book.name(member_id) or guest_name
    if not name or not lines:
        return (*lines,) or ((f"{name}：",) if name else ())
    return (f"{name}：{lines[0]}", *lines[1:])


def discussion(
    book: Book, meeting: Meeting, kind: str, called: str = "议题", *, listed: bool = False
) -> tuple[str, ...]:
    """Return the minutes of a kind as paragraphs: topic, reporter, speeches and decision.

    `called` is what a topic is called. Where topics are `listed` before, one nobody spoke to is not
    told again.

    Source: `domain/pages.md` block T.
    """
    return tuple(
        line
        for number, item in enumerate(items_of(meeting, kind), 1)
        if item.speeches or item.decision or not listed
        for line in _topic(book, f"{called}{ordinal(number)}", item)
    )


def _topic(book: Book, name: str, item: MinutesItem) -> Iterator[str]:
    reporter = book.name(item.reporter_id) or item.reporter_guest
    if item.topic or reporter:
        told = f"（汇报人：{reporter}）" if reporter else ""
        yield f"{name}：{item.topic}{told}"
    for speech in item.speeches:
        yield from spoken(book, speech.member_id, speech.guest_name, speech.text)
    decision = paragraphs(item.decision)
    if decision:
        yield f"决定：{decision[0]}"
        yield from decision[1:]


def ordinal(number: int) -> str:
    """Return a place in a list as it is written: 一 to 十, then figures."""
    return "一二三四五六七八九十"[number - 1] if number <= 10 else str(number)


def circled(number: int) -> str:
    """Return a place in a list within a line: ① to ⑩, then figures in brackets."""
    return "①②③④⑤⑥⑦⑧⑨⑩"[number - 1] if number <= 10 else f"（{number}）"


def marked_name(book: Book, member: Member, day: date) -> str:
    """Return the name, marked （预） for a probationary member of that day.

    Source: `domain/pages.md` P21.
    """
    probationary = category_on(member, day) == words.PROBATIONARY_MEMBER
    return book.name(member.id) + ("（预）" if probationary else "")


def expected_pair(meeting: Meeting, counted: Summary, *, came: bool = True) -> Row:
    """Return the row of 应到 and 实到; the latter blank while nobody has counted who came."""
    due, told = counted.expected, _count if body_of(meeting.kinds) == "committee" else _people
    present = (counted.present, counted.present_full, counted.present_probationary)
    return pair(
        "应到人数",
        told(due.total, due.full, due.probationary) if due.roster else "",
        "实到人数",
        told(*present) if due.roster and came else "",
    )


def expected_sum(counted: Summary) -> str:
    """Return the sums that lead to 应到 and from there to 实到; empty without a roster."""
    if not counted.expected.roster:
        return ""
    left = [f"应到 {counted.expected.total}", f"请假 {counted.on_leave}"]
    if counted.unexcused:
        left.append(f"无故缺席 {counted.unexcused}")
    return f"{counted.expected.sentence}；{' − '.join(left)} = 实到 {counted.present}"


def _people(total: int, full: int, probationary: int) -> str:
    return f"{total}人（正式{full} 预备{probationary}）"


def _count(total: int, _full: int, _probationary: int) -> str:
    return f"{total}人"


def absence(book: Book, row: Attendance) -> str:
    """Return one absent person: name, kind, reason, when he asked, who agreed and when.

    Source: `domain/pages.md` H13.
    """
    facts = [row.state]
    if row.leave is not None:
        facts += [row.leave.reason, *_agreement(book, row.leave)]
    return f"{book.name(row.member_id)}（{'，'.join(fact for fact in facts if fact)}）"


def _agreement(book: Book, leave: Leave) -> list[str]:
    """Return when leave was asked for and who agreed: one fact when that was on one day."""
    asked, approved = short_day(leave.asked_on, book), short_day(leave.approved_on, book)
    approver = book.name(leave.approved_by_id)
    if not (approver or approved):
        return [f"{asked}申请"] if asked else []
    agreed = f"报{approver}同意" if approver else "同意"
    if approved in ("", asked):
        return [asked + agreed]
    return [*([f"{asked}申请"] if asked else []), approved + agreed]
