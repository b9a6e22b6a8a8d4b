from __future__ import annotations

import pytest

from app.errors import NotFoundError
from app.records import Entry
from app.services import Services
from tests import factories
from tests.branch_year import keep_year


def test_a_month_without_a_theme_day_is_found(services: Services) -> None:
    services.members.save(factories.make_member())

    assert 9 in {finding.number for finding in services.checks.month("2025-10")}


def test_a_meeting_is_checked_as_it_stands_before_it_is_kept(services: Services) -> None:
    meeting = services.meetings.new_theme_day(2025, 9)
    before = {finding.field for finding in services.checks.meeting(meeting)}
    meeting.place = "三楼会议室"
    after = {finding.field for finding in services.checks.meeting(meeting)}

    assert "place" in before
    assert "place" not in after


def test_months_read_together_find_what_each_finds_alone(services: Services) -> None:
    members = keep_year(services, 5)
    order = {"number": "整〔2025〕1号", "ordered_on": "2025-11-20", "due_on": "2025-12-05"}
    for year, page, values in (
        (2025, "rectification_order", order),
        (2026, "inspection", {"month": "2025年12月", "inspected_on": "2026-01-06"}),
        (2026, "exemption", {"member": [{"member": members[3].id}], "begins_on": "2025-03-01"}),
    ):
        services.entries.save(
            Entry(branch_id=factories.BRANCH_ID, page=page, year=year, values=values)
        )
    months = ["2026-01", "2025-03", "2025-12", "2025-08"]

    together = services.checks.months(months)

    assert list(together) == months
    assert all(together.values())
    for month in months:
        assert together[month] == services.checks.month(month), month


def test_an_empty_file_is_told_what_to_fill_in_first(services: Services) -> None:
    branch = services.branches.get()
    with services.store.write("branch") as unit:
        unit.delete(unit.merge(branch))

    with pytest.raises(NotFoundError, match="党支部"):
        services.checks.month("2025-10")
