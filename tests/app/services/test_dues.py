from __future__ import annotations

from datetime import date

import pytest

from app.errors import InvalidInputError
from app.services import Services
from tests import factories


def test_each_member_of_the_month_gets_a_row_worked_out_from_his_base(services: Services) -> None:
    services.members.save(factories.make_member("柳知行", base_fen=773300))
    services.members.save(factories.make_member("舒望远", base_fen=None, position=1))

    first, second = services.dues.month("2025-10")

    assert (first.due_fen, second.due_fen) == (11600, 0)
    assert first.paid_fen is None


def test_who_left_before_or_came_after_the_month_gets_no_row(services: Services) -> None:
    services.members.save(factories.make_member("柳知行", to_on=date(2025, 9, 30)))
    services.members.save(factories.make_member("舒望远", from_on=date(2025, 11, 1)))
    services.members.save(factories.make_member("解云舒", from_on=date(2025, 10, 31)))
    services.members.save(factories.make_member("欧阳听雨", to_on=date(2025, 10, 1)))

    names = {one.id: one.name for one in services.members.everyone()}
    due = sorted(names[row.member_id] for row in services.dues.month("2025-10"))
    assert due == sorted(["解云舒", "欧阳听雨"])


def test_a_kept_row_does_not_follow_a_later_change_of_the_base(services: Services) -> None:
    member = services.members.save(factories.make_member(base_fen=500000))
    services.dues.save(services.dues.month("2025-10"))
    member = services.members.get(member.id)
    member.dues_bases[0].base_fen = 900000
    services.members.save(member)

    assert services.dues.month("2025-10")[0].due_fen == 5000
    assert services.dues.month("2025-11")[0].due_fen == 13500


def test_rows_are_kept_together_or_not_at_all(services: Services) -> None:
    for member in factories.make_members(2):
        services.members.save(member)
    rows = services.dues.month("2025-10")
    rows[0].paid_fen, rows[0].paid_on = 5000, date(2025, 10, 9)
    rows[1].paid_fen = 5000

    with pytest.raises(InvalidInputError, match="交纳日期"):
        services.dues.save(rows)
    assert all(row.paid_fen is None for row in services.dues.month("2025-10"))


def test_a_negative_amount_is_refused(services: Services) -> None:
    services.members.save(factories.make_member())
    rows = services.dues.month("2025-10")
    rows[0].paid_fen = -1

    with pytest.raises(InvalidInputError, match="负数"):
        services.dues.save(rows)
