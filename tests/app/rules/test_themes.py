from __future__ import annotations

from datetime import date

from app.manual.kinds import MEMBERS_MEETING
from app.manual.words import DRAFT, THEME_SOURCES, VOID
from app.records import Entry
from app.rules.themes import target_names, theme_year
from tests.factories import BRANCH_ID, make_meeting


def test_sources_tags_and_targets_are_counted_and_usual_ones_shown_at_zero() -> None:
    coal = "冬季供煤"
    year = theme_year(
        [
            make_meeting(theme_source="重点工作", theme_tags=["调查研究"], work_target=coal),
            make_meeting(theme_source="重点工作", theme_tags=["安全", "安全"], work_target="别的"),
            make_meeting(theme_source="上级部署", state=VOID),
            make_meeting(MEMBERS_MEETING, theme_source="上级部署"),
        ],
        [coal, "皮带安全"],
    )
    assert year.sources == dict.fromkeys(THEME_SOURCES, 0) | {"重点工作": 2}
    assert (year.tags["调查研究"], year.tags["安全"], year.tags["总结经验"]) == (1, 1, 0)
    day = (date(2025, 10, 9),)
    assert year.targets == {coal: day, "皮带安全": (), "别的": day}


def test_the_targets_of_the_year_are_those_of_its_list() -> None:
    def listed(*names: str, state: str = DRAFT) -> Entry:
        values = {"targets": [{"name": name} for name in names]}
        return Entry(
            branch_id=BRANCH_ID, page="work_targets", year=2025, values=values, state=state
        )

    assert target_names([listed("供煤 ", "", "皮带"), listed("作废", state=VOID)]) == [
        "供煤",
        "皮带",
    ]
