from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from app.errors import CancelledError, InvalidInputError, NotFoundError
from app.manual import words
from app.manual.order import MISSING_ITEMS, MONTH_PARTS
from app.records import Member
from app.rules.rule_book import RuleChange
from app.services import Services
from app.services.volumes import Volume, Ways
from tests.app.printing.conftest import texts_of
from tests.app.printing.test_volume import outline, title_pages
from tests.branch_year import YEAR, keep_year
from tests.preflight import preflight, requires_preflight

MONTH = "2025-10"
DUPLEX = Ways(duplex=True)


@pytest.fixture(autouse=True)
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.clock.today", lambda: date(2025, 11, 20))


@pytest.fixture
def members(services: Services) -> list[Member]:
    """Keep October: theme day, committee meeting, talk and dues."""
    return keep_year(services, months=[10])


def codes(volume: Volume) -> list[str]:
    return [leaf.sheet.code for leaf in volume.leaves]


def titles(volume: Volume) -> list[str]:
    """Return the titles of all parts by their bookmarks, chapters left out."""
    marks = outline(volume.printed)
    deep = {level for level, _, _ in marks} == {0, 1}
    return [title for level, title, _ in marks if level or not deep]


@pytest.mark.usefixtures("members")
def test_a_month_is_bound_in_the_order_it_is_filed(services: Services) -> None:
    volume = services.volumes.month(MONTH)

    assert codes(volume) == ["P21", "P21", "P21", "P13", "P15", "P17", "P24", "P22", "P20"]
    names = [title for _, title, _ in outline(volume.printed)]
    assert names[0].endswith("归档材料清单")
    assert names[1] == "卷内目录"
    assert names[-1].endswith("缺项清单")


@pytest.mark.usefixtures("members")
@pytest.mark.parametrize("ways", [Ways(), DUPLEX], ids=["one side", "both sides"])
def test_slip_catalogue_and_bookmarks_of_a_month_name_the_real_pages(
    services: Services, ways: Ways
) -> None:
    printed = services.volumes.month(MONTH, ways=ways).printed
    marks = outline(printed)
    stands = title_pages(printed, ["".join(title.split()) for _, title, _ in marks])
    assert [page for _, _, page in marks] == list(printed.starts.values())
    assert stands[0] == 1
    assert stands[-1] == marks[-1][2]

    pages = [page for _, _, page in marks]
    slip, catalogue = texts_of(printed)[pages[0] - 1], texts_of(printed)[pages[1] - 1]
    for (_, title, page), after in zip(marks[1:], [*pages[2:], printed.pages + 1], strict=True):
        name = "".join(re.sub("青禾示例(支部(?=委员会))?(支部)?", r"\1", title).split())
        pages_of_it = after - page if not ways.duplex else r"\d"
        assert re.search(rf"{name}{page}{pages_of_it}", slip), name
    assert f"2025年10月主题党日活动记录20251009{pages[5]}" in catalogue
    assert f"2025年10月党费收缴登记表20251031{pages[8]}" in catalogue


@pytest.mark.usefixtures("members")
def test_each_part_of_a_month_begins_on_an_odd_page_for_both_sides(services: Services) -> None:
    starts = services.volumes.month(MONTH, ways=DUPLEX).printed.starts
    assert all(page % 2 for page in starts.values())
    assert len(starts) == 12


@pytest.mark.usefixtures("members")
def test_what_is_missing_stands_on_the_last_page_gravest_first(services: Services) -> None:
    findings = services.checks.month(MONTH)
    printed = services.volumes.month(MONTH).printed
    # A long list goes on on the next page.
    last = "".join(texts_of(printed)[max(printed.starts.values()) - 1 :])

    places = [last.index("".join(one.sentence.split())) for one in findings]
    assert findings
    assert places == sorted(places)
    assert "必须改正" in last
    assert "2025年11月20日" in last


@pytest.mark.usefixtures("members")
def test_rules_that_are_off_stand_below_what_is_missing_with_the_reason(
    services: Services,
) -> None:
    services.rules.put(RuleChange(9, MONTH, off="上级已统一检查"))
    last = texts_of(services.volumes.month(MONTH).printed)[-1]
    assert "停用的检查" in last
    assert "记录次数不足上级已统一检查" in last


@pytest.mark.usefixtures("members")
def test_a_month_without_faults_says_so_on_its_last_page(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.checks.CheckService.month", lambda _self, _month: [])
    assert "无缺项" in texts_of(services.volumes.month(MONTH).printed)[-1]


@pytest.mark.usefixtures("members")
def test_only_the_parts_chosen_are_bound(services: Services) -> None:
    volume = services.volumes.month(MONTH, ["P24", MISSING_ITEMS.code])
    assert codes(volume) == ["P24"]
    assert len(volume.printed.starts) == 2


@pytest.mark.usefixtures("members")
def test_the_parts_of_a_month_are_counted_in_their_order(services: Services) -> None:
    counts = services.volumes.month_parts(MONTH)
    assert {code: count for code, count in counts.items() if count} == {
        "P21": 3,
        "P13": 1,
        "P15": 1,
        "P17": 1,
        "P24": 1,
        "P22": 1,
        "P20": 1,
    }
    assert list(counts) == [code for code in MONTH_PARTS if not code.startswith("P00")]


@pytest.mark.usefixtures("members")
def test_a_month_that_only_proposes_dues_is_nothing_to_file(services: Services) -> None:
    with pytest.raises(NotFoundError, match="2025年12月还没有活动记录"):
        services.volumes.month("2025-12")
    with pytest.raises(InvalidInputError, match="不是月份"):
        services.volumes.month("2025-13")
    assert codes(services.volumes.month("2025-12", ["P24"])) == ["P24"]


def test_a_year_holds_every_page_by_its_code_and_its_months_in_turn(services: Services) -> None:
    keep_year(services, months=[3, 1])
    volume = services.volumes.year(YEAR)

    found = codes(volume)
    assert found == sorted(found)
    records = [leaf.sheet.title for leaf in volume.leaves if leaf.sheet.code == "P13"]
    assert [title[:7] for title in records] == ["2025年1月", "2025年3月"]
    assert {"P13", "P15", "P15L", "P17", "P20", "P21", "P22", "P22Y", "P24", "P24C"} <= set(found)
    assert "P24FM" not in found
    chapters = [title for level, title, _ in outline(volume.printed) if level == 0]
    assert chapters[:3] == ["党支部工作手册", "使用说明", "目录"]
    assert chapters[-2:] == ["卷内目录", "备考表"]


@pytest.mark.parametrize("ways", [Ways(), DUPLEX], ids=["one side", "both sides"])
def test_contents_and_catalogue_of_a_year_name_the_real_pages(
    services: Services, ways: Ways
) -> None:
    keep_year(services, months=[1, 2, 3])
    volume = services.volumes.year(YEAR, ways)
    text = texts_of(volume.printed)
    marks = outline(volume.printed)
    chapters = [(title, page) for level, title, page in marks if level == 0]

    contents = "".join(text[chapters[2][1] - 1 : chapters[3][1] - 1])
    for title, page in chapters[3:]:
        assert re.search(rf"{title}\.+{page}", contents), title
    begin, end = chapters[-2][1], chapters[-1][1]
    catalogue = "".join(text[begin - 1 : end - 1])
    assert "2025年党支部基本情况20251231" in catalogue
    records = [
        (title, page) for level, title, page in marks if level and "主题党日活动记录" in title
    ]
    assert len(records) == 3
    for month, (title, page) in enumerate(records, 1):
        assert text[page - 1].startswith("".join(title.split()))
        assert f"{title.replace('青禾示例支部', '').strip()}20250{month}09{page}" in catalogue
    if ways.duplex:
        assert all(page % 2 for _, page in chapters)


def test_a_page_without_records_is_left_out_of_contents_and_year(services: Services) -> None:
    keep_year(services, months=[1])
    text = "".join(texts_of(services.volumes.year(YEAR).printed))
    assert "党小组会记录" not in text
    assert "支部委员会会议记录" in text


def test_a_year_without_records_is_no_volume(services: Services) -> None:
    with pytest.raises(NotFoundError, match="2024年还没有可以装订的记录"):
        services.volumes.year(2024)


def test_dues_of_a_year_are_those_kept_with_who_has_not_paid(services: Services) -> None:
    members = keep_year(services, months=[1, 2])
    row = services.dues.between("2025-01", "2025-01")[0]
    services.dues.delete([row.id])
    sheets = [one.sheet for one in services.volumes.year(YEAR).leaves if one.sheet.code == "P24"]
    alone = services.manual.sheets_of_month("2025-01", ["P24"])
    assert sheets[0] == alone[0]
    assert len(sheets) == 2
    assert len(members) == 6


def test_the_same_records_give_the_same_volumes(services: Services) -> None:
    keep_year(services, months=[10])
    month, year = services.volumes.month(MONTH), services.volumes.year(YEAR)
    assert month.printed.pdf == services.volumes.month(MONTH).printed.pdf
    assert year.printed.pdf == services.volumes.year(YEAR).printed.pdf


@requires_preflight
def test_volumes_are_fit_for_the_archive(services: Services, tmp_path: Path) -> None:
    keep_year(services, months=[10])
    month = services.volumes.month(MONTH, ways=DUPLEX).printed.pdf
    year = services.volumes.year(YEAR, DUPLEX).printed.pdf
    for place, pdf in enumerate((month, year)):
        path = tmp_path / f"{place}.pdf"
        path.write_bytes(pdf)
        assert preflight(path) == []


@pytest.mark.usefixtures("members")
def test_what_changed_since_the_last_print_is_printed_alone(services: Services) -> None:
    whole = services.volumes.month(MONTH)
    services.volumes.mark_printed(whole)
    changed = Ways(changed=True)
    with pytest.raises(NotFoundError, match="没有改动"):
        services.volumes.month(MONTH, ways=changed)

    (theme_day,) = (one for one in services.meetings.of_month(MONTH) if one.lecture)
    fresh = services.meetings.get(theme_day.id)
    fresh.remark = "补记一句。"
    services.meetings.save(fresh)
    volume = services.volumes.month(MONTH, ways=changed)
    assert codes(volume) == ["P13"]
    assert len(volume.printed.starts) == 1

    services.volumes.mark_printed(volume)
    with pytest.raises(NotFoundError, match="没有改动"):
        services.volumes.month(MONTH, ways=changed)


@pytest.mark.usefixtures("members")
def test_a_month_printed_is_not_printed_again_as_part_of_the_year(services: Services) -> None:
    services.volumes.mark_printed(services.volumes.month(MONTH))
    again = codes(services.volumes.year(YEAR, Ways(changed=True)))
    assert not {"P13", "P15", "P17", "P20", "P21", "P22", "P24"} & set(again)
    assert "P22Y" in again


@pytest.mark.usefixtures("members")
def test_a_finalised_record_in_a_printed_volume_is_printed_from_then_on(
    services: Services,
) -> None:
    (committee,) = (one for one in services.meetings.of_month(MONTH) if not one.lecture)
    services.filing.finalise(committee.id, late_reason="出差", missing_reason="待补")
    before = services.volumes.month(MONTH)
    assert services.meetings.get(committee.id).state == words.FINAL
    services.volumes.mark_printed(before)
    assert services.meetings.get(committee.id).state == words.PRINTED


@pytest.mark.usefixtures("members")
def test_a_stopped_volume_leaves_nothing(services: Services) -> None:
    with pytest.raises(CancelledError):
        services.volumes.year(YEAR, Ways(cancelled=lambda: True))


def test_forms_are_asked_for_by_their_codes_in_any_writing(services: Services) -> None:
    assert len(services.volumes.blank([" p15 ", "P24"]).printed.starts) == 2
    with pytest.raises(InvalidInputError, match=r"没有“P99”这种页.*P01 封面"):
        services.volumes.blank(["P99"])


@pytest.mark.usefixtures("members")
def test_some_pages_of_a_month_or_a_year_are_printed_without_a_volume(services: Services) -> None:
    month = services.volumes.pages(MONTH, ["P24", "p13"])
    assert codes(month) == ["P13", "P24"]
    assert len(month.printed.starts) == 2
    assert codes(services.volumes.pages("2025", ["P22Y", "P13"])) == ["P13", "P22Y"]
    with pytest.raises(NotFoundError, match="2024年没有可打印"):
        services.volumes.pages("2024", ["P13"])


@pytest.mark.usefixtures("members")
def test_entries_of_one_page_are_told_apart_in_the_catalogue(services: Services) -> None:
    text = "".join(texts_of(services.volumes.month(MONTH).printed))
    assert "谈心谈话记录（舒望远" in text
