from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.manual.pages.election import PAGE
from app.rules.elections import (
    elected,
    faults,
    next_term_end,
    result,
    sentences,
    surplus,
    why_not_taken_up,
)
from app.rules.entries import missing
from tests.app.rules import factories as make

NAMES = ("周启明", "韩素云", "陆景行", "贺立新", "冯小满", "汪东林")
VOTES = (15, 14, 13, 14, 12, 6)


def person(name: str) -> list[dict[str, str]]:
    return [{"member": name}]


def stood(*votes: int | None) -> list[dict[str, Any]]:
    return [
        {"member": person(name), "in_favour": count, "against": 0, "abstained": 0}
        for name, count in zip(NAMES, votes, strict=False)
    ]


def values(**changes: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "term": "第六届",
        "kind": "换届",
        "expires_on": "2026-04-19",
        "asked_on": "2026-03-02",
        "approved_on": "2026-03-10",
        "held_on": "2026-04-10",
        "entitled": 16,
        "present": 15,
        "seats": 5,
        "scrutineers": person("郝文静"),
        "tellers": person("段志强"),
        "candidates": stood(*VOTES),
        "plenary_on": "2026-04-10",
        "posts": [{"member": person("周启明"), "post": "书记"}],
        "reported_on": "2026-04-11",
    }
    return given | changes


def name_of(member_id: str | None) -> str:
    return member_id or ""


def test_an_election_that_is_in_order_has_no_fault() -> None:
    assert missing(PAGE, values()) == []
    assert list(faults(values())) == []
    assert why_not_taken_up(values(), name_of) == ""


@pytest.mark.parametrize(
    ("votes", "present", "winners"),
    [
        (VOTES, 15, NAMES[:5]),
        # Eight of fifteen are more than half, seven are not.
        ((8, 8, 8, 8, 8, 7), 15, NAMES[:5]),
        ((8, 8, 8, 8, 7, 7), 15, NAMES[:4]),
        # Of fourteen, seven are just half.
        ((8, 8, 8, 8, 7, 7), 14, NAMES[:4]),
        # Six over half for five seats: those with most votes, nobody where the last is shared.
        ((15, 14, 13, 12, 11, 10), 15, NAMES[:5]),
        ((15, 14, 13, 12, 10, 10), 15, NAMES[:4]),
    ],
)
def test_who_is_elected_follows_from_the_votes(
    votes: tuple[int, ...], present: int, winners: tuple[str, ...]
) -> None:
    found = elected(values(candidates=stood(*votes), present=present))
    assert [key for key, _ in found] == list(winners)


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        # Four fifths of sixteen are 12.8: thirteen must be there.
        ({"present": 13, "candidates": stood(13, 13, 13, 13, 12, 1)}, []),
        ({"present": 12, "candidates": stood(12, 12, 12, 12, 12, 1)}, ["present", "posts"]),
        ({"present": 16}, []),
        ({"present": 17}, ["present"]),
        # A fifth more candidates than seats: six for five.
        ({"candidates": stood(15, 14, 13, 12, 11)}, ["candidates", "posts"]),
        ({"seats": 4, "candidates": stood(15, 14, 13, 12, 1)}, []),
        ({"candidates": stood(15, 14, 13, 12, 10, 10)}, ["candidates"]),
        ({"candidates": stood(16, 14, 13, 14, 12, 6)}, ["candidates"]),
        # A term that has run out needs the consent of those above.
        ({"expires_on": "2026-04-10", "approved_on": ""}, []),
        ({"expires_on": "2026-04-09", "approved_on": ""}, ["approved_on"]),
        ({"expires_on": "2026-04-09"}, []),
        ({"approved_on": "2026-03-01"}, ["approved_on"]),
        ({"approved_on": "2026-04-11"}, ["held_on"]),
        ({"plenary_on": "2026-04-09"}, ["plenary_on"]),
        ({"reported_on": "2026-04-09"}, ["reported_on"]),
        ({"tellers": person("汪东林")}, ["tellers"]),
        ({"scrutineers": person("周启明")}, ["scrutineers"]),
        ({"posts": [{"member": person("汪东林"), "post": "委员"}]}, ["posts"]),
        (
            {
                "posts": [
                    {"member": person("周启明"), "post": "书记"},
                    {"member": person("韩素云"), "post": "书记"},
                ]
            },
            ["posts"],
        ),
    ],
)
def test_each_fault_is_found_at_its_edge(changes: dict[str, Any], fields: list[str]) -> None:
    assert [one.field for one in faults(values(**changes))] == fields


@pytest.mark.parametrize("name", ["entitled", "present", "seats", "candidates"])
def test_nothing_follows_while_figures_are_missing(name: str) -> None:
    half = values(**{name: None})
    assert result(half) is None
    assert elected(half) == []
    assert sentences(half, name_of) == []
    assert "还没有填全" in why_not_taken_up(half, name_of)


def test_a_vote_not_yet_counted_is_no_nought() -> None:
    assert result(values(candidates=stood(15, 14, 13, 12, 11, None))) is None
    assert result(values(candidates=stood(15, 14, 13, 12, 11, 0))) is not None


def test_the_figures_are_told_in_sentences() -> None:
    sat, more, chosen = sentences(values(), name_of)
    assert sat == "应到有选举权16人，五分之四为13人，实到15人，符合规定人数，可以开会。"
    assert more == "应选5人，候选人6人，差额率20%，符合不少于20%的规定（至少6人）。"
    assert chosen.endswith("（8票）的当选。当选：周启明、韩素云、陆景行、贺立新、冯小满。")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"present": 12}, "没有达到规定人数，不能开会。"),
        ({"candidates": stood(15, 14, 13, 12, 11)}, "没有达到不少于20%的规定（至少6人）。"),
        (
            {"candidates": stood(15, 14, 13, 12, 10, 10)},
            "冯小满、汪东林得票相等，不能确定当选人，应就票数相等的候选人重新投票。",
        ),
        ({"candidates": stood(15, 14, 13, 7, 6, 5)}, "当选人少于应选名额2人"),
    ],
)
def test_what_went_wrong_is_told_too(changes: dict[str, Any], told: str) -> None:
    assert told in "".join(sentences(values(**changes), name_of))


@pytest.mark.parametrize(
    ("candidates", "seats", "expected"),
    [(6, 5, "20%"), (4, 3, "33.3%"), (5, 5, "0%"), (3, 0, "")],
)
def test_the_surplus_of_candidates_is_a_share_of_the_seats(
    candidates: int, seats: int, expected: str
) -> None:
    assert surplus(candidates, seats) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2023, 4, 20), date(2026, 4, 19), date(2029, 4, 9)),
        (date(2021, 4, 20), date(2026, 4, 19), date(2031, 4, 9)),
        (date(2023, 4, 20), None, date(2029, 4, 9)),
        (None, None, date(2029, 4, 9)),
    ],
)
def test_a_term_is_as_long_as_the_last_else_three_years(
    start: date | None, end: date | None, expected: date
) -> None:
    branch = make.branch()
    branch.term_start, branch.term_end = start, end
    assert next_term_end(branch, date(2026, 4, 10)) == expected
