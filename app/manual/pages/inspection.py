"""P26 月度督查表: the items of a monthly inspection, what each weighs and what it lost."""

from __future__ import annotations

from app.manual.page import Field, FillPage

RESULTS = ("合格", "基本合格", "不合格", "不适用")

_ITEM = Field("item", "项目", required=True, share=4)
# What the records answer of an item; the inspector answers the rest and may change all of it.
_ANSWERED = (
    Field("result", "结果", "choice", choices=RESULTS),
    Field("deducted_tenths", "扣分", "number", places=1),
    Field("problem", "问题描述", share=4),
    Field("basis", "依据记录"),
)

PAGE = FillPage(
    key="inspection",
    code="P26A",
    title="月度督查表",
    area="inspection",
    rows=(
        (
            Field("month", "督查月份", required=True, hint="如 2025年10月"),
            Field("inspected_on", "督查日期", "date", required=True),
        ),
        (
            Field("inspector", "督查人", "members", required=True, guests=True),
            Field("unit", "督查单位", hint="自查写本支部"),
        ),
        (Field("way", "检查方式", share=5, hint="如 现场查看、查阅手册、询问党员"),),
        (
            Field(
                "items",
                "督查情况",
                "rows",
                required=True,
                columns=(_ITEM, Field("weight", "分值", "number", required=True), *_ANSWERED),
            ),
        ),
    ),
    called_by=("month", "inspector"),
    filed_by="inspected_on",
    monthly=True,
    signatures=("督查人签字", "被查支部书记签字"),
    hint="新建时按记录答好能答的项目，其余由督查人填写；项目和分值可以改，得分由程序算出。",
    kept=(
        Field(
            "answers",
            "按记录得出的结果",
            "rows",
            columns=(_ITEM, *_ANSWERED, Field("demand", "整改要求")),
        ),
    ),
    source="domain/pages.md P26；domain/calendar-and-faults.md 5.5",
)
