"""The yearly appraisal of members (民主评议党员): ballots, the cap on 优秀, feedback, follow-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from app.manual.words import GRADES
from app.rules.entries import Values, day_in, people_in
from app.rules.entry_fault import EntryFault

# 民主评议 among the common faults, `domain/calendar-and-faults.md` 5.4.
FAULT_NUMBER = 45

# 不合格无后续, there too.
NO_FOLLOW_UP_NUMBER = 46

EXCELLENT, _, _, FAILED = GRADES

# Ballots of each grade, in the order of the grades.
BALLOTS = ("excellent", "qualified", "basic", "failed")

# One of so many may be graded 优秀.
# Source: S39 in `domain/rules.md` 3.8 (优秀不超过三分之一).
EXCELLENT_OF = 3


def total(values: Values) -> int | None:
    """Return the ballots given for a member; `None` while none are counted."""
    counted = [values[name] for name in BALLOTS if values.get(name) is not None]
    return sum(counted) if counted else None


def most_excellent(people: int) -> int:
    """Return how many of so many members may be graded 优秀.

    >>> most_excellent(18), most_excellent(17)
    (6, 5)
    """
    return people // EXCELLENT_OF


def member_faults(values: Values, returned: int | None) -> Iterator[EntryFault]:
    """Find what is wrong with one member's page; `returned` ballots came back in the year.

    Source: fault 45 of `domain/calendar-and-faults.md` 5.4 (S39).
    """
    given = total(values)
    if given is not None and returned is not None and given != returned:
        sentence = f"四档票数合计{given}张，收回{returned}张，应当相等。"
        yield EntryFault("E", BALLOTS[0], sentence)
    decided, told = day_in(values, "decided_on"), day_in(values, "told_on")
    if decided and told is None:
        yield EntryFault("E", "told_on", "评定意见还没有反馈本人，请当面反馈并填写反馈日期。")
    if decided and told and told < decided:
        yield EntryFault("E", "told_on", "反馈日期早于评定日期，请核对。")


def year_faults(count: Values, pages: Sequence[Values]) -> Iterator[EntryFault]:
    """Find what is wrong with the ballots of the year and the grades of all pages.

    Source: as `member_faults`; 优秀 is measured against the members due.
    """
    steps = (
        ("present", "实参加", "due", "应参加", "人"),
        ("issued", "发票", "present", "实参加人数", "张"),
        ("returned", "收票", "issued", "发票", "张"),
    )
    for field, name, bound, bound_name, unit in steps:
        value, most = count.get(field), count.get(bound)
        if value is not None and most is not None and value > most:
            sentence = f"{name}{value}{unit}，多于{bound_name}{most}，请核对。"
            yield EntryFault("E", field, sentence)
    due = count.get("due")
    excellent = sum(page.get("grade") == EXCELLENT for page in pages)
    if due is not None and excellent > most_excellent(due):
        sentence = (
            f"评定优秀{excellent}人，超过应参加{due}人的三分之一，至多{most_excellent(due)}人。"
        )
        yield EntryFault("E", "due", sentence)


def not_followed_up(
    pages: Iterable[Values], measures: Iterable[Values], today: date, days: int
) -> Iterator[tuple[str, EntryFault]]:
    """Yield each member graded 不合格 whom nothing was decided about in some days, with the fault.

    Source: fault 46 of `domain/calendar-and-faults.md` 5.4.
    """
    handled = [(people_in(one, "member"), day_in(one, "decided_on")) for one in measures]
    for page in pages:
        who, decided = people_in(page, "member"), day_in(page, "decided_on")
        if page.get("grade") != FAILED or decided is None or not who:
            continue
        last = decided + timedelta(days=days)
        if today > last and not any(who == other and on and on >= decided for other, on in handled):
            sentence = f"评为不合格已过{days}天，还没有组织处置记录，请及时处置。"
            yield who[0][0] or "", EntryFault("W", "grade", sentence, NO_FOLLOW_UP_NUMBER)
