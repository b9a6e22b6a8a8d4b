"""What an inspector would find in a whole month, beside what each record says for itself.

Numbers and levels follow `domain/calendar-and-faults.md` 5.4, as those of `app.rules.checks` do.
`inspected` is the one door to all of them: meetings, fill-in pages and the month as a whole.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from app.manual import words
from app.manual.faults import Level
from app.manual.kinds import LECTURE
from app.manual.pages import dues_handover, knows, lost_contact, member_score, page_of
from app.manual.pages.exemption import PAGE as EXEMPTION
from app.manual.settings import MAKE_UP_DAYS
from app.records import DuesRow, Entry, Meeting
from app.rules.attendance import day_of
from app.rules.checks import Context, Finding, month_findings
from app.rules.checks.fault import (
    DUES_AREA,
    ERROR,
    INSPECTION_AREA,
    LEVELS,
    MEETINGS_AREA,
    NOTE,
    REGISTERS_AREA,
    WARNING,
    judged,
)
from app.rules.contact import Traces, last_contacts
from app.rules.dues import yuan
from app.rules.dues_year import figures_of, lines_of
from app.rules.entries import day_in, filed_on, people_in
from app.rules.entry_checks import Beside, all_findings
from app.rules.exemptions import out_of_touch
from app.rules.proposals import Case, absent
from app.rules.reminders import LATE, Outlook, Reminder, branch, cadence, people
from app.rules.spans import months_after
from app.rules.texts import month_ends, month_in, short_date

_DECEMBER = 12
# What is open there stays a fault of every month until it is dealt with.
_OPEN_PAGES = frozenset({"rectification_order", "appraisal"})
# Pages that are filed in no month have the day they were settled on here.
_OTHER_DAYS = ("decided_on", "held_on", "assessed_on")


@dataclass(frozen=True)
class MonthView:
    """A month among what was kept before it.

    `context` is the month's own, with its meetings in full. `held` are the meetings of the year
    up to its end in outline, `dues` the rows since the beginning of the last year, `entries` the
    fill-in pages of the year with what reaches into it from others, such as open orders, and
    `earlier_entries` those of the year before. `finalised` holds the days its meetings were
    finalised on, by meeting.
    """

    context: Context
    held: Sequence[Meeting]
    dues: Sequence[DuesRow]
    entries: Sequence[Entry]
    earlier_entries: Sequence[Entry] = ()
    finalised: Mapping[str, date] = dataclasses.field(default_factory=dict)

    @cached_property
    def first(self) -> date:
        """Return the first day of the month."""
        return month_ends(self.context.month)[0]

    @cached_property
    def last(self) -> date:
        """Return the last day of the month."""
        return month_ends(self.context.month)[1]

    @property
    def is_over(self) -> bool:
        """Tell whether the month has passed."""
        return self.context.today > self.last

    @property
    def day(self) -> date:
        """Return the day it is looked at from: today, or the last day of a month that is over."""
        return min(self.context.today, self.last)

    @cached_property
    def kept(self) -> list[Entry]:
        """Return the entries that count."""
        return [one for one in self.entries if one.state != words.VOID and one.deleted_at is None]

    def of(self, page: str) -> list[Entry]:
        """Return the entries of a page that count."""
        return [one for one in self.kept if one.page == page]

    def outlook(self, day: date) -> Outlook:
        """Return what reminders look at, as of a day."""
        lost = {
            key
            for one in self.of(lost_contact.PAGE.key)
            for key, _ in people_in(one.values, "member")
        }
        seen = replace(
            self.context,
            today=day,
            meetings=self.held,
            dues=self.dues,
            members=[
                one for one in self.context.members if one.id not in lost and one.deleted_at is None
            ],
        )
        return Outlook(seen, self.kept, earlier_entries=self.earlier_entries)


@dataclass(frozen=True, slots=True)
class MonthCheck:
    """A number of `app.manual.faults`, and a function that looks for the fault."""

    number: int
    find: Callable[[MonthView], Iterator[Finding]]


def inspected(view: MonthView) -> list[Finding]:
    """Return everything an inspector would find in a month, gravest first and each fault once."""
    found, rules = month_findings(view.context), view.context.rules
    for check in MONTH_CHECKS:
        found += check.find(view)
    return sorted(dict.fromkeys(judged(found, rules)), key=lambda one: LEVELS.index(one.level))


def too_few_meetings(view: MonthView) -> Iterator[Finding]:
    """Find meetings that were due by the end of the month and are not there (记录次数不足).

    A month without a theme day is found by `month_findings`.
    """
    if not view.is_over:
        return
    outlook = view.outlook(view.last + timedelta(days=1))
    for one in (*cadence.meetings_due(outlook), *cadence.year_meetings_due(outlook)):
        if one.level == LATE and one.due_on == view.last:
            yield Finding(9, WARNING, one.sentence, MEETINGS_AREA, "", "head", "kinds")


def absences_not_followed_up(view: MonthView) -> Iterator[Finding]:
    """Find who was absent without excuse again and again and nobody did the next step (未处理).

    What is due and what answers it is told by `app.rules.ladder`. Only who was absent in the month
    is told of, when the days for talking with him are over.
    """
    allowed = timedelta(days=view.context.whole(MAKE_UP_DAYS))
    outlook = view.outlook(view.day)
    for one in absent(Case(outlook.context, outlook.traces)):
        last = one.facts[-1].on
        if last >= view.first and view.context.today > last + allowed:
            sentence = f"{one.sentence}还没有谈话或处置记录。"
            yield Finding(34, WARNING, sentence, REGISTERS_AREA, "", one.page, "", one.member.id)


def exempt_out_of_touch(view: MonthView) -> Iterator[Finding]:
    """Find who was approved not to be counted and nobody was in touch with in the month."""
    if not view.is_over:
        return
    outlook = view.outlook(view.day)
    given = view.context.exemptions
    for member, exemption in out_of_touch(
        given, outlook.context.members, outlook.traces, view.first, view.last
    ):
        sentence = (
            f"{view.context.name_of(member.id)}经批准不计入应到，{view.first.month}月没有联系记录。"
            "请补记联系情况，没有联系的尽快联系。"
        )
        yield Finding(
            36,
            WARNING,
            sentence,
            REGISTERS_AREA,
            exemption.entry_id,
            EXEMPTION.key,
            "contacts",
            member.id,
        )


def not_heard_of(view: MonthView) -> Iterator[Finding]:
    """Find members who may be lost and are in no register of the lost (失联未发现、未查找)."""
    outlook = view.outlook(view.day)
    # Most have left a trace lately; only for the others the whole year is gone through.
    since = months_after(view.day, -1)
    rows = [row for row in view.dues if row.paid_on is not None and row.paid_on >= since]
    lately = [one for one in view.held if (day_of(one) or date.min) >= since]
    silent = list(outlook.context.members)
    for traces in (Traces([], rows, [*view.earlier_entries, *view.kept]), Traces(lately, [], [])):
        heard = last_contacts(silent, traces, view.day)
        silent = [one for one in silent if one.id not in heard or heard[one.id].on < since]
    seen = replace(outlook, context=replace(outlook.context, members=silent))
    for found in people.not_heard_of(seen) if silent else ():
        yield _from_reminder(37, found)


def handed_up_otherwise(view: MonthView) -> Iterator[Finding]:
    """Find dues handed up that are not what was paid for these months (账款不符)."""
    page = dues_handover.PAGE
    for entry in _in_month(view, view.of(page.key)):
        first = month_in(entry.values.get("period_from") or "")
        last = month_in(entry.values.get("period_to") or "") or first
        amount_fen = entry.values.get("amount_fen")
        kept = [row for row in view.dues if first <= row.month <= last]
        if not first or amount_fen is None or not kept:
            continue
        lines = lines_of(view.context.members, kept, view.context.branch.dues_rounding)
        paid_fen = figures_of(lines, view.dues, first, last).paid_fen
        if amount_fen != paid_fen:
            sentence = (
                f"党费上缴{yuan(amount_fen)}元，党费表上这几个月实收{yuan(paid_fen)}元。"
                "请核对党费表和上缴金额。"
            )
            yield Finding(40, ERROR, sentence, page.area, entry.id, page.key, "amount_fen")


def not_published(view: MonthView) -> Iterator[Finding]:
    """Remind at the end of a year of publishing the dues (收款人未签、未公示)."""
    if view.first.month != _DECEMBER or not view.is_over:
        return
    if any(row.month.startswith(str(view.first.year)) for row in view.dues):
        sentence = (
            f"{view.first.year}年党费收缴情况每年至少公布一次。"
            "请核对党费公布表已由收款人签字并公布。"
        )
        yield Finding(41, NOTE, sentence, DUES_AREA, "", "dues", "")


def same_lecture(view: MonthView) -> Iterator[Finding]:
    """Find a lecture given before under the same title in the year (同一讲稿)."""
    for meeting in view.context.meetings:
        title = _title_of(meeting)
        if not title or meeting.deleted_at is not None or meeting.state == words.VOID:
            continue
        for other in view.held:
            day, before = day_of(meeting), day_of(other)
            if other.id == meeting.id or day is None or before is None or before >= day:
                continue
            if _title_of(other) == title:
                sentence = (
                    f"党课“{title}”在{short_date(before)}已经讲过。请核对题目，或换人换题讲。"
                )
                yield Finding(47, NOTE, sentence, MEETINGS_AREA, meeting.id, "lecture", "title")
                break


def term_is_over(view: MonthView) -> Iterator[Finding]:
    """Find a committee whose term has ended without an election (换届超期)."""
    for one in branch.term_ends(view.outlook(view.day)):
        if one.level == LATE:
            yield _from_reminder(49, one)


def no_scores(view: MonthView) -> Iterator[Finding]:
    """Find a year that ends without the members' scores (积分制度运行不规范)."""
    if view.first.month == _DECEMBER and view.is_over and not view.of(member_score.PAGE.key):
        sentence = f"{view.first.year}年还没有党员积分登记表。实行积分管理的支部请补登。"
        yield Finding(56, NOTE, sentence, INSPECTION_AREA, "", member_score.PAGE.key, "")


def entries_at_fault(view: MonthView) -> Iterator[Finding]:
    """Find what does not add up in the fill-in pages of the month, and in those still open."""
    members = view.context.members_by_id
    beside = Beside(view.kept, view.day, view.context.settings, members=members)
    for entry in _in_month(view, view.kept):
        for one in all_findings(entry, beside):
            if one.level != NOTE:
                yield replace(one, area=page_of(entry.page).area)


MONTH_CHECKS = (
    MonthCheck(9, too_few_meetings),
    MonthCheck(34, absences_not_followed_up),
    MonthCheck(36, exempt_out_of_touch),
    MonthCheck(37, not_heard_of),
    MonthCheck(40, handed_up_otherwise),
    MonthCheck(41, not_published),
    MonthCheck(47, same_lecture),
    MonthCheck(49, term_is_over),
    MonthCheck(56, no_scores),
    # Its findings bring the numbers of their own rules: 30, 34, 45, 46, 48, 49, 51, 52, 54–56.
    MonthCheck(51, entries_at_fault),
)


def _from_reminder(number: int, one: Reminder) -> Finding:
    level: Level = ERROR if one.level == LATE else WARNING
    jump = one.jump
    return Finding(number, level, one.sentence, jump.area, jump.record_id, jump.section, "")


def _in_month(view: MonthView, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries of the month, those still open and those that belong to no month."""
    for entry in entries:
        if not knows(entry.page):
            continue
        days = (day_in(entry.values, name) for name in _OTHER_DAYS)
        day = filed_on(page_of(entry.page), entry) or next(filter(None, days), None)
        is_open = entry.page in _OPEN_PAGES and day is not None and day <= view.last
        if day is None or view.first <= day <= view.last or is_open:
            yield entry


def _title_of(meeting: Meeting) -> str:
    is_lecture = meeting.lecture is not None and LECTURE in meeting.kinds
    return meeting.lecture.title.strip() if is_lecture and meeting.lecture else ""
