"""P30 备考表: what whoever opens the volume later must know of it."""

from __future__ import annotations

from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="volume_note",
    code="P30C",
    title="备考表",
    area="registers",
    rows=(
        (
            Field(
                "text",
                "情况说明",
                "text",
                required=True,
                fills=True,
                hint="共几页、有无缺页或补记、与哪些材料互见；没有就写“无”",
            ),
        ),
        (
            Field("filed_by", "整理人", "members", required=True, most=1),
            Field("checked_by", "检查人", "members", most=1, guests=True),
        ),
        (Field("dated_on", "日期", "date", required=True),),
    ),
    called_by=("dated_on",),
    dated_by="dated_on",
    once=True,
    signatures=("整理人签字", "检查人签字"),
    hint="全年手册装订前填写，放在卷末。",
    source="domain/pages.md P30；DA/T 22-2015",
)
