"""How long a page is kept in the archive (保管期限)."""

from __future__ import annotations

from collections.abc import Mapping

from app.manual.settings import KEEP_RECORDS, KEEP_REGISTERS

# Who belonged to the branch, who led it, what they paid, planned and achieved.
_REGISTERS = ("P04", "P05", "P06", "P07", "P08", "P09", "P10", "P11", "P24", "P28", "P29")


def kept_for(code: str, settings: Mapping[str, str]) -> str:
    """Return how long a page of a code is kept, as the branch has chosen.

    Source: 国家档案局令第8号 9.10.1–9.10.4 (工作总结、换届选举结果、党员名册永久，会议记录10年);
    `domain/rules.md` 3.10 names what other places order.
    """
    spec = KEEP_REGISTERS if code.startswith(_REGISTERS) else KEEP_RECORDS
    return settings.get(spec.key) or spec.default
