from __future__ import annotations

from app.rules.counted import (
    Change,
    Figure,
    Place,
    basis_of,
    changes,
    kept_figures,
    records_of,
)

DAY = Place("10月9日主题党日", "theme_days", "1", "attendance")
SHEET = Place("2025年10月党费表", "dues", "2025-10")


def test_figures_are_kept_by_name_value_phrase_and_the_words_of_their_records() -> None:
    assert kept_figures([Figure("实到", "16人", (DAY, SHEET, DAY))]) == [
        {
            "name": "实到",
            "value": "16人",
            "told": "实到16人",
            "records": "10月9日主题党日、2025年10月党费表",
        }
    ]
    assert records_of([]) == basis_of([]) == ""
    assert basis_of([DAY, DAY]) == "10月9日主题党日"
    assert basis_of([DAY, SHEET, DAY]) == "10月9日主题党日等2份记录"


def test_what_is_other_now_came_or_went_is_a_change() -> None:
    kept = kept_figures([Figure("应到", "18人"), Figure("实到", "16人"), Figure("缺席", "2人")])
    now = [Figure("应到", "18人"), Figure("实到", "18人", told="全部到会"), Figure("学时", "2个")]
    assert changes(kept, now) == [
        Change("实到", "16人", "18人", "实到16人", "全部到会"),
        Change("缺席", "2人", "", "缺席2人", ""),
        Change("学时", "", "2个", "", "学时2个"),
    ]
    assert [one.sentence for one in changes(kept, now)] == [
        "实到 16人 → 18人",
        "缺席 2人 → （没有）",
        "学时 （没有） → 2个",
    ]
    assert changes(kept, []) == changes(kept, [])
    assert changes([], []) == []
