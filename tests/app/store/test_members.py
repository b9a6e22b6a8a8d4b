from __future__ import annotations

from datetime import date, datetime

import pytest

from app.errors import StaleError
from app.records import CategoryPeriod, DuesBase, Member
from app.records.snapshot import to_plain
from app.store import Store, members
from tests.factories import BRANCH_ID, make_member, make_post


def save(store: Store, member: Member) -> Member:
    with store.write("members") as unit:
        return members.save(unit, member)


def everyone(store: Store, *, deleted: bool = False) -> list[Member]:
    with store.read() as unit:
        return members.everyone(unit, deleted=deleted)


def test_a_member_comes_back_with_periods_posts_and_bases(made: Store) -> None:
    kept = save(made, make_member(posts=[make_post()], to_on=date(2025, 3, 31)))
    there = everyone(made)
    assert [to_plain(one) for one in there] == [to_plain(kept)]
    assert there[0].memberships[0].to_on == date(2025, 3, 31)
    assert there[0].posts[0].post == "书记"


def test_members_stand_by_position_and_then_by_pinyin(made: Store) -> None:
    for name, pinyin, position in (("丙", "bing", 1), ("乙", "yi", 0), ("甲", "jia", 0)):
        save(made, make_member(name, pinyin=pinyin, position=position))
    assert [one.name for one in everyone(made)] == ["甲", "乙", "丙"]


def test_a_new_period_is_added_and_a_base_corrected(made: Store) -> None:
    kept = save(made, make_member(category="预备党员"))
    kept.categories.append(
        CategoryPeriod(branch_id=BRANCH_ID, category="正式党员", from_on=date(2025, 6, 1))
    )
    kept.dues_bases[0].base_fen = 600000
    kept = save(made, kept)
    kept.dues_bases.append(DuesBase(branch_id=BRANCH_ID, base_fen=700000, from_month="2025-07"))
    save(made, kept)
    there = everyone(made)[0]
    assert [one.category for one in there.categories] == ["预备党员", "正式党员"]
    assert [one.base_fen for one in there.dues_bases] == [600000, 700000]
    assert there.version == 3


def test_a_stale_member_is_refused(made: Store) -> None:
    kept = save(made, make_member())
    stale = everyone(made)[0]
    kept.phone = "13800000000"
    save(made, kept)
    stale.note = "备注"
    with pytest.raises(StaleError) as refused:
        save(made, stale)
    assert refused.value.area == "members"


def test_a_deleted_member_is_in_the_bin_and_comes_back(made: Store) -> None:
    kept = save(made, make_member())
    with made.write("members") as unit:
        members.mark_deleted(unit, kept.id, datetime(2025, 10, 10, 8, 30))  # noqa: DTZ001
    assert everyone(made) == []
    assert [one.id for one in everyone(made, deleted=True)] == [kept.id]
    with made.write("members") as unit:
        members.mark_deleted(unit, kept.id, None)
    assert [one.id for one in everyone(made)] == [kept.id]
    with made.read() as unit:
        assert members.get(unit, "nowhere") is None


def test_records_read_show_no_content_in_their_repr(made: Store) -> None:
    member = save(made, make_member())
    assert member.name not in repr(member)
