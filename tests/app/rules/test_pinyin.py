from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.paths import resource
from app.rules import pinyin
from tests.app.rules import october

# Every character of GB 2312, level 1 and 2.
_GB2312 = [
    bytes((row, cell)).decode("gb2312")
    for row in range(0xB0, 0xF8)
    for cell in range(0xA1, 0xFF)
    if not (row == 0xD7 and cell > 0xF9)
]
_NAME_CHARACTERS = st.sampled_from(_GB2312)


def test_every_character_of_gb2312_can_be_read() -> None:
    assert len(_GB2312) == 6763
    assert [character for character in _GB2312 if not pinyin.readings(character)] == []


def test_rare_characters_of_the_standard_list_can_be_read() -> None:
    assert [one for one in "㛃𠅤𪟝𫞩𬺓䶮" if not pinyin.readings(one)] == []


def test_the_resource_stays_small() -> None:
    assert resource("pinyin.json").stat().st_size <= 200_000


def test_the_resource_is_what_its_tool_builds() -> None:
    tool = pytest.importorskip(
        "tools.build_pinyin", reason="pypinyin is a development tool", exc_type=ImportError
    )
    assert json.loads(resource("pinyin.json").read_bytes()) == tool.build()


def test_letters_read_as_themselves_and_signs_as_nothing() -> None:
    assert pinyin.readings("A") == ("a",)
    assert pinyin.readings("·") == ()
    assert pinyin.readings("吕") == ("lv",)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("周启明", "zhou qi ming"),
        ("单雄信", "shan xiong xin"),
        ("解珍", "xie zhen"),
        ("曾庆安", "zeng qing an"),
        ("仇英", "qiu ying"),
        ("区伟", "ou wei"),
        ("查良", "zha liang"),
        ("盖文", "ge wen"),
        ("乐毅", "yue yi"),
        ("任远", "ren yuan"),
        ("华罗", "hua luo"),
        ("翟让", "zhai rang"),
        ("朴成", "piao cheng"),
        ("缪贤", "miao xian"),
        ("覃勇", "qin yong"),
        ("尉健", "wei jian"),
        ("尉迟恭", "yu chi gong"),
        ("万俟明", "mo qi ming"),
        ("长孙平", "zhang sun ping"),
        ("澹台明", "tan tai ming"),
        ("欧阳华", "ou yang hua"),
        ("吕布", "lv bu"),
        ("王单", "wang dan"),
        ("单于", "shan yu"),
        ("阿依古丽·买买提", "a yi gu li mai mai ti"),
        ("Anna", "a n n a"),
        ("", ""),
    ],
)
def test_names_are_sorted_with_their_surname_read_as_a_surname(name: str, key: str) -> None:
    assert pinyin.full_pinyin(name) == key


def test_the_sample_roster_sorts_by_sound() -> None:
    names = sorted((row[0] for row in october.DUES), key=pinyin.full_pinyin)
    assert names[:3] == ["段志强", "冯小满", "顾广才"]
    assert names[-3:] == ["姚春雷", "曾庆安", "周启明"]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "周启明"),
        ("周", "周启明"),
        ("启明", "周启明"),
        ("zqm", "周启明"),
        ("ZQM", "周启明"),
        ("zhqm", "周启明"),
        ("zhouqm", "周启明"),
        ("zhouqiming", "周启明"),
        ("zhou qi ming", "周启明"),
        ("zhouq", "周启明"),
        ("zho", "周启明"),
        ("周qm", "周启明"),
        ("z启m", "周启明"),
        ("qm", "周启明"),
        ("ming", "周启明"),
        ("zqa", "曾庆安"),
        ("cqa", "曾庆安"),
        ("shan", "单雄"),
        ("dan", "单雄"),
        ("mq", "万俟明"),
        ("lv", "吕布"),
        ("lü", "吕布"),
        ("lyub", "吕布"),
        ("lub", "吕布"),
        ("gulimai", "阿依古丽·买买提"),
        ("xi'an", "西安"),
        ("\uff5a\uff51\uff4d", "周启明"),
    ],
)
def test_what_people_type_finds_the_name(query: str, name: str) -> None:
    assert pinyin.matches(query, name)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("zm", "周启明"),
        ("zhouming", "周启明"),
        ("明启", "周启明"),
        ("zqmx", "周启明"),
        ("x", "周启明"),
        ("houqm", "周启明"),
        ("?", "周启明"),
    ],
)
def test_what_does_not_fit_finds_nothing(query: str, name: str) -> None:
    assert not pinyin.matches(query, name)


def test_a_sort_key_corrected_by_hand_counts_beside_the_usual_readings() -> None:
    assert not pinyin.matches("tuo", "周启明")
    assert pinyin.matches("tuoqm", "周启明", "tuo qi ming")
    assert pinyin.matches("zqm", "周启明", "tuo qi ming")
    assert pinyin.matches("zqm", "周启明", "tuo")


def test_a_fit_from_the_surname_on_ranks_before_one_inside() -> None:
    assert pinyin.match_rank("m", "马明") == 0
    assert pinyin.match_rank("m", "周启明") == 1
    assert pinyin.match_rank("明", "周启明") == 1
    assert pinyin.match_rank("x", "周启明") is None


def test_initials_hold_every_way_to_read_the_name() -> None:
    assert pinyin.initials("周启明") == {"zqm"}
    assert {"zqa", "cqa"} <= pinyin.initials("曾庆安")
    assert pinyin.initials("·") == set()


@given(name=st.text(_NAME_CHARACTERS, min_size=1, max_size=4), data=st.data())
def test_every_name_is_found_by_every_spelling_of_it(name: str, data: st.DataObject) -> None:
    chosen = [data.draw(st.sampled_from(pinyin.readings(character))) for character in name]
    whole = "".join(chosen)
    assert pinyin.match_rank(whole, name) == 0
    assert pinyin.match_rank("".join(one[0] for one in chosen), name) == 0
    assert pinyin.match_rank(whole[: data.draw(st.integers(0, len(whole)))], name) == 0
    assert pinyin.match_rank(name[-1], name) is not None
    assert all(pinyin.matches(letters, name) for letters in pinyin.initials(name))


@given(query=st.text(max_size=8), name=st.text(max_size=6), typed=st.text(max_size=12))
def test_anything_may_be_typed(query: str, name: str, typed: str) -> None:
    pinyin.matches(query, name, typed)
    pinyin.full_pinyin(name)


def test_two_hundred_names_are_searched_within_a_key_stroke() -> None:
    names = [f"{row[0]}{number}" for row in october.DUES for number in range(12)]
    pinyin.matches("z", "周启明")
    started = time.perf_counter()
    found = [name for name in names if pinyin.matches("zhqm", name)]
    assert len(found) == 12
    assert time.perf_counter() - started < 0.2
