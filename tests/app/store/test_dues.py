from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.errors import StaleError
from app.store import Store, dues, members
from tests.factories import make_dues_row, make_members


def test_rows_are_read_by_month_and_keep_exact_amounts(made: Store) -> None:
    member, other = make_members(2)
    rows = [
        make_dues_row(member, "2025-10", rate=Decimal("0.015"), paid_on=date(2025, 10, 9)),
        make_dues_row(other, "2025-10", base_fen=None, rate=None, due_fen=20),
        make_dues_row(member, "2025-11"),
    ]
    with made.write("dues") as unit:
        members.save(unit, member)
        members.save(unit, other)
        dues.save(unit, rows)
    with made.read() as unit:
        october = dues.month(unit, "2025-10")
        assert [one.rate for one in october] == [Decimal("0.015"), None]
        assert [one.due_fen for one in october] == [5000, 20]
        assert len(dues.between(unit, "2025-01", "2025-12")) == 3
        assert dues.month(unit, "2025-12") == []


def test_a_row_is_changed_or_taken_away(made: Store) -> None:
    member = make_members(1)[0]
    with made.write("dues") as unit:
        members.save(unit, member)
        row = dues.save(unit, [make_dues_row(member)])[0]
    row.paid_fen = 5000
    with made.write("dues") as unit:
        dues.save(unit, [row])
    with pytest.raises(StaleError), made.write("dues") as unit:
        dues.save(unit, [row])
    with made.write("dues") as unit:
        dues.delete(unit, [row.id, "nowhere"])
    with made.read() as unit:
        assert dues.month(unit, "2025-10") == []
