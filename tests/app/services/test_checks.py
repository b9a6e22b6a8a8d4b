from __future__ import annotations

import pytest

from app.errors import NotFoundError
from app.services import Services
from tests import factories


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


def test_an_empty_file_is_told_what_to_fill_in_first(services: Services) -> None:
    branch = services.branches.get()
    with services.store.write("branch") as unit:
        unit.delete(unit.merge(branch))

    with pytest.raises(NotFoundError, match="党支部"):
        services.checks.month("2025-10")
