from __future__ import annotations

import pytest

from app.manual.settings import KEEP_RECORDS, KEEP_REGISTERS
from app.rules.retention import kept_for


@pytest.mark.parametrize(
    ("code", "term"),
    [("P07", "永久"), ("P24C", "永久"), ("P28", "永久"), ("P29", "永久"), ("P13", "10年"),
     ("P15", "10年"), ("P26C", "10年"), ("P30A", "10年")],
)  # fmt: skip
def test_registers_are_kept_longer_than_records(code: str, term: str) -> None:
    assert kept_for(code, {}) == term


def test_a_branch_chooses_its_own_terms() -> None:
    chosen = {KEEP_RECORDS.key: "30年", KEEP_REGISTERS.key: "30年"}
    assert kept_for("P13", chosen) == "30年"
    assert kept_for("P07", chosen) == "30年"
