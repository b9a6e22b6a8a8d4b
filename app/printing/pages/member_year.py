"""P27 党员年度情况（一人一页）: one person's whole year on a page, counted from all records.

Source: `domain/one-plus-n-features.md` F06; marks of attendance as in `domain/pages.md` P22.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.manual import counts, words
from app.manual.volumes import MEMBER_YEAR
from app.printing.pages import parts
from app.printing.pages.assessed_year import group_names, records_of
from app.printing.pages.book import Book
from app.printing.pages.member_months import months_chart
from app.printing.sheet import Block, Grid, Note, Rows, Sheet, Signatures
from app.records import Entry, Member
from app.rules.assessed_year import AssessedYear
from app.rules.attendance_year import YearCount, count_of, per_cent
from app.rules.convening import posts_on
from app.rules.deeds import Deed, deeds_of, grounds, short_kind
from app.rules.dues_year import DuesLine
from app.rules.entries import decimal, rows_in
from app.rules.hours import Hours, hours_of_year
from app.rules.membership import category_within, is_member_on
from app.rules.points import scores_by_member
from app.rules.ranking import Ranked, grades_of, ranking
from app.rules.scores import earned_tenths
from app.rules.texts import month_ends, names_joined, short_date

_LABEL_MM, _WIDTH_MM, _ROW_MM = 27.0, 162.0, 7.0

# What he did and what was decided: what a line is called, and what is told in it.
_TOLD = (
    ("讲课和领学", (counts.LECTURES, counts.LED, counts.REFLECTIONS)),
    ("服务和谈心", (counts.SERVICE, counts.TALKS)),
    ("业绩和奖惩", (counts.ACHIEVEMENTS, counts.AWARDS, counts.PENALTIES, counts.MEASURES)),
)
_TITLED = frozenset({counts.LECTURES, counts.SERVICE, *_TOLD[-1][1]})
# So many are told with their titles, more by their months.
_MOST_TITLES = 4
_LEGEND = (
    f"{parts.SIGNS}√ 出席　△ 公假　○ 病假　☆ 事假　产 产假　× 无故缺席　◇ 迟到或早退　免 免于参加　"
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
    hours: Mapping[str, Hours]


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
        hours_of_year(records.members, book.year_meetings, book.entries),
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
    yield months_chart(year.records, member, deeds, year.dues.get(member.id))
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


def _attendance(count: YearCount) -> Grid:
    figures = (
        ("应到", str(count.due)),
        ("实到", str(count.present)),
        ("请假", str(count.of(*words.LEAVE_STATES))),
        ("无故缺席", str(count.of(words.UNEXCUSED))),
        ("迟到早退", str(count.of(words.LATE, words.LEFT_EARLY))),
        ("免于参加", str(count.of(words.EXEMPT))),
        ("已补学", str(count.made_up)),
        ("到会率", _rate(count.rate)),
        ("有效参与率", _rate(count.effective_rate)),
    )
    wide = 24.0
    width = (_WIDTH_MM - wide) / (len(figures) - 1)
    widths = [width] * (len(figures) - 1) + [wide]
    named = zip((name for name, _ in figures), widths, strict=True)
    return Grid(parts.columns(*named), (tuple(text for _, text in figures),), row_mm=_ROW_MM)


def _rate(rate: Decimal | None) -> str:
    return f"{per_cent(rate)}%" if rate is not None else words.NOT_DUE_SYMBOL


def _lines(year: _Year, member: Member, deeds: Sequence[Deed]) -> Iterator[tuple[str, str]]:
    by_count: dict[str, list[Deed]] = {}
    for deed in deeds:
        by_count.setdefault(deed.counts, []).append(deed)
    leaves, missing = by_count.get(counts.ON_LEAVE, []), by_count.get(counts.NOT_MADE_UP)
    away = [f"{word}：{_where(leaves, word)}" for word in dict.fromkeys(one.told for one in leaves)]
    away += [f"{counts.NOT_MADE_UP}：{_when(missing)}"] if missing else []
    yield "请假和补学", "；".join(away)
    yield "学时", _hours(year.hours[member.id])
    for name, listed in _TOLD:
        told = (
            f"{word}：{_titles(mine) if word in _TITLED else _when(mine)}"
            for word in listed
            if (mine := by_count.get(word))
        )
        yield name, "；".join(told)
    ranked = year.ranked.get(member.id)
    total = f"{decimal(ranked.tenths, 1)}分，第{ranked.place}名：" if ranked else ""
    yield "积分和名次", total + _points(year.scores.get(member.id))


def _hours(had: Hours) -> str:
    told = (
        ("学习", had.study_tenths),
        ("活动", had.activity_tenths),
        ("实践", had.practice_tenths),
        ("合计", had.total_tenths),
    )
    return "，".join(f"{name}{decimal(tenths, 1)}" for name, tenths in told)


def _where(leaves: Iterable[Deed], state: str) -> str:
    return _when(one for one in leaves if one.told == state)


def _when(deeds: Iterable[Deed]) -> str:
    """Return where some deeds are recorded, with the kind of meeting also where there is one."""
    listed = list(deeds)
    kinds = dict.fromkeys(one.of for one in listed)
    is_meeting = all(one.is_at_meeting for one in listed)
    of = short_kind(listed[0].of) if len(kinds) == 1 and is_meeting else ""
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
