from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InvalidInputError
from app.manual import words
from app.records import DuesBase
from app.rules import dues
from tests.app.rules import factories as make
from tests.app.rules import october


@pytest.mark.parametrize(
    ("base", "rate", "due"),
    [
        ("0", "0.005", "0.00"),
        ("2999.99", "0.005", "15.00"),
        ("3000.00", "0.005", "15.00"),
        ("3000.01", "0.01", "30.00"),
        ("5000.00", "0.01", "50.00"),
        ("5000.01", "0.015", "75.00"),
        ("10000.00", "0.015", "150.00"),
        ("10000.01", "0.02", "200.00"),
        ("7733.00", "0.015", "116.00"),
        ("6215.00", "0.015", "93.23"),
    ],
)
@pytest.mark.parametrize("kind", ["工资制", "年薪制", "非按月"])
def test_wage_bands_take_the_whole_base_at_one_rate(
    kind: str, base: str, rate: str, due: str
) -> None:
    found = dues.due(kind, dues.parse_yuan(base), "分")
    assert (found.rate, dues.yuan(found.due_fen)) == (Decimal(rate), due)


@pytest.mark.parametrize(
    ("base", "rate", "due"),
    [
        ("3000.01", "0.005", "15.00"),
        ("5000.00", "0.005", "25.00"),
        ("5000.01", "0.01", "50.00"),
        ("10000.01", "0.01", "100.00"),
    ],
)
def test_retired_members_have_two_bands(base: str, rate: str, due: str) -> None:
    found = dues.due("离退休", dues.parse_yuan(base), "分")
    assert (found.rate, dues.yuan(found.due_fen)) == (Decimal(rate), due)


@pytest.mark.parametrize("kind", ["农民", "学生", "下岗失业", "抚恤低保"])
@pytest.mark.parametrize("rounding", dues.ROUNDINGS)
def test_fixed_amounts_need_no_base_and_are_never_rounded(kind: str, rounding: str) -> None:
    assert dues.due(kind, None, rounding) == dues.DuesDue(None, 20)
    assert dues.due(kind, 900_000, rounding) == dues.DuesDue(None, 20)
    assert not dues.needs_base(kind)


def test_every_kind_of_the_manual_has_its_dues() -> None:
    assert all(dues.due(kind, 100_000, "分").due_fen > 0 for kind in words.DUES_KINDS)


def test_nothing_is_due_before_the_base_is_approved() -> None:
    assert dues.due("工资制", None, "分") == dues.DuesDue(None, 0)
    assert dues.needs_base("工资制")


# 6847.50 x 1.5% = 102.7125; 6846.67 x 1.5% = 102.70005; 6850 x 1.5% = 102.75 exactly.
@pytest.mark.parametrize(
    ("rounding", "due_fens"),
    [
        ("分", (10271, 10270, 10275)),
        ("角", (10270, 10270, 10280)),
        ("元", (10300, 10300, 10300)),
        ("分进位", (10272, 10271, 10275)),
        ("角进位", (10280, 10280, 10280)),
        ("元进位", (10300, 10300, 10300)),
    ],
)
def test_rounding_is_what_the_branch_chose(rounding: str, due_fens: tuple[int, ...]) -> None:
    bases = (684_750, 684_667, 685_000)
    assert tuple(dues.due("工资制", base, rounding).due_fen for base in bases) == due_fens


def test_half_a_unit_is_rounded_up() -> None:
    # 700.00 x 0.5% = 3.50; 100.00 x 0.5% = 0.50; 1.00 x 0.5% = 0.005.
    assert dues.due("工资制", 70_000, "元").due_fen == 400
    assert dues.due("工资制", 10_000, "元").due_fen == 100
    assert dues.due("工资制", 100, "分").due_fen == 1


@given(base=st.integers(0, 10**8), rounding=st.sampled_from(dues.ROUNDINGS))
def test_dues_stay_within_one_unit_of_the_exact_product(base: int, rounding: str) -> None:
    found = dues.due("工资制", base, rounding)
    assert found.rate is not None
    unit = {"分": 1, "角": 10, "元": 100}[rounding[0]]
    assert found.due_fen % unit == 0
    gap = found.due_fen - base * found.rate
    assert (0 <= gap < unit) if rounding.endswith("进位") else (abs(gap) * 2 <= unit)


@pytest.mark.parametrize(
    ("kind", "base", "rounding"),
    [("工资制", -1, "分"), ("股东", 100, "分"), ("工资制", 100, "厘"), ("学生", None, "厘")],
)
def test_what_cannot_be_computed_is_refused(kind: str, base: int | None, rounding: str) -> None:
    with pytest.raises(InvalidInputError, match="请"):
        dues.due(kind, base, rounding)


@pytest.mark.parametrize(("name", "base", "thousandths", "due_fen"), october.DUES)
def test_the_sheet_of_the_sample_is_reproduced(
    name: str, base: int, thousandths: int, due_fen: int
) -> None:
    found = dues.due("工资制", base, "分")
    assert (name, found.rate, found.due_fen) == (name, Decimal(thousandths) / 1000, due_fen)


def test_the_sample_month_reconciles() -> None:
    rows = october.dues()
    assert len(dues.paid_on_day(rows, make.DAY)) == 18
    assert dues.yuan(dues.total(rows)) == "1696.97"
    assert dues.capitals(dues.total(rows)) == "壹仟陆佰玖拾陆元玖角柒分"


def test_only_rows_with_money_on_the_day_were_paid_that_day() -> None:
    other_day = make.dues_row("甲", None, None, 20, paid_on=date(2025, 10, 10))
    unpaid = make.dues_row("乙", None, None, 20, paid_fen=0)
    paid = make.dues_row("丙", None, None, 20)
    assert dues.paid_on_day([other_day, unpaid, paid], make.DAY) == [paid]


def test_the_latest_approved_base_holds() -> None:
    person = make.member("甲", base_fen=300_000)
    person.dues_bases.append(DuesBase(branch_id="b", base_fen=400_000, from_month="2025-07"))
    months = ["2024-01", "2025-06", "2025-07", "2026-01"]
    assert [dues.base_on(person, month) for month in months] == [300_000] * 2 + [400_000] * 2
    person.dues_bases.pop(0)
    assert dues.base_on(person, "2025-06") is None


@pytest.mark.parametrize(
    ("text", "amount_fen"),
    [
        ("1696.97", 169697),
        ("1,696.97", 169697),
        ("1696.9", 169690),
        ("15", 1500),
        ("１5．5", 1550),
        (" 15元 ", 1500),
        ("1，696．97", 169697),
        ("0", 0),
        ("999999999999.99", 99999999999999),
    ],
)
def test_amounts_are_read_as_people_type_them(text: str, amount_fen: int) -> None:
    assert dues.parse_yuan(text) == amount_fen


@pytest.mark.parametrize(
    "text",
    ["", "元", "-1", "+1", "1.234", "1.", ".5", "1e3", "0x10", "nan", "1,69", "十五", "1 5", "٣"],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(InvalidInputError, match="不是金额"):
        dues.parse_yuan(text)


@given(amount_fen=st.integers(0, 10**14 - 1))
def test_amounts_survive_writing_and_reading(amount_fen: int) -> None:
    assert dues.parse_yuan(dues.yuan(amount_fen)) == amount_fen


def test_a_negative_difference_is_written_with_its_sign() -> None:
    assert dues.yuan(-5) == "-0.05"


@pytest.mark.parametrize(
    ("rate", "text"),
    [("0.005", "0.5%"), ("0.01", "1%"), ("0.015", "1.5%"), ("0.020", "2%"), ("0.1", "10%")],
)
def test_rates_are_printed_without_trailing_zeros(rate: str, text: str) -> None:
    assert dues.percent(Decimal(rate)) == text
    assert dues.percent(None) == ""


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "零元整"),
        ("0.01", "壹分"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("0.20", "贰角整"),
        ("0.55", "伍角伍分"),
        ("1", "壹元整"),
        ("10.00", "壹拾元整"),
        ("15.00", "壹拾伍元整"),
        ("1.05", "壹元零伍分"),
        ("1.50", "壹元伍角整"),
        ("1000.05", "壹仟元零伍分"),
        ("1001", "壹仟零壹元整"),
        ("1010.10", "壹仟零壹拾元壹角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("100000000", "壹亿元整"),
        ("100000001", "壹亿零壹元整"),
        ("100010000", "壹亿零壹万元整"),
        ("10010000", "壹仟零壹万元整"),
        ("20005000", "贰仟万伍仟元整"),
        ("100005000", "壹亿零伍仟元整"),
        ("1696.97", "壹仟陆佰玖拾陆元玖角柒分"),
        ("999999999999.99", "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_capitals_are_written_by_the_rules_for_vouchers(amount: str, text: str) -> None:
    assert dues.capitals(dues.parse_yuan(amount)) == text


@given(
    amount_fen=st.one_of(
        st.integers(0, 10**14 - 1),
        st.integers(0, 9).flatmap(lambda digit: st.integers(0, 13).map(lambda n: digit * 10**n)),
        st.lists(st.sampled_from("00001239"), min_size=1, max_size=14).map(
            lambda digits: int("".join(digits))
        ),
    )
)
def test_capitals_read_back_as_the_same_amount(amount_fen: int) -> None:
    text = dues.capitals(amount_fen)
    assert _read_capitals(text) == amount_fen
    assert "零零" not in text
    assert text.endswith(("整", "分"))


@pytest.mark.parametrize("amount_fen", [-1, 10**14])
def test_amounts_beyond_all_dues_have_no_capitals(amount_fen: int) -> None:
    with pytest.raises(InvalidInputError, match="请检查"):
        dues.capitals(amount_fen)


def _read_capitals(text: str) -> int:
    places = {"分": 1, "角": 10, "拾": 10, "佰": 100, "仟": 1000}
    total = section = digit = 0
    for sign in text.removesuffix("整"):
        if sign in "零壹贰叁肆伍陆柒捌玖":
            digit = "零壹贰叁肆伍陆柒捌玖".index(sign)
        elif sign in "角分":
            total += digit * places[sign]
        elif sign in "拾佰仟":
            section += digit * places[sign]
            digit = 0
        else:
            total += (section + digit) * {"元": 100, "万": 10**6, "亿": 10**10}[sign]
            section = digit = 0
    return total
