from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import InvalidInputError, NotFoundError
from app.manual.kinds import THEME_DAY
from app.records import Meeting
from app.services import Services
from app.store import branches, dues, meetings, members
from tests.app.printing.pages.made import value
from tests.example_branch import MONTH, Example, example, make_member


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened, _ = Services.create(tmp_path / "records", profile=tmp_path / "profile")
    yield opened
    opened.close(backup=False)


@pytest.fixture
def kept(services: Services) -> Example:
    """Keep the example branch with its October."""
    made = example()
    leaders = [group.leader_id for group in made.groups]
    for group in made.groups:
        group.leader_id = None
    with services.store.write("branch") as unit:
        branches.save(unit, made.branch)
        branches.save_groups(unit, made.groups)
        for member in made.members:
            members.save(unit, member)
        meetings.save(unit, made.meeting)
        dues.save(unit, made.dues)
    for group, leader in zip(made.groups, leaders, strict=True):
        group.leader_id = leader
    return made


@pytest.mark.usefixtures("kept")
def test_the_month_set_is_filled_from_what_was_kept(services: Services) -> None:
    sheets = services.manual.sheets_of_month(MONTH)

    assert [sheet.code for sheet in sheets] == ["P13", "P17", "P21", "P22", "P24"]
    assert value(sheets[0], "实到人数") == "16人（正式14 预备2）"


@pytest.mark.usefixtures("kept")
def test_pages_are_chosen_by_their_codes_in_any_writing(services: Services) -> None:
    sheets = services.manual.sheets_of_month(MONTH, ["p24", " P13 "])
    assert [sheet.code for sheet in sheets] == ["P13", "P24"]


@pytest.mark.usefixtures("kept")
def test_an_unknown_page_is_refused_with_the_known_ones(services: Services) -> None:
    with pytest.raises(InvalidInputError, match=r"没有“P99”这种页.*P13 主题党日活动记录"):
        services.manual.sheets_of_month(MONTH, ["P13", "P99"])


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("month", ["2025-13", "2025", "202510", "十月"])
def test_what_is_no_month_is_refused(services: Services, month: str) -> None:
    with pytest.raises(InvalidInputError, match="不是月份"):
        services.manual.sheets_of_month(month)


@pytest.mark.usefixtures("kept")
def test_a_month_without_meetings_says_so(services: Services) -> None:
    with pytest.raises(NotFoundError, match="2025年11月还没有活动记录"):
        services.manual.sheets_of_month("2025-11")


@pytest.mark.usefixtures("kept")
def test_the_dues_sheet_can_be_printed_before_the_theme_day(services: Services) -> None:
    (sheet,) = services.manual.sheets_of_month("2025-11", ["P24"])
    assert sheet.title == "2025年11月安原矿业有限公司青石矿运输区党支部党费收缴登记表"


@pytest.mark.usefixtures("kept")
def test_a_page_with_nothing_to_show_says_so(services: Services) -> None:
    with pytest.raises(NotFoundError, match="没有可打印的活动照片"):
        services.manual.sheets_of_month(MONTH, ["P13P"])


def test_an_empty_file_asks_for_the_branch_or_the_record(services: Services) -> None:
    with pytest.raises(NotFoundError):
        services.manual.sheets_of_month(MONTH)


def test_someone_in_the_trash_is_still_named(services: Services, kept: Example) -> None:
    services.members.delete(kept.person("周启明").id)
    (sheet, *_) = services.manual.sheets_of_month(MONTH)
    assert value(sheet, "主持人") == "周启明"
    assert value(sheet, "应到人数") == "17人（正式15 预备2）"


@pytest.mark.usefixtures("kept")
def test_printing_gives_the_same_bytes_twice(services: Services) -> None:
    first = services.manual.month_set(MONTH)
    assert first.pdf == services.manual.month_set(MONTH).pdf
    assert first.pdf.startswith(b"%PDF-1.4")


@pytest.mark.usefixtures("kept")
def test_a_meeting_not_saved_yet_can_be_seen_as_it_will_print(services: Services) -> None:
    fresh = services.meetings.new_theme_day(2025, 11)
    assert services.manual.preview(fresh).pdf.startswith(b"%PDF")


def test_a_meeting_without_any_day_can_be_seen_too(services: Services, kept: Example) -> None:
    bare = Meeting(branch_id=kept.branch.id, kinds=[THEME_DAY])
    assert services.manual.preview(bare).pdf.startswith(b"%PDF")


def test_a_new_member_stands_on_the_sign_in_sheet(services: Services, kept: Example) -> None:
    services.members.save(make_member(kept.branch.id, "阿依努尔·买买提", 18))
    (sheet,) = services.manual.sheets_of_month(MONTH, ["P21"])
    assert value(sheet, "应到人数").startswith("19人")
