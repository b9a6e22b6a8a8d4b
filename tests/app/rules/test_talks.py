from __future__ import annotations

from datetime import date

import pytest

from app.manual.words import DRAFT, VOID
from app.records import Entry, Member
from app.rules.talks import TalkYear, talk_year, talks_in
from tests.factories import BRANCH_ID, make_member, make_post

DAY = date(2025, 12, 31)


def talk(first: Member, second: Member | None, on: str = "2025-05-06", state: str = DRAFT) -> Entry:
    partner = {"member": second.id} if second else {"guest": "乔志远"}
    return Entry(
        branch_id=BRANCH_ID,
        page="talk",
        year=2025,
        values={"held_on": on, "talker": [{"member": first.id}], "partner": [partner]},
        state=state,
    )


SECRETARY = make_member("周启明", posts=[make_post("书记")])
ORGANISER = make_member("韩素云", posts=[make_post("组织委员")])
DISCIPLINE = make_member("贺立新", posts=[make_post("纪检委员")])
FORMER = make_member("冯小满", posts=[make_post("青年委员", to_on=date(2025, 6, 30))])
DRIVER = make_member("姚春雷")
GONE = make_member("吕思远", to_on=date(2025, 6, 3))
MEMBERS = [DRIVER, SECRETARY, ORGANISER, DISCIPLINE, FORMER, GONE]


def year(*entries: Entry) -> TalkYear:
    return talk_year(MEMBERS, entries, DAY)


def test_the_committee_and_roster_of_the_day_decide() -> None:
    found = year()
    assert [one.name for one in found.committee] == ["周启明", "韩素云", "贺立新"]
    assert [one.member.name for one in found.members] == ["姚春雷", "冯小满"]


def test_without_talks_everything_is_open() -> None:
    found = year()
    assert len(found.open_pairs) == 3
    assert found.without_committee == found.without_members == [DRIVER, FORMER]


@pytest.mark.parametrize(
    ("first", "second", "open_pairs", "without_committee", "without_members"),
    [
        (SECRETARY, ORGANISER, 2, 2, 2),
        (ORGANISER, SECRETARY, 2, 2, 2),
        (SECRETARY, DRIVER, 3, 1, 2),
        (DRIVER, SECRETARY, 3, 1, 2),
        (DRIVER, FORMER, 3, 2, 0),
        # Who has left is a member all the same when the talk is counted for the other one.
        (DRIVER, GONE, 3, 2, 1),
        (DRIVER, None, 3, 2, 2),
        (DRIVER, DRIVER, 3, 2, 2),
    ],
)
def test_each_talk_closes_what_it_is(
    first: Member,
    second: Member | None,
    open_pairs: int,
    without_committee: int,
    without_members: int,
) -> None:
    found = year(talk(first, second))
    assert len(found.open_pairs) == open_pairs
    assert len(found.without_committee) == without_committee
    assert len(found.without_members) == without_members


def test_a_member_is_done_with_one_talk_of_each_sort() -> None:
    (driver, former) = year(talk(SECRETARY, DRIVER), talk(FORMER, DRIVER)).members
    assert driver.is_done
    assert not former.is_done
    assert driver.with_members[0].partner(DRIVER.id) == FORMER.id


def test_talks_stand_in_their_order_and_void_ones_and_other_pages_do_not_count() -> None:
    award = Entry(branch_id=BRANCH_ID, page="award", year=2025)
    entries = [
        talk(SECRETARY, DRIVER, "2025-09-01"),
        talk(SECRETARY, DRIVER, ""),
        talk(SECRETARY, DRIVER, "2025-03-01"),
        talk(SECRETARY, DRIVER, "2025-01-01", state=VOID),
        award,
    ]
    assert [one.on for one in talks_in(entries)] == [date(2025, 3, 1), date(2025, 9, 1), None]
