"""P19 民主评议党员汇总表: the ballots of the year; the table follows from the members' pages."""

from __future__ import annotations

from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="appraisal_count",
    code="P19C",
    title="民主评议党员汇总表",
    area="registers",
    rows=(
        (
            Field("held_on", "测评日期", "date", required=True),
            Field("place", "地点"),
        ),
        (
            Field("due", "应参加人数", "number", required=True, unit="人"),
            Field("present", "实参加", "number", required=True, unit="人"),
        ),
        (
            Field("issued", "发票", "number", required=True, unit="张"),
            Field("returned", "收票", "number", required=True, unit="张"),
        ),
        (
            Field("tellers", "计票人", "members"),
            Field("scrutineers", "监票人", "members"),
        ),
    ),
    called_by=("held_on",),
    dated_by="held_on",
    once=True,
    row_mm=8.6,
    signatures=("监票人\n签字", "计票人\n签字", "支部书记\n签字"),
    hint="填写测评的票数；各人的得票和等次从登记表汇总，优秀不超过三分之一。",
    source="domain/pages.md P19 (c)",
)
