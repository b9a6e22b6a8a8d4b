from __future__ import annotations

import pytest

from app.rules.id_number import check_digit, disagreements, fault, gender_in, masked, tidy

# The example of the standard itself.
SOUND = "11010519491231002X"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("", ""),
        (SOUND, ""),
        ("440524188001010014", ""),
        ("110105194912310021", "末位与前17位对不上"),
        ("110105194912310012", "末位与前17位对不上"),
        ("11010519491231002", "现在是17位"),
        ("110105491231002", "现在是15位"),
        ("11010519491331002X", "第7—14位“19491331”不是一个日期"),
        ("1101051949123100X2", "前17位应为数字"),
        ("\uff11" + SOUND[1:], "前17位应为数字"),
    ],
)
def test_what_cannot_be_right_in_a_number(number: str, said: str) -> None:
    assert said in fault(number)
    assert bool(fault(number)) == bool(said)


def test_every_single_wrong_digit_is_found() -> None:
    for place in range(17):
        for digit in "0123456789":
            wrong = SOUND[:place] + digit + SOUND[place + 1 :]
            assert (wrong == SOUND) == (fault(wrong) == "")


def test_the_check_digit_is_that_of_the_standard() -> None:
    assert check_digit(SOUND[:17]) == "X"
    assert check_digit("44052418800101001") == "4"


@pytest.mark.parametrize(
    ("born", "gender", "count"),
    [
        ("1949-12", "女", 0),
        ("1949-12-31", "女", 0),
        ("", "", 0),
        ("1949-11", "女", 1),
        ("1949-12-30", "", 1),
        ("1949-12", "男", 1),
        ("1950-01", "男", 2),
    ],
)
def test_birth_and_gender_are_held_against_the_number(born: str, gender: str, count: int) -> None:
    assert len(disagreements(SOUND, born, gender)) == count


def test_a_number_that_cannot_be_right_is_held_against_nothing() -> None:
    assert disagreements("1101051949123100", "1950-01", "男") == []
    assert disagreements("", "1950-01", "男") == []


def test_a_number_is_kept_without_blanks_and_with_a_capital() -> None:
    assert tidy(" 110105 19491231 002x ") == SOUND
    assert tidy("\uff11" + SOUND[1:]) == SOUND
    assert gender_in("440524188001010014") == "男"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (SOUND, "110105********002X"),
        ("110105491231002", "110105*****1002"),
        ("1234567890", "**********"),
        ("", ""),
    ],
)
def test_the_middle_of_a_number_is_hidden(number: str, shown: str) -> None:
    assert masked(number) == shown
