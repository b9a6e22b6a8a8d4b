from __future__ import annotations

from datetime import date

import pytest

from app.rules.party_birthdays import party_birthdays
from tests.factories import make_member


@pytest.mark.parametrize(
    ("joined", "year", "on", "years"),
    [
        (date(2006, 6, 28), 2025, date(2025, 6, 28), 19),
        (date(2024, 2, 29), 2025, date(2025, 2, 28), 1),
        (date(2024, 2, 29), 2028, date(2028, 2, 29), 4),
    ],
)
def test_a_party_birthday_comes_round_every_year(
    joined: date, year: int, on: date, years: int
) -> None:
    (found,) = party_birthdays([make_member(joined_on=joined)], year)
    assert (found.on, found.years) == (on, years)


def test_there_is_none_in_the_year_of_joining_nor_without_a_day() -> None:
    members = [make_member(joined_on=date(2025, 5, 16)), make_member(joined_on=None)]
    assert party_birthdays(members, 2025) == []


def test_they_stand_by_day() -> None:
    members = [make_member(joined_on=date(2001, 12, 1)), make_member(joined_on=date(2010, 1, 3))]
    assert [one.on.month for one in party_birthdays(members, 2025)] == [1, 12]
