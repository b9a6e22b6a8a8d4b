from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.rules import texts
from tests.app.rules import factories as make


def test_dates_are_written_without_leading_zeros() -> None:
    assert texts.long_date(date(2025, 10, 9)) == "2025年10月9日"
    assert texts.short_date(date(2025, 1, 7)) == "1月7日"
    assert texts.month_title("2025-03") == "2025年3月"
    assert texts.month_of(date(2025, 3, 7)) == "2025-03"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (make.at("2025-10-09T15:00"), make.at("2025-10-09T16:50"), "2025年10月9日 15:00—16:50"),
        (make.at("2025-10-09T09:05"), None, "2025年10月9日 09:05"),
        (None, make.at("2025-10-09T16:00"), ""),
        (
            make.at("2025-10-09T23:00"),
            make.at("2025-10-10T00:30"),
            "2025年10月9日 23:00—2025年10月10日 00:30",
        ),
    ],
)
def test_spans_name_a_day_once(start: datetime | None, end: datetime | None, text: str) -> None:
    assert texts.span(start, end) == text


def test_names_are_joined_by_a_comma_of_lists() -> None:
    assert texts.names_joined(["周启明", "韩素云"]) == "周启明、韩素云"
    assert texts.names_joined([]) == ""


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        ("一\r\n二\r三", "一\n二\n三"),
        ("一\v二\f三\u2028四\u2029五\x85六", "一\n二\n三\n四\n五\n六"),
        ("\u3000\u3000首行缩进\u3000", "首行缩进"),
        ("尾空 \t\n\t头空", "尾空\n头空"),
        ("一\u00a0二\u2003三\u202f四", "一 二 三 四"),
        ("零\u200b宽\u200d字\ufeff符\u2060\u00ad", "零宽字符"),
        ("\uf0b7 第一条\n\uf06c第二条", "· 第一条\n·第二条"),
        ("甲\t乙", "甲 乙"),
        ("王\u3000芳", "王\u3000芳"),
        ("\n\n一\n\n\n\n二\n\n", "一\n\n二"),
        ("响\x07铃\x00", "响铃"),
        ("断\ud800字", "断字"),
        ("㐀𠮷﨎龘", "㐀𠮷﨎龘"),
        ("\ue863\U000323af葛\U000e0100", "\ue863\U000323af葛\U000e0100"),
        ("", ""),
    ],
)
def test_pasted_text_arrives_clean(pasted: str, clean: str) -> None:
    assert texts.clean_pasted(pasted) == clean


_PASTED = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("中\u3000\u00a0\u200b\ufeff\uf0b7\r\n\t\v\x1c\x1f\x85\u2028 周，。"),
    )
)


@given(_PASTED)
def test_cleaning_twice_changes_nothing_more(pasted: str) -> None:
    once = texts.clean_pasted(pasted)
    assert texts.clean_pasted(once) == once


@given(_PASTED)
def test_cleaning_keeps_every_chinese_character_and_mark_in_order(pasted: str) -> None:
    def kept(text: str) -> list[str]:
        return [sign for sign in text if "一" <= sign <= "龥" or sign in "，。"]

    assert kept(texts.clean_pasted(pasted)) == kept(pasted)


@given(_PASTED)
def test_clean_text_can_be_stored_and_has_no_stray_ends(pasted: str) -> None:
    clean = texts.clean_pasted(pasted)
    clean.encode()
    assert all(line == line.strip() for line in clean.split("\n"))
    assert "\r" not in clean


@pytest.mark.parametrize(
    ("month", "last"), [("2025-10", 31), ("2025-02", 28), ("2024-02", 29), ("2025-12", 31)]
)
def test_a_month_goes_from_its_first_to_its_last_day(month: str, last: int) -> None:
    first_day, last_day = texts.month_ends(month)
    assert (first_day.day, last_day.day) == (1, last)
    assert texts.month_of(first_day) == texts.month_of(last_day) == month
