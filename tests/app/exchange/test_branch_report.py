"""The file of a monthly report: what is written comes back, whatever else is given is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import InvalidInputError
from app.exchange.branch_report import MOST_BYTES, dumps, loads
from app.manual.pages.inspection import RESULTS
from app.rules import month_figures as names
from app.rules.branch_report import BranchReport, ReportedFigure, ReportedFinding, ReportedItem
from app.rules.checks import LEVELS
from app.rules.timing import TIMINGS
from tests.branch_reports import branch_report, dues, figure, finding, lost, theme_day
from tests.october import PATH as OCTOBER

Document = dict[str, Any]

lines = st.text(alphabet="学规程、“” 𠮷x9", max_size=8).map(str.strip)
called = lines.filter(bool)
texts = st.text(alphabet="学规程、“”\n 𠮷x9\t", max_size=12)
amounts = st.integers(0, 10**12)
numbers = st.none() | amounts
figures = st.lists(
    st.builds(ReportedFigure, called, texts, numbers), max_size=3, unique_by=lambda one: one.name
).map(tuple)


@st.composite
def reports(draw: st.DrawFn) -> BranchReport:
    """Reports with everything a report can hold."""
    year, month = draw(st.integers(1, 9999)), draw(st.integers(1, 12))
    days = [
        theme_day(date(year, month, day), draw(st.sampled_from(TIMINGS)))
        for day in draw(st.lists(st.integers(1, 28), max_size=2))
    ]
    return branch_report(
        branch=draw(called),
        branch_id=draw(st.from_regex(r"[0-9A-Za-z-]{1,64}", fullmatch=True)),
        month=f"{year:04}-{month:02}",
        made_at=draw(st.datetimes()).replace(microsecond=0),
        code=draw(lines),
        parent=draw(lines),
        days=tuple(days),
        figures=draw(figures),
        is_inspected=draw(st.booleans()),
        score_tenths=draw(numbers),
        items=tuple(
            draw(
                st.lists(
                    st.builds(
                        ReportedItem,
                        called,
                        numbers,
                        st.sampled_from(("", *RESULTS)),
                        numbers,
                        texts,
                    ),
                    max_size=2,
                )
            )
        ),
        findings=tuple(
            draw(
                st.lists(
                    st.builds(
                        ReportedFinding,
                        st.integers(1, 999),
                        called,
                        st.sampled_from(LEVELS),
                        texts,
                        texts,
                    ),
                    max_size=2,
                )
            )
        ),
    )


@settings(max_examples=60, deadline=None)
@given(reports())
def test_what_is_written_comes_back_and_is_written_the_same(report: BranchReport) -> None:
    content = dumps(report)
    assert loads(content) == report
    assert dumps(loads(content)) == content


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_any_bytes_are_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(InvalidInputError, match="月报文件"):
        loads(content)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_report_is_read_or_refused_in_a_sentence(data: st.DataObject) -> None:
    """Bytes are lost, changed and put in anywhere."""
    content = bytearray(dumps(branch_report(findings=(finding(1),))))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(content)))
        end = start + data.draw(st.integers(0, 3))
        content[start:end] = data.draw(st.binary(max_size=3))
    refused = ""
    try:
        read = loads(bytes(content))
    except InvalidInputError as error:
        refused = str(error)
    assert refused.endswith("。") or loads(dumps(read)) == read


def test_a_report_cut_off_anywhere_is_refused() -> None:
    content = dumps(branch_report(items=(lost("学习笔记抽查", 10),), findings=(finding(1),)))
    for length in range(0, len(content.rstrip()), 7):
        with pytest.raises(InvalidInputError, match=r"重新导出|不是支部月报"):
            loads(content[:length])


def _changed(change: Callable[[Document], object]) -> bytes:
    document: Document = json.loads(dumps(branch_report(findings=(finding(1),))))
    change(document)
    return json.dumps(document, ensure_ascii=False).encode()


def _put(path: str, value: object) -> Callable[[Document], object]:
    *before, last = (int(key) if key.isdigit() else key for key in path.split("."))

    def change(document: Any) -> None:
        for key in before:
            document = document[key]
        document[last] = value

    return change


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (OCTOBER.read_bytes(), "这不是支部月报文件，请选支部用“导出本月月报”做的文件。"),
        (b"[]", "这不是支部月报文件"),
        (b'{"format": "zhibu-branch-report"', "这份月报已经损坏，请支部重新导出一份。"),
        (b" " * (MOST_BYTES + 1), "这不是支部月报文件"),
        (
            _changed(_put("version", 2)),
            "这份月报是较新版本的程序导出的，请先更新本机的程序，再汇总。",
        ),
        (_changed(_put("version", True)), r"（$.version）"),
        (_changed(_put("version", 0)), r"（$.version）"),
        (
            _changed(lambda document: document.pop("findings")),
            "这份月报不完整或被改动过（$.findings），请支部重新导出一份。",
        ),
        (_changed(_put("phone", "13800000000")), "（$.phone）"),
        (_changed(_put("theme_days.0.held_on", "2025-10-32")), "（$.theme_days[0].held_on）"),
        (_changed(_put("figures.0.amount", -1)), "（$.figures[0].amount）"),
        (_changed(_put("figures.0.amount", 1.5)), "（$.figures[0].amount）"),
        (_changed(_put("made_at", "2025-11-03T09:61:00")), "（$.made_at）"),
        (_changed(_put("month", "0000-10")), "（$.month）"),
        (_changed(_put("findings.0.level", "X")), "（$.findings[0].level）"),
        (_changed(_put("month", "2025-09")), "里主题党日的日期不在本月，请支部重新导出一份。"),
        (dumps(branch_report(days=(theme_day(people=(8, 7, 2)),))), "加“已补学”比“应到”还多"),
        (dumps(branch_report(figures=dues(3, 4, 100, 100))), "“已交党费”比“应交党费”还多"),
        (dumps(branch_report(figures=(figure(names.OPEN_ORDERS, 2),))), "“其中未销号”比"),
        (dumps(branch_report(figures=(*dues(1, 1, 1, 1), *dues(1, 1, 1, 1)))), "有一个数写了两次"),
    ],
)  # fmt: skip
def test_what_is_no_report_or_does_not_add_up_is_refused_with_what_to_do(
    content: bytes, sentence: str
) -> None:
    with pytest.raises(InvalidInputError, match=re.escape(sentence)):
        loads(content)


def test_the_moment_is_kept_to_the_second() -> None:
    made_at = datetime(2025, 11, 3, 9, 12, 5)  # noqa: DTZ001 - local wall-clock time
    assert loads(dumps(branch_report(made_at=made_at))).made_at == made_at
