"""The ladder of measures: which step is the next lawful one, from the facts and what was done.

The program proposes, people decide: nothing here writes anything.

Source: `domain/rules.md` 3.5 (D4), 3.6–3.8; 《中国共产党章程》第九条 (six months without taking
part in organisational life or paying dues).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from app.manual.pages.measure import MEASURES

(TALK, CRITICISM, MENDING, ADVISED_OUT, REMOVED, STOPPED, EXTENDED, CANCELLED) = MEASURES

# What ends a membership is never the first thing done: people are taught before.
# Source: S110 in `domain/rules.md` 3.6 (educate early, do not wait six months).
EXCLUSIONS = frozenset({ADVISED_OUT, REMOVED, STOPPED, CANCELLED})

# How much a step weighs, and what a step must weigh at least to answer the one that was due.
_TALKED, _EDUCATED, _HANDLED = 1, 2, 3
_LEAST = {TALK: _TALKED, CRITICISM: _TALKED, MENDING: _EDUCATED, EXTENDED: _EDUCATED}


class Rung(NamedTuple):
    """From so many facts on, this measure is due; a rung of none is switched off."""

    facts: int
    measure: str


class Done(NamedTuple):
    """A step that was taken: the day, the measure (`TALK` for any talk), and its weight."""

    on: date
    measure: str
    weight: int


# Months of dues owed one after the other.
# Source: D4 in `domain/rules.md` 3.5 (S25): three, five, six months.
UNPAID = (Rung(3, TALK), Rung(5, CRITICISM), Rung(6, REMOVED))
# Unexcused at every meeting for six months.
# Source: S110 in `domain/rules.md` 3.6.
AWAY_SIX_MONTHS = (Rung(1, REMOVED),)
# Searched for in every way and not found after six months; two years later he has left by himself.
# Source: S23 in `domain/rules.md` 3.7.
LOST = (Rung(1, STOPPED),)
STOPPED_MONTHS = 24
# Graded 不合格 by the others.
# Source: S39 in `domain/rules.md` 3.8.
FAILED = (Rung(1, MENDING),)
# What follows a measure whose term has ended without a result.
_AFTER = {MENDING: ADVISED_OUT, ADVISED_OUT: REMOVED, STOPPED: REMOVED}


def absence_rungs(talk: int, criticism: int, mending: int) -> tuple[Rung, ...]:
    """Return the rungs of unexcused absences, from the branch's own numbers."""
    return (Rung(talk, TALK), Rung(criticism, CRITICISM), Rung(mending, MENDING))


def talked(on: date) -> Done:
    """Return a talk as a step."""
    return Done(on, TALK, _TALKED)


def decided(on: date, measure: str) -> Done:
    """Return a measure that was decided as a step."""
    educating = measure in (TALK, CRITICISM)
    return Done(on, measure, _EDUCATED if educating else _HANDLED)


def next_measure(
    rungs: Iterable[Rung],
    days: Sequence[date],
    done: Sequence[Done],
    *,
    probationary: bool,
    since: date | None = None,
) -> str | None:
    """Return the measure that is due now; `None` where none is, or it was answered.

    `days` are those of the facts, ascending. A step answers a rung from the day on that made it
    due. What ends a membership needs a step before, from `since` on (else the first fact); without
    one the rung below is proposed.
    """
    for rung in sorted(rungs, reverse=True):
        if not 0 < rung.facts <= len(days):
            continue
        begun = since or days[0]
        if rung.measure in EXCLUSIONS and not any(one.on >= begun for one in done):
            continue
        due_on, least = days[rung.facts - 1], _LEAST.get(rung.measure, _HANDLED)
        if any(one.on >= due_on and one.weight >= least for one in done):
            return None
        return lawful(rung.measure, done, probationary=probationary)
    return None


def measure_after(
    measure: str, until: date | None, done: Sequence[Done], today: date, *, probationary: bool
) -> str | None:
    """Return what follows a measure whose term is over and that was neither lifted nor followed.

    `until` is the last day of the term; `done` are the steps after it was decided.
    """
    following = _AFTER.get(measure)
    if following is None or until is None or today <= until:
        return None
    if any(one.weight >= _HANDLED for one in done):
        return None
    return lawful(following, done, probationary=probationary)


def lawful(measure: str, done: Iterable[Done], *, probationary: bool) -> str:
    """Return the measure for a full member, or what takes its place for a probationary one.

    His probation is extended once; he is never advised to leave nor told to mend his ways.

    Source: S92 in `domain/rules.md` 3.8; 《中国共产党发展党员工作细则》第三十三条.
    """
    if not probationary or measure in (TALK, CRITICISM):
        return measure
    extended = any(one.measure == EXTENDED for one in done)
    return CANCELLED if measure in EXCLUSIONS or extended else EXTENDED


def unlawful(measure: str, *, probationary: bool) -> str:
    """Return why a measure cannot be decided about such a member; empty where it can.

    Source: S92 in `domain/rules.md` 3.8.
    """
    if probationary and measure in (ADVISED_OUT, REMOVED, STOPPED):
        return f"预备党员不用{measure}，用{EXTENDED}或{CANCELLED}。请改正。"
    if not probationary and measure in (EXTENDED, CANCELLED):
        return f"正式党员没有预备期，不能{measure}。请改正。"
    return ""
