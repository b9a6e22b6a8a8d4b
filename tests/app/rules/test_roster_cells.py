from __future__ import annotations

from datetime import date

import pytest

from app.errors import InvalidInputError
from app.manual import words
from app.rules import roster_cells as cells

DAY = date(2008, 6, 27)


@pytest.mark.parametrize(
    "text",
    ["2008-06-27", "2008-6-27", "2008.6.27", "2008/06/27", "20080627", "2008年6月27日",
     "2008 年 6 月 27 日", "2008-06-27 00:00:00", "\uff12008.06.27"],
)  # fmt: skip
def test_a_day_is_read_in_every_usual_spelling(text: str) -> None:
    assert cells.day(text) == DAY
    assert cells.born(text) == "2008-06-27"


@pytest.mark.parametrize(
    "text", ["2008-06", "2008.6", "200806", "2008年6月", "2008/06", "2008年06月"]
)
def test_a_month_is_read_in_every_usual_spelling(text: str) -> None:
    assert cells.born(text) == "2008-06"
    with pytest.raises(InvalidInputError, match="请写到日"):
        cells.day(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2008-13-01", "不存在"),
        ("2008-02-30", "不存在"),
        ("20081301", "不存在"),
        ("1808-06-27", "年份不对"),
        ("前年夏天", "不是日期"),
        ("39626", "不是日期"),
        ("08.6.27", "不是日期"),
    ],
)
def test_what_is_no_day_is_refused(text: str, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        cells.day(text)


@pytest.mark.parametrize(
    ("text", "said"), [("2008.1", "1月还是10月"), ("2008.13", "不存在"), ("四十岁", "不是年月")]
)
def test_what_is_no_month_is_refused(text: str, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        cells.born(text)


def test_january_and_october_are_read_where_they_are_told_apart() -> None:
    assert [cells.born(one) for one in ("2008.01", "2008.10", "2008年1月")] == [
        "2008-01",
        "2008-10",
        "2008-01",
    ]


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (cells.gender, "男性", "男"),
        (cells.gender, "女", "女"),
        (cells.ethnicity, "汉", "汉族"),
        (cells.ethnicity, "维吾尔族", "维吾尔族"),
        (cells.education, "本科", "大学本科"),
        (cells.education, "大学肄业", "大学肄业"),
        (cells.category, "正式", words.FULL_MEMBER),
        (cells.category, "中共预备党员", words.PROBATIONARY_MEMBER),
        (cells.posts, "支部书记", ["书记"]),
        (cells.posts, "副书记、组织委员", ["副书记", "组织委员"]),
        (cells.posts, "普通党员", []),
        (cells.circumstance, "是", "流动党员"),
        (cells.circumstance, "无", ""),
        (cells.circumstance, "长期病休", "长期病休"),
        (cells.dues_kind, "离退休", "离退休"),
        (cells.flag, "是", True),
        (cells.flag, "否", False),
        (cells.number, "11010519491231002x", "11010519491231002X"),
    ],
)
def test_words_are_read_as_rosters_write_them(read: object, text: str, value: object) -> None:
    assert callable(read)
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text", "said"),
    [
        (cells.gender, "先生", "请写男或女"),
        (cells.ethnicity, "火星", "请写全称"),
        (cells.category, "群众", "请写正式党员或预备党员"),
        (cells.posts, "主任", "没有“主任”这个党内职务"),
        (cells.circumstance, "出差", "没有就空着"),
        (cells.dues_kind, "计件", "没有“计件”这种党费类别"),
        (cells.flag, "也许", "请写是或否"),
        (cells.number, "6.22301E+17", "设为文本"),
    ],
)
def test_what_cannot_be_read_says_what_to_write(read: object, text: str, said: str) -> None:
    assert callable(read)
    with pytest.raises(InvalidInputError, match=said):
        read(text)


def test_every_word_of_the_manual_is_read_as_itself() -> None:
    for read, listed in (
        (cells.gender, words.GENDERS),
        (cells.ethnicity, words.ETHNICITIES),
        (cells.education, words.EDUCATIONS),
        (cells.category, words.MEMBER_CATEGORIES),
        (cells.circumstance, words.CIRCUMSTANCES),
        (cells.dues_kind, words.DUES_KINDS),
    ):
        assert [read(one) for one in listed] == list(listed)
    assert [cells.posts(one) for one in words.COMMITTEE_POSTS] == [
        [one] for one in words.COMMITTEE_POSTS
    ]
