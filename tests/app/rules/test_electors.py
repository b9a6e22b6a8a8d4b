"""Who may elect on a day: the roster's edges, and the meeting that voted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from app.manual import words
from app.manual.kinds import MEMBERS_MEETING
from app.records import Meeting, Member, Vote, VoteExclusion
from app.rules.elections import faults
from app.rules.electors import Electors, electors
from app.rules.exemptions import Exemption
from tests.app.rules import factories as make
from tests.app.rules.test_elections import stood, values

DAY = date(2026, 4, 10)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


def roster(*more: Member) -> list[Member]:
    """Return fifteen full members, and others."""
    return [*(make.member(f"党员{number}") for number in range(15)), *more]


def suspended(first: date | None, last: date | None) -> Member:
    found = make.member("某人")
    found.rights_from, found.rights_to = first, last
    return found


def figures(found: Electors | None) -> tuple[int, int, int, int, int | None]:
    assert found is not None
    return found.full, found.suspended, found.left_out, found.entitled, found.present


def vote(rule: str = words.ELECTION_VOTE, *left_out: str) -> Vote:
    gone = [VoteExclusion(branch_id=make.BRANCH_ID, member_id=one) for one in left_out]
    return Vote(branch_id=make.BRANCH_ID, rule=rule, exclusions=gone)


def meeting(*votes: Vote, day: date = DAY, **states: str) -> Meeting:
    """Return the members' meeting of a day; the states are those of 党员0, 党员1 and so on."""
    return make.meeting(
        kinds=[MEMBERS_MEETING],
        start=datetime.combine(day, datetime.min.time()).replace(hour=15),
        end=None,
        votes=list(votes),
        attendance=[make.attended(f"党员{key[1:]}", state) for key, state in states.items()],
    )


@pytest.mark.parametrize(
    ("one", "full", "barred"),
    [
        (make.member("某人"), 16, 0),
        (make.member("某人", words.PROBATIONARY_MEMBER), 15, 0),
        # Who becomes a full member on the day itself elects.
        (make.member("某人", category_from=DAY), 16, 0),
        # Who is transferred belongs to the branch on his last day and no longer on the next.
        (make.member("某人", last=BEFORE), 15, 0),
        (make.member("某人", last=DAY), 16, 0),
        (make.member("某人", first=DAY), 16, 0),
        (make.member("某人", first=AFTER), 15, 0),
        # First and last day of a suspension count.
        (suspended(DAY, None), 16, 1),
        (suspended(None, DAY), 16, 1),
        (suspended(AFTER, None), 16, 0),
        (suspended(None, BEFORE), 16, 0),
    ],
)
def test_who_may_elect_is_decided_by_the_roster_of_the_day(
    one: Member, full: int, barred: int
) -> None:
    assert figures(electors(DAY, roster(one))) == (full, barred, 0, full - barred, None)


def test_who_becomes_a_full_member_the_day_after_does_not_elect() -> None:
    one = make.member("某人", words.PROBATIONARY_MEMBER)
    one.categories += make.member("某人", category_from=AFTER).categories
    assert figures(electors(DAY, roster(one)))[0] == 15
    assert figures(electors(AFTER, roster(one)))[0] == 16


@pytest.mark.parametrize(
    ("first", "last", "left_out"),
    [(DAY, DAY, 1), (BEFORE, AFTER, 1), (BEFORE, BEFORE, 0), (AFTER, AFTER, 0)],
)
def test_the_list_of_the_exempt_counts_while_no_meeting_voted(
    first: date, last: date, left_out: int
) -> None:
    listed = [Exemption(key, "", first, last, None, "") for key in ("党员0", "某人")]
    # The other one has no vote anyway.
    people = roster(make.member("某人", words.PROBATIONARY_MEMBER))
    assert figures(electors(DAY, people, listed)) == (15, 0, left_out, 15 - left_out, None)


@pytest.mark.parametrize(
    ("held", "left_out", "present"),
    [
        (meeting(vote()), 0, 15),
        (meeting(vote(), a0=words.SICK_LEAVE, a1=words.LATE), 0, 14),
        (meeting(vote(), a0=words.EXEMPT), 1, 14),
        (meeting(vote(words.ELECTION_VOTE, "党员0"), a1=words.SICK_LEAVE), 1, 13),
        (meeting(vote(words.ORDINARY_VOTE, "党员0"), vote()), 0, 15),
        # Another day, another matter, and a record that was declared void say nothing.
        (meeting(vote(), day=BEFORE, a0=words.EXEMPT), 0, None),
        (meeting(vote(words.ORDINARY_VOTE), a0=words.EXEMPT), 0, None),
        (meeting(a0=words.EXEMPT), 0, None),
    ],
)
def test_the_meeting_that_voted_decides_who_is_left_out_and_who_came(
    held: Meeting, left_out: int, present: int | None
) -> None:
    found = electors(DAY, roster(), meetings=[held])
    assert figures(found) == (15, 0, left_out, 15 - left_out, present)
    held.state = words.VOID
    assert figures(electors(DAY, roster(), meetings=[held])) == (15, 0, 0, 15, None)


def test_a_day_the_roster_does_not_reach_is_not_known() -> None:
    assert electors(DAY, []) is None
    assert electors(BEFORE, [make.member("某人", first=DAY)]) is None


def known(**changes: Any) -> Electors:
    return Electors(**{"full": 16, "suspended": 0, "left_out": 0, "present": 15} | changes)


@pytest.mark.parametrize(
    ("of_day", "typed", "found"),
    [
        (known, {}, []),
        (lambda: known(full=17, suspended=1), {}, []),
        (lambda: known(present=None), {"present": 14}, []),
        (known, {"entitled": 15}, [("E", "entitled")]),
        (known, {"entitled": 17}, [("E", "entitled")]),
        (lambda: known(left_out=1), {}, [("E", "entitled")]),
        (known, {"present": 14}, [("W", "present")]),
        (known, {"present": 16}, [("W", "present")]),
        (known, {"entitled": None, "present": None}, []),
    ],
)
def test_figures_typed_are_held_against_those_of_the_day(
    of_day: Callable[[], Electors], typed: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    counted = values(candidates=stood(14, 13, 12, 11, 10, 1), **typed)
    assert [(one.level, one.field) for one in faults(counted, of_day())] == found


def test_a_difference_is_told_with_both_figures_and_the_sum() -> None:
    typed = values(entitled=17, present=14, candidates=stood(14, 13, 12, 11, 10, 1))
    assert [one.sentence for one in faults(typed, known(full=18, suspended=1, left_out=1))] == [
        (
            "应到有选举权填的是17人，按大会当天的名册是16人"
            "（正式党员 18 − 表决权受限 1 − 经批准不计 1 = 16），请核对。"
        ),
        ("实到填的是14人，按当天大会的考勤是15人（应到有选举权 16 − 未到会 1 = 15），请核对。"),
    ]


def test_a_figure_not_typed_yet_is_offered_with_its_sum() -> None:
    (entitled, _present) = known().tallies
    assert entitled.difference(None) == (
        "应到有选举权还没有填，按大会当天的名册是16人"
        "（正式党员 16 − 表决权受限 0 − 经批准不计 0 = 16）。"
    )
    assert entitled.difference(16) == ""
