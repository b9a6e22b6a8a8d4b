from __future__ import annotations

from datetime import date

import pytest

from app.errors import InvalidInputError
from app.rules.reading import (
    READING_LISTS_KEY,
    articles_in,
    lists_of,
    progress,
    shipped_lists,
    written_lists,
)

CONSTITUTION, REGULATIONS = shipped_lists()


def test_the_constitution_has_eleven_chapters_and_55_articles() -> None:
    assert len(CONSTITUTION.chapters) == 11
    assert [CONSTITUTION.numbers[0], CONSTITUTION.numbers[-1]] == [0, 55]
    assert CONSTITUTION.name(0) == "总纲"
    assert CONSTITUTION.name(34) == "第五章第三十四条"
    assert CONSTITUTION.name(55) == "第十一章第五十五条"
    lasts = [last for _, last in CONSTITUTION.chapters]
    assert lasts == sorted(set(lasts))


def test_the_regulations_have_37_articles_and_no_text() -> None:
    assert (REGULATIONS.numbers[0], REGULATIONS.numbers[-1]) == (1, 37)
    assert REGULATIONS.name(16) == "第十六条"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("第一章第三条", [3]),
        ("第一章第三条（党员义务）", [3]),
        ("第3条", [3]),
        ("第三、四条", [3, 4]),
        ("第三条、第四条", [3, 4]),
        ("第一章第三条至第五条", [3, 4, 5]),
        ("第3-5条", [3, 4, 5]),
        ("第二章第十条和第十二条", [10, 12]),
        ("第一章第九条至第二章第十一条", [9, 10, 11]),
        ("总纲", [0]),
        ("第五十五条", [55]),
        ("第五十六条", []),
        ("第一章", []),
        ("全文", []),
        ("第二十三条\n第二十四条", [23, 24]),
    ],
)
def test_articles_are_read_as_people_write_them(text: str, numbers: list[int]) -> None:
    assert [number for _, number in articles_in(text, shipped_lists())] == numbers


def test_a_line_that_names_another_list_is_of_that_list() -> None:
    text = "第一章第三条\n《支部工作条例》第十六条"
    found = [(one.title, number) for one, number in articles_in(text, shipped_lists())]
    assert found == [(CONSTITUTION.title, 3), (REGULATIONS.title, 16)]


@pytest.mark.parametrize(
    ("number", "name"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (105, "一百零五")]
)
def test_every_name_leads_back_to_its_number(number: int, name: str) -> None:
    (own,) = lists_of({READING_LISTS_KEY: written_lists([("矿区党建制度汇编", 200)])})[2:]
    assert own.name(number) == f"第{name}条"
    everything = [*shipped_lists(), own]
    for one in everything:
        for each in one.numbers:
            text = f"{one.called[0]}{one.name(each)}"
            assert list(articles_in(text, everything)) == [(one, each)]


def test_progress_says_what_was_read_when_and_what_comes_next() -> None:
    readings = [(date(2025, 9, 8), "第一章第三条"), (date(2025, 8, 7), "第一、二条")]
    constitution, regulations = progress(readings, shipped_lists())
    assert constitution.read == {
        1: date(2025, 8, 7),
        2: date(2025, 8, 7),
        3: date(2025, 9, 8),
    }
    assert (constitution.latest, constitution.next) == (3, 4)
    assert constitution.sentence == (
        "已读到第一章第三条（9月8日），共读过 3/56；下一条：第一章第四条"
    )
    assert regulations.sentence == (
        "此前还没有诵读《中国共产党支部工作条例（试行）》的记录，从第一条开始。"
    )


def test_after_the_last_article_one_begins_anew() -> None:
    (found, _) = progress([(date(2025, 9, 8), "第五十五条")], shipped_lists())
    assert found.next == 1


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ([("", 3)], "还没有名称"),
        ([("汇编", 3), ("汇编", 4)], "已经有了"),
        ([("中国共产党章程", 3)], "已经有了"),
        ([("汇编", 0)], "1 到 500"),
    ],
)
def test_a_list_that_cannot_be_right_is_refused(added: list[tuple[str, int]], said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        written_lists(added)
