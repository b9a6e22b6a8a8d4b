from __future__ import annotations

from typing import Any

import pytest

from app.records import Entry
from app.rules.results import result_of

ADDED = {"way": "加分", "points_tenths": 25, "times": 3}


@pytest.mark.parametrize(
    ("page", "values", "told"),
    [
        ("member_score", {"items": [ADDED]}, "7.5分"),
        ("member_score", {"items": [{"way": "加分", "points_tenths": 20}]}, ""),
        ("member_score", {"items": [ADDED | {"way": "扣分"}]}, "-7.5分"),
        ("branch_score", {"items": [{"own_tenths": 95}, {"own_tenths": 100}]}, "19.5分"),
        ("inspection", {"items": [{"weight": 8, "result": "合格"}, {"weight": 2}]}, "10分"),
        ("appraisal", {"grade": "优秀"}, "优秀"),
        ("talk", {"reason": "培训"}, ""),
    ],
)
def test_a_list_tells_what_an_entry_comes_to(page: str, values: dict[str, Any], told: str) -> None:
    assert result_of(Entry(branch_id="b", page=page, year=2025, values=values)) == told
