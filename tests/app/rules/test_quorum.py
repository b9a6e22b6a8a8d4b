"""Votes at their edges: every boundary a branch meets, and what no figures may do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.manual import words
from app.manual.kinds import KINDS, MEETING_WORDS
from app.rules.quorum import (
    AT_LEAST_HALF,
    FOUR_FIFTHS,
    MORE_CANDIDATES,
    MORE_THAN_HALF,
    RULES,
    Ballots,
    Share,
    VoteRule,
    contradictions,
    election,
    outcome,
    rule_of,
)

COUNTS = st.integers(0, 200)
V1, V2, V5, V6 = (rule_of(key) for key in ("V1", "V2", "V5", "V6"))


@pytest.mark.parametrize(
    ("share", "whole", "least"),
    [
        (AT_LEAST_HALF, 16, 8),
        (AT_LEAST_HALF, 15, 8),
        (AT_LEAST_HALF, 1, 1),
        (AT_LEAST_HALF, 2, 1),
        (MORE_THAN_HALF, 16, 9),
        (MORE_THAN_HALF, 15, 8),
        (MORE_THAN_HALF, 1, 1),
        (MORE_THAN_HALF, 2, 2),
        (MORE_THAN_HALF, 3, 2),
        (FOUR_FIFTHS, 16, 13),
        (FOUR_FIFTHS, 15, 12),
        (FOUR_FIFTHS, 5, 4),
        (FOUR_FIFTHS, 1, 1),
        (MORE_CANDIDATES, 5, 6),
        (MORE_CANDIDATES, 3, 4),
        (MORE_CANDIDATES, 7, 9),
        (MORE_CANDIDATES, 1, 2),
    ],
)
def test_a_share_begins_at_a_whole_person(share: Share, whole: int, least: int) -> None:
    assert share.least(whole) == least


@pytest.mark.parametrize(
    ("rule", "entitled", "present", "favour", "can_sit", "passed"),
    [
        # 8 of 16: half may sit in ordinary matters, never for a person; half is no majority.
        (V1, 16, 8, 8, True, False),
        (V1, 16, 8, 9, True, True),
        (V1, 16, 7, 9, False, False),
        (V2, 16, 8, 8, False, False),
        (V2, 16, 9, 8, True, False),
        (V2, 16, 9, 9, True, True),
        (V2, 16, 14, 8, True, False),
        # 8 of 15 is both half and majority.
        (V1, 15, 8, 8, True, True),
        (V1, 15, 7, 7, False, False),
        (V2, 15, 8, 8, True, True),
        (V2, 15, 8, 7, True, False),
        # A committee of five: three sit and three decide.
        (V5, 5, 3, 3, True, True),
        (V5, 5, 2, 2, False, False),
        (V5, 4, 2, 2, True, False),
        (V5, 5, 5, 2, True, False),
        # An election: 12.8 of 16 is 13, and half of those who came decides.
        (V6, 16, 12, 12, False, False),
        (V6, 16, 13, 6, True, False),
        (V6, 16, 13, 7, True, True),
        (V6, 16, 14, 7, True, False),
        (V6, 15, 12, 7, True, True),
        # Nobody entitled decides nothing.
        (V1, 0, 0, 0, False, False),
        (V6, 0, 0, 0, False, False),
    ],
)
def test_the_truth_table(
    rule: VoteRule, entitled: int, present: int, favour: int, can_sit: bool, passed: bool
) -> None:
    found = outcome(rule, Ballots(in_favour=favour), entitled, present)
    assert (found.can_sit, found.passed) == (can_sit, passed)


def test_the_confirmation_of_the_example_passes_with_the_written_opinion() -> None:
    ballots = Ballots(
        in_favour=13, against=0, abstained=1, written_for=1, issued=14, returned=14, valid=14
    )
    found = outcome(rule_of(words.CONFIRMATION_VOTE), ballots, 16, 14)
    assert found.sentence == "应到表决权 16，实到 14，过半需 9，赞成 14 → 通过"
    assert found.passed is True
    assert contradictions(ballots, 16, 14) == []


@pytest.mark.parametrize(
    ("ballots", "present", "sentence"),
    [
        (Ballots(in_favour=8), 14, "应到表决权 16，实到 14，过半需 9，赞成 8 → 不通过"),
        (
            Ballots(in_favour=8, written_for=1),
            14,
            "应到表决权 16，实到 14，过半需 9，赞成 9 → 通过",
        ),
        (Ballots(in_favour=9), 8, "应到表决权 16，实到 8，到会需 9 → 不能开会"),
        (Ballots(), 14, "应到表决权 16，实到 14，过半需 9，赞成票还没有填写"),
        (
            Ballots(in_favour=13, issued=14, returned=15),
            14,
            "应到表决权 16，实到 14，发出票 14，收回票 15 → 表决无效",
        ),
    ],
)
def test_the_sentence_shows_the_sum(ballots: Ballots, present: int, sentence: str) -> None:
    assert outcome(V2, ballots, 16, present).sentence == sentence


def test_a_committee_is_counted_in_its_own_words() -> None:
    found = outcome(V5, Ballots(in_favour=5), 5, 5)
    assert found.sentence == "应到委员 5，实到 5，过半需 3，赞成 5 → 通过"


def test_nothing_counted_is_neither_passed_nor_refused() -> None:
    assert outcome(V1, Ballots(), 16, 14).passed is None
    assert outcome(V1, Ballots(), 16, 7).passed is None


@pytest.mark.parametrize(
    ("ballots", "fields"),
    [
        (Ballots(in_favour=13, abstained=1, issued=14, returned=14, valid=14), []),
        (Ballots(in_favour=12, abstained=1, issued=14, returned=14, valid=13), []),
        (Ballots(in_favour=14), []),
        (Ballots(in_favour=13), ["in_favour"]),
        (Ballots(issued=13), ["issued"]),
        (Ballots(issued=15), ["issued"]),
        (Ballots(issued=14, returned=15), ["returned"]),
        (Ballots(issued=14, returned=13, valid=14), ["valid"]),
        (Ballots(in_favour=14, issued=14, returned=14, valid=13), ["in_favour"]),
        (Ballots(in_favour=14, written_for=2), []),
        (Ballots(in_favour=14, written_for=2, written_against=1), ["written_for"]),
        (Ballots(), []),
    ],
)
def test_figures_that_cannot_be_are_named(ballots: Ballots, fields: list[str]) -> None:
    assert [one.field for one in contradictions(ballots, 16, 14)] == fields


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_a_rule_names_its_meeting_and_source_and_is_offered_there(rule: VoteRule) -> None:
    assert rule_of(rule.key) is rule
    assert rule.body in MEETING_WORDS
    assert rule.source
    offered = {key for kind in KINDS if kind.word == rule.body for key in kind.votes}
    assert rule.key in offered


def test_the_keys_are_those_that_are_kept() -> None:
    assert tuple(rule.key for rule in RULES) == words.VOTE_RULES
    assert {key for kind in KINDS for key in kind.votes} == set(words.VOTE_RULES)


@given(st.sampled_from(RULES), COUNTS, COUNTS, COUNTS, COUNTS)
def test_more_agreement_never_turns_a_pass_into_a_refusal(
    rule: VoteRule, entitled: int, present: int, favour: int, more: int
) -> None:
    less = outcome(rule, Ballots(in_favour=favour), entitled, present)
    found = outcome(rule, Ballots(in_favour=favour, written_for=more), entitled, present)
    assert found.passed or not less.passed


@given(st.sampled_from(RULES), COUNTS, COUNTS)
def test_half_never_passes_and_one_more_does(rule: VoteRule, entitled: int, present: int) -> None:
    whole = present if rule.of_present else entitled
    half = outcome(rule, Ballots(in_favour=whole // 2), entitled, present)
    over = outcome(rule, Ballots(in_favour=whole // 2 + 1), entitled, present)
    assert not half.passed
    assert over.passed is over.can_sit


@given(st.sampled_from([rule for rule in RULES if not rule.of_present]), COUNTS, COUNTS, COUNTS)
def test_staying_away_never_helps(rule: VoteRule, entitled: int, present: int, favour: int) -> None:
    with_fewer = outcome(rule, Ballots(in_favour=favour), entitled, max(present - 1, 0))
    assert outcome(rule, Ballots(in_favour=favour), entitled, present).passed or (
        not with_fewer.passed
    )


# --- elections --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("present", "votes", "elected", "tied", "state"),
    [
        (15, (14, 13, 12, 11, 10, 3), (0, 1, 2, 3, 4), (), "全部选出"),
        (13, (13, 12, 11, 10, 7, 6), (0, 1, 2, 3, 4), (), "全部选出"),
        (12, (12, 12, 12, 12, 12, 3), (), (), "不能开会"),
        (15, (14, 13, 12, 11, 10), (), (), "候选人不足"),
        (15, (14, 13, 12, 11, 7, 7), (0, 1, 2, 3), (), "未选足"),
        (15, (14, 13, 12, 11, 9, 9), (0, 1, 2, 3), (4, 5), "未选足"),
        (15, (15, 15, 15, 15, 15, 15), (), (0, 1, 2, 3, 4, 5), "未选足"),
    ],
)
def test_who_is_elected(
    present: int, votes: tuple[int, ...], elected: tuple[int, ...], tied: object, state: str
) -> None:
    found = election(16, present, 5, votes)
    assert (found.elected, found.tied, found.state) == (elected, tied, state)


def test_the_sentence_of_an_election_shows_its_sums() -> None:
    assert election(16, 15, 5, (14, 13, 12, 11, 10, 3)).sentence == (
        "应到有选举权 16，实到 15，到会需 13；应选 5，候选人 6，至少 6；当选需 8，选出 5 → 全部选出"
    )


@given(COUNTS, COUNTS, st.integers(1, 9), st.lists(COUNTS, max_size=12))
def test_nobody_is_elected_with_half_or_beyond_the_seats(
    entitled: int, present: int, seats: int, votes: list[int]
) -> None:
    found = election(entitled, present, seats, votes)
    assert len(found.elected) <= seats
    assert not set(found.elected) & set(found.tied)
    assert all(2 * votes[place] > present for place in (*found.elected, *found.tied))
    if found.elected or found.tied:
        assert 5 * present >= 4 * entitled
        assert 5 * len(votes) >= 6 * seats
