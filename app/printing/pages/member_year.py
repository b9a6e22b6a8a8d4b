"""P27 党员年度情况（一人一页）: one person's whole year on a page, counted from all records.

Source: `domain/one-plus-n-features.md` F06; marks of attendance as in `domain/pages.md` P22.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.manual import counts, words
from app.manual.kinds import (
    APPRAISAL,
    COMMITTEE_MEETING,
    CRITICISM_MEETING,
    GROUP_MEETING,
    LECTURE,
    MEMBERS_MEETING,
    THEME_DAY,
)
from app.manual.volumes import MEMBER_YEAR
from app.printing.pages import parts
from app.printing.pages.assessed_year import group_names, records_of
from app.printing.pages.book import Book
from app.printing.sheet import Block, Grid, Note, Rows, Sheet, Signatures
from app.records import Entry, Member
from app.rules.assessed_year import AssessedYear
from app.rules.attendance_year import Session, YearCount, count_of, mark_of
from app.rules.convening import posts_on
from app.rules.deeds import Deed, deeds_of, grounds, is_paid_in_full, short_kind
from app.rules.dues_year import DuesLine, Owed
from app.rules.entries import decimal, rows_in
from app.rules.membership import category_within, is_member_on
from app.rules.points import scores_by_member
from app.rules.ranking import Ranked, grades_of, ranking
from app.rules.scores import earned_tenths
from app.rules.texts import month_ends, month_of, names_joined, short_date

_MONTHS = range(1, 13)
_LABEL_MM, _MONTH_MM, _SUM_MM = 27.0, 9.5, 21.0
_WIDTH_MM, _ROW_MM = 162.0, 7.0
_LATE_MARK, _OPEN_MARK, _PAID_MARK = "迟", "欠", "√"
# What stands in a line of its own; all other kinds share one.
_KINDS = (
    THEME_DAY,
    MEMBERS_MEETING,
    COMMITTEE_MEETING,
    GROUP_MEETING,
    LECTURE,
    CRITICISM_MEETING,
    APPRAISAL,
)
_OTHERS = "其他活动"
# Everybody is due at these, so that they have a line also where none was held.
_ALWAYS = frozenset({THEME_DAY, MEMBERS_MEETING, GROUP_MEETING, LECTURE})
# What he did and what was decided: what a line is called, what is told in it, and whether each has
# a title of its own.
_TOLD = (
    ("讲党课", (counts.LECTURES,), True),
    ("领学和体会", (counts.LED, counts.REFLECTIONS), False),
    ("服务和帮扶", (counts.SERVICE,), True),
    ("谈心谈话", (counts.TALKS,), False),
    ("奖励和处分", (counts.AWARDS, counts.PENALTIES, counts.MEASURES), True),
)
# So many are told with their titles, more by their months.
_MOST_TITLES = 4
_LEGEND = (
    "符号：√ 出席　△ 公假　○ 病假　☆ 事假　产 产假　× 无故缺席　◇ 迟到或早退　免 免于参加　"
    "补 已补课　— 不在应到之列；党费：√ 当月足额　迟 过月交纳　欠 未交足；笔记：实记/应记。"
)


@dataclass(frozen=True)
class _Year:
    """What the pages of all people are made from, worked out once."""

    book: Book
    records: AssessedYear
    deeds: Mapping[str, list[Deed]]
    ranked: Mapping[str, Ranked]
    grades: Mapping[str, str]
    scores: Mapping[str, Entry]
    dues: Mapping[str, DuesLine]


def sheets(book: Book) -> list[Sheet]:
    """Return a page for everybody who belonged to the branch in the year, by group."""
    year = _year_of(book)
    return [_sheet(year, one, place) for place, one in enumerate(year.records.people, 1)]


def sheets_of_member(book: Book, member_id: str) -> list[Sheet]:
    """Return the page of one member; none where he did not belong in the year."""
    year = _year_of(book)
    people = enumerate(year.records.people, 1)
    return [_sheet(year, one, place) for place, one in people if one.id == member_id]


def _year_of(book: Book) -> _Year:
    records = records_of(book)
    scores = (one for one in book.entries if one.page == "member_score" and one.state != words.VOID)
    return _Year(
        book,
        records,
        deeds_of(records),
        {one.member.id: one for one in ranking(records.people, book.entries)},
        grades_of(book.entries),
        scores_by_member(scores),
        {line.member.id: line for line in records.dues_lines},
    )


def _sheet(year: _Year, member: Member, place: int) -> Sheet:
    book = year.book
    return Sheet(
        code=MEMBER_YEAR.code,
        title=parts.title(f"{book.year}年", book, MEMBER_YEAR.title),
        blocks=tuple(_blocks(year, member)),
        key=f"{book.year_key(MEMBER_YEAR)}-{place}",
        sample=book.sample,
    )


def _blocks(year: _Year, member: Member) -> Iterator[Block]:
    deeds = year.deeds.get(member.id, [])
    yield Rows(parts.HEAD_MM, tuple(_who(year, member)), height_mm=_ROW_MM)
    yield _months(year, member, deeds)
    yield _attendance(count_of(year.records.sessions, member.id))
    yield Grid(
        parts.columns(
            ("事项", _LABEL_MM), ("情况", _WIDTH_MM - _LABEL_MM), left=frozenset({"情况"})
        ),
        tuple((name, text or words.NOTHING) for name, text in _lines(year, member, deeds)),
        row_mm=_ROW_MM,
    )
    yield Signatures(("本人确认\n签字", "支部书记\n签字"), height_mm=12.0)
    yield Note(_LEGEND)


def _who(year: _Year, member: Member) -> Iterator[parts.Row]:
    days = _days_here(year, member)
    posts = names_joined(post.post for post in posts_on(member, days[-1]))
    group = group_names(year.book).get(member.group_id or "", "")
    yield parts.pair("姓名", year.book.name(member.id), "党小组", group or words.NOTHING)
    yield parts.pair("党员类别", _category(member, days), "党内职务", posts or words.NOTHING)
    yield parts.pair("在册时间", _span(days), "评议等次", year.grades.get(member.id, ""))


def _days_here(year: _Year, member: Member) -> list[date]:
    """Return the first days of the year's months he was here, and the days he came and left."""
    first, last = month_ends(f"{year.book.year}-01")[0], month_ends(f"{year.book.year}-12")[1]
    begun = [one for period in member.memberships for one in (period.from_on, period.to_on) if one]
    days = {first, last, *(one for one in begun if first <= one <= last)}
    if not member.memberships and member.joined_on and first <= member.joined_on <= last:
        days.add(member.joined_on)
    return [one for one in sorted(days) if is_member_on(member, one)] or [last]


def _span(days: Sequence[date]) -> str:
    first, last = days[0], days[-1]
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return "全年"
    return f"{short_date(first)}—{short_date(last)}"


def _category(member: Member, days: Sequence[date]) -> str:
    """Return what he was, both where he became a full member in the year."""
    return "转".join(dict.fromkeys(category_within(member, day) for day in (days[0], days[-1])))


def _months(year: _Year, member: Member, deeds: Sequence[Deed]) -> Grid:
    by_kind = _by_kind(year.records.sessions)
    rows = [
        _kind_row(kind, held, member.id)
        for kind, held in by_kind.items()
        if kind in _ALWAYS or any(member.id in one.due for one in held)
    ]
    return Grid(
        parts.columns(
            ("项目", _LABEL_MM), *((f"{n}月", _MONTH_MM) for n in _MONTHS), ("合计", _SUM_MM)
        ),
        (*rows, _dues_row(year, member), _notes_row(year, deeds)),
        row_mm=_ROW_MM,
    )


def _by_kind(sessions: Iterable[Session]) -> dict[str, list[Session]]:
    """Return the meetings of each kind in the order of the kinds; others share one line."""
    found: dict[str, list[Session]] = {kind: [] for kind in (*_KINDS, _OTHERS)}
    for session in sessions:
        for kind in dict.fromkeys(
            one if one in _KINDS else _OTHERS for one in session.meeting.kinds
        ):
            found[kind].append(session)
    return found


def _kind_row(kind: str, held: Sequence[Session], member_id: str) -> tuple[str, ...]:
    count = count_of(held, member_id)
    marks = (
        _marks([one for one in held if one.day.month == month], member_id) for month in _MONTHS
    )
    return short_kind(kind), *marks, f"{count.present}/{count.due}"


def _marks(held: Sequence[Session], member_id: str) -> str:
    """Return the marks of a month; of meetings he was not due at only where there are no others."""
    due = [one for one in held if member_id in one.due]
    return "".join(mark_of(one, member_id) for one in due or held[:1])


def _dues_row(year: _Year, member: Member) -> tuple[str, ...]:
    line = year.dues.get(member.id)
    owed = [line.months.get(f"{year.book.year}-{month:02}") if line else None for month in _MONTHS]
    marks = [_paid(one) for one in owed]
    due = sum(one is not None and one.due_fen > 0 for one in owed)
    return "党费", *marks, f"{marks.count(_PAID_MARK)}/{due}"


def _paid(owed: Owed | None) -> str:
    if owed is None or not owed.due_fen:
        return words.NOT_DUE_SYMBOL
    if not is_paid_in_full(owed):
        return _OPEN_MARK
    return _LATE_MARK if owed.is_late else _PAID_MARK


def _notes_row(year: _Year, deeds: Sequence[Deed]) -> tuple[str, ...]:
    written, missing = (
        _by_month(one for one in deeds if one.counts == word)
        for word in (counts.NOTES, counts.NOTES_MISSING)
    )
    months = [f"{year.book.year}-{month:02}" for month in _MONTHS]
    told = [
        f"{written.get(one, 0)}/{written.get(one, 0) + missing.get(one, 0)}"
        if one in written or one in missing
        else ""
        for one in months
    ]
    done = sum(written.values())
    return "学习笔记", *told, f"{done}/{done + sum(missing.values())}"


def _by_month(deeds: Iterable[Deed]) -> dict[str, int]:
    found: dict[str, int] = {}
    for deed in deeds:
        found[month_of(deed.on)] = found.get(month_of(deed.on), 0) + deed.times
    return found


def _attendance(count: YearCount) -> Grid:
    figures = (
        ("应到", str(count.due)),
        ("实到", str(count.present)),
        ("请假", str(count.of(*words.LEAVE_STATES))),
        ("无故缺席", str(count.of(words.UNEXCUSED))),
        ("迟到早退", str(count.of(words.LATE, words.LEFT_EARLY))),
        ("免于参加", str(count.of(words.EXEMPT))),
        ("已补学", str(count.made_up)),
        ("到会率", _per_cent(count.rate)),
        ("有效参与率", _per_cent(count.effective_rate)),
    )
    wide = 24.0
    width = (_WIDTH_MM - wide) / (len(figures) - 1)
    widths = [width] * (len(figures) - 1) + [wide]
    named = zip((name for name, _ in figures), widths, strict=True)
    return Grid(parts.columns(*named), (tuple(text for _, text in figures),), row_mm=_ROW_MM)


def _per_cent(rate: Decimal | None) -> str:
    if rate is None:
        return words.NOT_DUE_SYMBOL
    return f"{rate * 100:.1f}".removesuffix(".0") + "%"


def _lines(year: _Year, member: Member, deeds: Sequence[Deed]) -> Iterator[tuple[str, str]]:
    leaves = [one for one in deeds if one.counts == counts.ON_LEAVE]
    states = dict.fromkeys(one.told for one in leaves)
    yield (
        "请假情况",
        "；".join(f"{word}：{_where(leaves, word)}" for word in states),
    )
    yield "缺席未补学", _when(one for one in deeds if one.counts == counts.NOT_MADE_UP)
    for name, counted, titled in _TOLD:
        told = []
        for word in counted:
            mine = [one for one in deeds if one.counts == word]
            text = _titles(mine) if titled else _when(mine)
            told += [f"{word}：{text}" if text and len(counted) > 1 else text]
        yield name, "；".join(filter(None, told))
    ranked = year.ranked.get(member.id)
    total = f"{decimal(ranked.tenths, 1)}分，第{ranked.place}名：" if ranked else ""
    yield "积分和名次", total + _points(year.scores.get(member.id))


def _where(leaves: Iterable[Deed], state: str) -> str:
    return _when(one for one in leaves if one.told == state)


def _when(deeds: Iterable[Deed]) -> str:
    """Return where some deeds are recorded, by the kind of meeting also where it is one only."""
    listed = list(deeds)
    kinds = dict.fromkeys(one.of for one in listed)
    of = short_kind(listed[0].of) if len(kinds) == 1 else ""
    return of + grounds(listed)


def _titles(deeds: Iterable[Deed]) -> str:
    listed = list(deeds)
    if len(listed) > _MOST_TITLES:
        return f"{len(listed)}次，{_when(listed)}"
    return "；".join(f"{short_date(one.on)}{one.told or short_kind(one.of)}" for one in listed)


def _points(score: Entry | None) -> str:
    """Return what each item earned or cost, those without any left out."""
    rows = rows_in(score.values, "items") if score else []
    told = ((row.get("item", ""), earned_tenths(row)) for row in rows)
    return "，".join(
        f"{item}{'+' if earned > 0 else '−'}{decimal(abs(earned), 1)}"
        for item, earned in told
        if earned
    )
