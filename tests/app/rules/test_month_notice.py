from __future__ import annotations

from typing import Any

import pytest

from app.records import Meeting
from app.rules.entries import Values
from app.rules.month_checks import MonthView, inspected
from app.rules.month_notice import changed, corrected, drafted, figures_of, noted, out_of_date
from tests.app.rules.inspected import entry, filed, month_view


def draft(meeting: Meeting) -> Values:
    view = month_view(meeting)
    return {"month": "2025年10月"} | drafted(view, inspected(view))


def one_more_away() -> Meeting:
    """Return the theme day where one who was on leave came after all."""
    meeting = filed()
    del meeting.attendance[0]
    return meeting


def figures(view: MonthView) -> list[Any]:
    return figures_of(view, inspected(view))


def test_a_notice_just_drafted_is_up_to_date() -> None:
    view, notice = month_view(filed()), draft(filed())
    assert changed(notice, figures(view)) == []
    assert changed({"text": "手写的"}, figures(view)) == []


def test_figures_that_changed_are_named_and_the_text_stays() -> None:
    notice = draft(filed())
    found = changed(notice, figures(month_view(one_more_away())))
    assert [one.sentence for one in found if one.name in ("实到", "缺席", "到会率")] == [
        "实到 16人 → 17人",
        "缺席 2人 → 1人",
        "到会率 88.89% → 94.44%",
    ]


def test_a_figure_is_put_right_where_the_text_tells_it_once() -> None:
    notice, now = draft(filed()), figures(month_view(one_more_away()))
    by_name = {one.name: one for one in changed(notice, now)}
    better = corrected(notice, by_name["实到"], now)
    assert better is not None
    assert "应到18人，实到17人，缺席2人" in better["text"]
    assert "实到" not in {one.name for one in changed(better, now)}
    for text in ("我们自己写的", notice["text"] * 2):
        assert corrected(notice | {"text": text}, by_name["实到"], now) is None


def test_what_was_seen_is_not_pointed_out_again() -> None:
    notice, now = draft(filed()), figures(month_view(one_more_away()))
    found = changed(notice, now)
    seen = noted(notice, found[:1], now)
    assert changed(seen, now) == found[1:]
    assert seen["text"] == notice["text"]
    assert changed(noted(notice, found, now), now) == []
    gone = figures(month_view())
    assert changed(noted(notice, changed(notice, gone), gone), gone) == []


@pytest.mark.parametrize(("meeting", "is_found"), [(filed(), False), (one_more_away(), True)])
def test_a_notice_out_of_date_is_found(meeting: Meeting, *, is_found: bool) -> None:
    notice = entry("monthly_notice", "notice", **draft(filed()))
    view = month_view(meeting, entries=[notice])
    found = list(out_of_date(view, inspected(view)))
    assert bool(found) is is_found
    for one in found:
        assert (one.number, one.level, one.area, one.record_id) == (4, "W", "inspection", "notice")
        assert "实到 16人 → 17人" in one.sentence


def test_a_void_notice_or_one_of_another_month_is_not_asked_about() -> None:
    other = entry("monthly_notice", "notice", **draft(filed()) | {"month": "2025年9月"})
    void = entry("monthly_notice", "void", **draft(filed()))
    void.state = "作废"
    view = month_view(one_more_away(), entries=[other, void])
    assert list(out_of_date(view, inspected(view))) == []
