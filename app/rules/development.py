"""Time locks of the way into the party: what came too early, what is late, and what is due next.

Source: 《中国共产党发展党员工作细则》(2014), as listed in `domain/rules.md` 3.9.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from app.manual.development import STEPS
from app.manual.page import FillPage
from app.manual.pages import applicant
from app.rules.entries import Values, day_in, rows_in
from app.rules.entry_fault import EntryFault
from app.rules.spans import last_day, months_after
from app.rules.texts import long_date

# 发展党员 日期逻辑错 among the common faults, `domain/calendar-and-faults.md` 5.4.
FAULT_NUMBER = 48

LEAST_AGE = 18
TALK_MONTHS = 1
REVIEW_MONTHS = 6
ACTIVIST_MONTHS = 12
LEAST_TRAINING_DAYS, LEAST_TRAINING_HOURS = 3, 24
APPROVAL_MONTHS = 3
PROBATION_MONTHS = 12
LEAST_EXTENSION_MONTHS, MOST_EXTENSION_MONTHS = 6, 12

_PAGE: FillPage = applicant.PAGE

# The days in the order they come in; one that is left out is a gap as soon as a later one is there.
_ORDER = (
    "applied_on",
    "talked_on",
    "activist_on",
    "filed_on",
    "target_on",
    "previewed_on",
    "admitted_on",
    "approved_on",
    "confirmed_on",
    "confirmation_approved_on",
)


@dataclass(frozen=True, slots=True)
class Lock:
    """A span between two days: `least` months must have passed, at `most` so many may.

    `due` is what must be done by then while the later day is not there yet.
    """

    since: str
    until: str
    least: int = 0
    most: int = 0
    due: str = ""


# Source: `domain/rules.md` 3.9, in the order of the way.
LOCKS = (
    Lock("applied_on", "talked_on", most=TALK_MONTHS, due="派人同申请人谈话"),
    Lock("activist_on", "target_on", least=ACTIVIST_MONTHS),
    Lock("admitted_on", "approved_on", most=APPROVAL_MONTHS, due="上级党委审批接收"),
    Lock(
        "confirmed_on", "confirmation_approved_on", most=APPROVAL_MONTHS, due="上级党委审批转正"
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be done next, and the last day for it."""

    on: date
    field: str
    what: str


def probation_end(values: Values) -> date | None:
    """Return the last day of the probation: a year from the day of admission, or as extended."""
    admitted = day_in(values, "admitted_on")
    if admitted is None:
        return None
    return day_in(values, "extended_to") or last_day(admitted, PROBATION_MONTHS)


def next_due(values: Values) -> Due | None:
    """Return what must be done next for an applicant; nothing when no term is running."""
    return min(_dues(values), key=lambda one: one.on, default=None)


def next_step(values: Values) -> str:
    """Return the step after the stage somebody is at, without its number; empty at the end."""
    stage = values.get("stage")
    if is_settled(values) or stage not in STEPS:
        return ""
    return STEPS[STEPS.index(stage) + 1].partition(" ")[2]


def is_settled(values: Values) -> bool:
    """Tell whether the way has come to its end: he was confirmed, or his papers are filed."""
    return bool(values.get("confirmation_approved_on")) or values.get("stage") == STEPS[-1]


def faults(values: Values, today: date) -> list[EntryFault]:
    """Return what is wrong with an applicant's page: E for a wrong order, W for what is late."""
    return [
        *_too_young(values),
        *_out_of_order(values),
        *_locked(values),
        *_gaps(values),
        *_training(values),
        *_reviews(values),
        *_probation(values),
        *_overdue(values, today),
    ]


def _label(field: str) -> str:
    return _PAGE.field(field).label


def _told(values: Values, field: str) -> str:
    day = day_in(values, field)
    return f"{_label(field)}（{long_date(day) if day else '未填'}）"


def _too_young(values: Values) -> Iterator[EntryFault]:
    born, applied = _month_of_birth(values), day_in(values, "applied_on")
    if born and applied and applied < months_after(born, LEAST_AGE * 12):
        yield EntryFault("E", "born", f"递交申请书时未满{LEAST_AGE}周岁，请核对出生年月。")


def _month_of_birth(values: Values) -> date | None:
    """Return the first day a birth kept as `1998-05` or `1998-05-12` can have been."""
    text = str(values.get("born") or "")
    try:
        return date.fromisoformat(text if len(text) > len("1998-05") else f"{text}-01")
    except ValueError:
        return None


def _out_of_order(values: Values) -> Iterator[EntryFault]:
    there = [name for name in _ORDER if day_in(values, name)]
    for before, after in pairwise(there):
        if str(values[after]) < str(values[before]):
            yield EntryFault(
                "E", after, f"{_told(values, after)}早于{_told(values, before)}，请核对。"
            )


def _locked(values: Values) -> Iterator[EntryFault]:
    for lock in LOCKS:
        since, until = day_in(values, lock.since), day_in(values, lock.until)
        if since is None or until is None:
            continue
        if lock.least and until < months_after(since, lock.least):
            sentence = f"{_told(values, lock.until)}距{_label(lock.since)}不满{_span(lock.least)}。"
            yield EntryFault("E", lock.until, sentence)
        if lock.most and until > months_after(since, lock.most):
            sentence = f"{_told(values, lock.until)}超过{_label(lock.since)}后{_span(lock.most)}。"
            yield EntryFault("W", lock.until, sentence)


def _span(months: int) -> str:
    return f"{months // 12}年" if months % 12 == 0 else f"{months}个月"


def _gaps(values: Values) -> Iterator[EntryFault]:
    """Find days left out although a later one is there, and contacts not named."""
    there = [place for place, name in enumerate(_ORDER) if day_in(values, name)]
    for place, name in enumerate(_ORDER[: there[-1]] if there else ()):
        if day_in(values, name) is None:
            later = _label(_ORDER[next(one for one in there if one > place)])
            yield EntryFault("E", name, f"已有{later}，还没有填写{_label(name)}。")
    if day_in(values, "activist_on") and not values.get("contacts"):
        yield EntryFault("E", "contacts", "确定为积极分子后要指定一至两名正式党员作培养联系人。")


def _training(values: Values) -> Iterator[EntryFault]:
    if day_in(values, "admitted_on") is None:
        return
    days, hours = values.get("training_days") or 0, values.get("training_hours") or 0
    if days < LEAST_TRAINING_DAYS and hours < LEAST_TRAINING_HOURS:
        sentence = f"集中培训不少于{LEAST_TRAINING_DAYS}天或{LEAST_TRAINING_HOURS}学时，请补填。"
        yield EntryFault("E", "training_days", sentence)


def _reviews(values: Values) -> Iterator[EntryFault]:
    """Find half-years without a review while he was an activist."""
    until = day_in(values, "target_on")
    for before, after in pairwise([*_reviewed(values), *([until] if until else [])]):
        if after > months_after(before, REVIEW_MONTHS):
            sentence = f"{long_date(before)}至{long_date(after)}超过半年没有考察记录。"
            yield EntryFault("W", "reviews", sentence)


def _reviewed(values: Values) -> list[date]:
    """Return the day he became an activist and the days he was reviewed on since."""
    begun = day_in(values, "activist_on")
    if begun is None:
        return []
    days = (day_in(row, "on") for row in rows_in(values, "reviews"))
    return [begun, *sorted(day for day in days if day is not None and day > begun)]


def _probation(values: Values) -> Iterator[EntryFault]:
    admitted, ends = day_in(values, "admitted_on"), probation_end(values)
    if admitted is None or ends is None:
        return
    first_end = last_day(admitted, PROBATION_MONTHS)
    written, confirmed = day_in(values, "probation_ends_on"), day_in(values, "confirmed_on")
    if written and written != first_end:
        sentence = f"预备期一年，接收之日起算，应于{long_date(first_end)}期满。"
        yield EntryFault("E", "probation_ends_on", sentence)
    least, most = (
        last_day(admitted, PROBATION_MONTHS + months)
        for months in (LEAST_EXTENSION_MONTHS, MOST_EXTENSION_MONTHS)
    )
    if ends != first_end and not least <= ends <= most:
        sentence = f"延长预备期不少于半年、不超过一年：{long_date(least)}至{long_date(most)}。"
        yield EntryFault("E", "extended_to", sentence)
    if confirmed and confirmed <= ends:
        sentence = f"{_told(values, 'confirmed_on')}预备期未满，{long_date(ends)}才期满。"
        yield EntryFault("E", "confirmed_on", sentence)


def _dues(values: Values) -> Iterator[Due]:
    """Yield the terms that are running."""
    for lock in LOCKS:
        since = day_in(values, lock.since)
        if lock.due and since and day_in(values, lock.until) is None:
            yield Due(months_after(since, lock.most), lock.until, lock.due)
    reviewed = _reviewed(values)
    if reviewed and day_in(values, "target_on") is None:
        yield Due(months_after(reviewed[-1], REVIEW_MONTHS), "reviews", "半年考察并记录")
    ends = probation_end(values)
    if ends and day_in(values, "confirmed_on") is None:
        yield Due(ends + timedelta(days=1), "confirmed_on", "支部大会讨论转正")


def _overdue(values: Values, today: date) -> Iterator[EntryFault]:
    for due in _dues(values):
        if today > due.on:
            yield EntryFault(
                "W", due.field, f"应在{long_date(due.on)}前{due.what}，已经超期，请尽快办理。"
            )
