from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.store import rotation

NOW = datetime(2025, 10, 9, 17, 0)  # noqa: DTZ001


def every(hours: float, days: int) -> list[datetime]:
    return [NOW - timedelta(hours=hours) * one for one in range(int(days * 24 / hours))]


def test_everything_of_the_last_two_days_stays() -> None:
    made = every(0.5, 2)
    assert rotation.kept(made, NOW) == set(made)


def test_of_older_days_the_last_copy_stays_for_twelve_days() -> None:
    made = every(6, 12)
    kept = rotation.kept(made, NOW)
    older = [one for one in kept if one < NOW - timedelta(days=2)]
    assert {one.date() for one in older} == {
        (NOW - timedelta(days=day)).date() for day in range(3, 12)
    } | {one.date() for one in older if one.date() == (NOW - timedelta(days=2)).date()}
    assert all(one == max(x for x in made if x.date() == one.date()) for one in older)


def test_ten_weeks_and_nine_months_stay_of_a_year() -> None:
    kept = rotation.kept(every(24, 400), NOW)
    assert len({(one.year, one.month) for one in kept}) == 9
    assert len(kept) <= 2 + 12 + 10 + 9
    assert min(kept) > NOW - timedelta(days=290)


@given(st.lists(st.datetimes(datetime(2015, 1, 1), datetime(2035, 1, 1)), min_size=1))  # noqa: DTZ001
def test_the_newest_always_stays_and_thinning_again_changes_nothing(made: list[datetime]) -> None:
    kept = rotation.kept(made, NOW)
    assert max(made) in kept
    assert rotation.kept(kept, NOW) == kept
