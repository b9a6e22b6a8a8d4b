from __future__ import annotations

from app.printing.differences import Difference, differences
from app.printing.sheet import Block, Box, Cell, Column, Grid, Rows, Sheet, Signatures

GRID = (Column("序号", 10.0), Column("姓名", 30.0), Column("签名", 30.0, blank=True))


def sheet(*blocks: Block, code: str = "P13") -> Sheet:
    return Sheet(code, "记录", blocks)


def row(label: str, text: str) -> Rows:
    return Rows((30.0, 132.0), ((Cell(label, label=True), Cell(text)),))


def people(*names: str) -> Grid:
    return Grid(GRID, tuple((str(n), name, "") for n, name in enumerate(names, 1)))


def test_equal_sheets_do_not_differ() -> None:
    made = sheet(row("地点", "三楼"), Box("内容", ("一",)), people("甲", "乙"))
    assert differences([made], [made]) == []


def test_a_value_is_told_by_its_label() -> None:
    before, after = sheet(row("活动\n地点", "三楼")), sheet(row("活动\n地点", "二楼"))
    assert differences([before], [after]) == [Difference("活动地点", "三楼", "二楼")]


def test_only_the_paragraph_that_changed_is_told() -> None:
    before = sheet(Box("内容", ("第一段。", "第二段。", "第三段。")))
    after = sheet(Box("内容", ("第一段。", "改过的。", "第三段。", "又一段。")))
    assert differences([before], [after]) == [
        Difference("内容", "第二段。", "改过的。"),
        Difference("内容", "", "又一段。"),
    ]


def test_a_long_text_is_cut_to_where_it_changed() -> None:
    long = "前" * 80 + "旧" + "后" * 80
    (found,) = differences(
        [sheet(Box("内容", (long,)))], [sheet(Box("内容", (long.replace("旧", "新"),)))]
    )
    assert found.old == "……" + "前" * 10 + "旧" + "后" * 10 + "……"
    assert found.new == found.old.replace("旧", "新")


def test_a_row_put_in_between_moves_no_other_row() -> None:
    caption = Rows((162.0,), ((Cell("列席人员", label=True),),))
    before, after = sheet(caption, people("甲", "丙")), sheet(caption, people("甲", "乙", "丙"))
    assert differences([before], [after]) == [Difference("列席人员", "", "乙")]


def test_a_row_that_went_is_told_where_it_stood() -> None:
    before = sheet(row("主题", "一"), row("调整原因", "节日"), row("地点", "三楼"))
    after = sheet(row("主题", "二"), row("地点", "二楼"))
    assert [one.place for one in differences([before], [after])] == ["主题", "调整原因", "地点"]


def test_what_shows_on_several_sheets_is_told_once() -> None:
    before = [sheet(row("主持人", "甲")), sheet(row("主持", "甲"), code="P17")]
    after = [sheet(row("主持人", "乙")), sheet(row("主持", "乙"), code="P17")]
    assert differences(before, after) == [Difference("主持人", "甲", "乙")]


def test_what_shows_within_other_words_of_another_sheet_is_told_once() -> None:
    before = [sheet(row("主题", "学规程")), sheet(row("名称", "主题党日：学规程"), code="P21")]
    after = [sheet(row("主题", "保供暖")), sheet(row("名称", "主题党日：保供暖"), code="P21")]
    assert differences(before, after) == [Difference("主题", "学规程", "保供暖")]


def test_two_places_of_one_sheet_that_change_alike_are_both_told() -> None:
    before = sheet(row("主持人", "甲"), row("授课人", "甲"))
    after = sheet(row("主持人", "乙"), row("授课人", "乙"))
    assert [one.place for one in differences([before], [after])] == ["主持人", "授课人"]


def test_signatures_are_no_difference() -> None:
    before, after = sheet(Signatures(("主持人",))), sheet(Signatures(("主持人", "计票人")))
    assert differences([before], [after]) == []
