"""P23 学习笔记检查登记: one page a check, a row for each member."""

from __future__ import annotations

from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="notes_check",
    code="P23",
    title="学习笔记检查登记表",
    area="registers",
    rows=(
        (
            Field("checked_on", "检查日期", "date", required=True),
            Field("checker", "检查人", "members", required=True, most=1),
        ),
        (
            Field(
                "members",
                "检查情况",
                "rows",
                required=True,
                columns=(
                    Field("member", "姓名", "members", required=True, most=1, share=3),
                    Field("due", "应记", "number", unit="篇"),
                    Field("written", "实记", "number", unit="篇"),
                    Field("characters", "字数", "number"),
                    Field("grade", "质量", "choice", choices=("优", "良", "合格", "差")),
                    Field("remark", "评语", share=4),
                ),
            ),
        ),
    ),
    called_by=("checked_on", "checker"),
    filed_by="checked_on",
    monthly=True,
    signatures=("检查人签字", "支部书记\n签字"),
    hint="每月下旬查一次；名单按当天的党员名册带出，没有抽查到的留空。",
    source="domain/pages.md P23",
)
