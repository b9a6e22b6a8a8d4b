"""What does not add up in a fill-in page: one function a page, registered here by its key.

A fault keeps its number of `domain/calendar-and-faults.md` 5.4, as those of meetings do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from app.manual.settings import FOLLOW_UP_DAYS, SettingSpec
from app.manual.words import PROBATIONARY_MEMBER, VOID
from app.records import Entry, Member
from app.rules import (
    appraisal,
    development,
    elections,
    exemptions,
    ladder,
    notice,
    orders,
    plan,
    scheme,
    scores,
)
from app.rules.checks.fault import LEVELS, Finding, judged
from app.rules.contact import Contact
from app.rules.electors import Electors
from app.rules.entries import Values, day_in, people_in, rows_in
from app.rules.entry_fault import EntryFault
from app.rules.membership import category_within
from app.rules.rule_book import RuleBook, number_of, rule_book
from app.rules.spans import months_after
from app.rules.texts import long_date, month_of

AREA = "entries"

# A member told to mend his ways has at most so long.
# Source: `domain/rules.md` 3.8 (限期改正最长一年).
MOST_MENDING_MONTHS = 12


def unknown(_member_id: str) -> Contact | None:
    """Return that it is not known when a member was last heard of."""
    return None


def nobody_known(_day: date) -> Electors | None:
    """Return that it is not known who might elect on a day."""
    return None


@dataclass(frozen=True)
class Beside:
    """What an entry is held against: the entries of its year, today, settings and other records.

    `heard` returns when a member was last heard of, `None` where that is not known; `members` are
    those known, by id; `electors` returns who might elect on a day.
    """

    entries: Sequence[Entry]
    today: date
    settings: Mapping[str, str] = field(default_factory=dict)
    heard: Callable[[str], Contact | None] = unknown
    members: Mapping[str, Member] = field(default_factory=dict)
    electors: Callable[[date], Electors | None] = nobody_known

    @property
    def rules(self) -> RuleBook:
        """Return how the rules stand today."""
        return rule_book(self.settings, month_of(self.today))

    def whole(self, spec: SettingSpec) -> int:
        """Return a number as it holds today."""
        return number_of(self.settings, spec, month_of(self.today))

    def values_of(self, key: str) -> list[Values]:
        """Return the values of the entries of a page, void ones left out."""
        return self._values.get(key, [])

    @cached_property
    def _values(self) -> dict[str, list[Values]]:
        found: dict[str, list[Values]] = {}
        for one in self.entries:
            if one.state != VOID:
                found.setdefault(one.page, []).append(one.values)
        return found


Find = Callable[[Values, Beside], Iterable[EntryFault]]


def entry_findings(entry: Entry, beside: Beside) -> list[Finding]:
    """Return what is wrong with an entry as it stands, saved or not, gravest first."""
    found = judged(all_findings(entry, beside), beside.rules)
    return sorted(found, key=lambda one: LEVELS.index(one.level))


def all_findings(entry: Entry, beside: Beside) -> Iterator[Finding]:
    """Yield what is wrong with an entry by every rule, whether the branch goes by it or not."""
    usual, find = CHECKS.get(entry.page, (0, _nothing))
    for fault in find(entry.values, beside):
        number, said = fault.number or usual, fault.sentence
        yield Finding(number, fault.level, said, AREA, entry.id, entry.page, fault.field)


def _nothing(_values: Values, _beside: Beside) -> Iterator[EntryFault]:
    return iter(())


def _applicant(values: Values, beside: Beside) -> Iterator[EntryFault]:
    """Yield the faults of an applicant, and what is due next while there is time."""
    yield from development.faults(values, beside.today)
    due = development.next_due(values)
    if due is not None and beside.today <= due.on:
        yield EntryFault("I", due.field, f"下一步：{due.what}，{long_date(due.on)}前。")


def _appraisal(values: Values, beside: Beside) -> Iterator[EntryFault]:
    count = next(iter(beside.values_of("appraisal_count")), {})
    yield from appraisal.member_faults(values, count.get("returned"))
    measures = beside.values_of("measure")
    for _, fault in appraisal.not_followed_up(
        [values], measures, beside.today, beside.whole(FOLLOW_UP_DAYS)
    ):
        yield fault


def _appraisal_count(values: Values, beside: Beside) -> Iterable[EntryFault]:
    return appraisal.year_faults(values, beside.values_of("appraisal"))


def _election(values: Values, beside: Beside) -> Iterable[EntryFault]:
    """Yield the faults of an election, its figures held against the records of its day."""
    held = day_in(values, "held_on")
    return elections.faults(values, beside.electors(held) if held else None)


def _lost_contact(values: Values, beside: Beside) -> Iterator[EntryFault]:
    """Yield the day the records tell, which the time counts from.

    Source: S70 in `domain/rules.md` 3.7.
    """
    written = day_in(values, "last_on")
    last = next((beside.heard(key) for key, _ in people_in(values, "member") if key), None)
    if last is None or last.on == written:
        return
    told = f"记录里最近一次是{long_date(last.on)}{last.how}"
    if written is None:
        yield EntryFault("I", "last_on", f"{told}，失联从这一天起算。")
    else:
        yield EntryFault("W", "last_on", f"{told}，和起算日期不一致，请核对。")


def _measure(values: Values, beside: Beside) -> Iterator[EntryFault]:
    """Yield what cannot be decided about such a member, and a term that is none."""
    decided, due = day_in(values, "decided_on"), day_in(values, "due_on")
    measure = str(values.get("measure", ""))
    for key, _ in people_in(values, "member"):
        member = beside.members.get(key or "")
        if member is not None:
            category = category_within(member, decided or beside.today)
            why = ladder.unlawful(measure, probationary=category == PROBATIONARY_MEMBER)
            if why:
                yield EntryFault("E", "measure", why)
    if measure != ladder.MENDING or decided is None:
        return
    most = months_after(decided, MOST_MENDING_MONTHS)
    if due is None:
        yield EntryFault("E", "due_on", "限期改正要写明期限，最长一年。")
    elif not decided <= due <= most:
        yield EntryFault("E", "due_on", f"限期改正最长一年，应在{long_date(most)}前。")


def _member_score(values: Values, beside: Beside) -> Iterator[EntryFault]:
    """Yield a second page for the same member: only one of them would count."""
    who = people_in(values, "member")
    pages = (one for one in beside.values_of("member_score") if one is not values)
    others = [people_in(one, "member") for one in pages]
    if who and who in others:
        yield EntryFault(
            "E", "member", "这名党员这一年已经有一页积分，请在那一页上改，这一页删去。"
        )


def _notes_check(values: Values, _beside: Beside) -> Iterator[EntryFault]:
    """Yield who is in it twice, and who wrote less than was due."""
    rows = rows_in(values, "members")
    people = [tuple(people_in(row, "member")) for row in rows]
    for number, (row, who) in enumerate(zip(rows, people, strict=True), 1):
        due, written = row.get("due"), row.get("written")
        if who and who in people[: number - 1]:
            yield EntryFault(
                "E", f"members.{number}.member", f"第{number}行的党员已经在前面，请删去一行。"
            )
        if due is not None and written is not None and written < due:
            yield EntryFault(
                "W", f"members.{number}.written", f"第{number}行少记{due - written}篇，请督促补记。"
            )


def _handover(values: Values, _beside: Beside) -> Iterator[EntryFault]:
    names = {"taken_by": "接收人", "witness": "监交人"}
    given = people_in(values, "handed_by")
    for place, called in names.items():
        if given and people_in(values, place) == given:
            yield EntryFault("E", place, f"{called}和移交人是同一个人，请改正。")


CHECKS: dict[str, tuple[int, Find]] = {
    "applicant": (development.FAULT_NUMBER, _applicant),
    "appraisal": (appraisal.FAULT_NUMBER, _appraisal),
    "appraisal_count": (appraisal.FAULT_NUMBER, _appraisal_count),
    "election": (elections.FAULT_NUMBER, _election),
    "exemption": (
        exemptions.FAULT_NUMBER,
        lambda values, beside: exemptions.faults(values, beside.today),
    ),
    "handover": (52, _handover),
    "lost_contact": (37, _lost_contact),
    "measure": (34, _measure),
    "notes_check": (54, _notes_check),
    "branch_score": (scores.FAULT_NUMBER, lambda values, _: scores.branch_faults(values)),
    "member_score": (scores.FAULT_NUMBER, _member_score),
    "score_scheme": (scores.FAULT_NUMBER, lambda values, _: scheme.scheme_faults(values)),
    "inspection": (scores.FAULT_NUMBER, lambda values, _: scores.inspection_faults(values)),
    "notice": (notice.FAULT_NUMBER, lambda values, _: notice.faults(values)),
    "rectification_order": (
        orders.FAULT_NUMBER,
        lambda values, beside: orders.faults(values, beside.today),
    ),
    "theme_plan": (plan.FAULT_NUMBER, lambda values, _: plan.faults(values)),
}
