"""P26 月度督查表: the items of a monthly inspection, what each weighs and what it lost."""

from __future__ import annotations

from app.manual.page import Field, FillPage

# What a new page begins with; weights add up to 100 and may be changed.
# Source: `domain/calendar-and-faults.md` 5.5.
ITEMS = (
    ("支委会提前研究主题并有记录", 8),
    ("按固定日开展，改期有说明", 8),
    ("应到、实到、缺席原因齐全", 10),
    ("悬挂党旗、佩戴党徽", 4),
    ("五个规定动作齐全（每个4分）", 20),
    ("自选动作不少于一项且有成效", 8),
    ("发言有姓名、有要点，不少于3人", 8),
    ("学习笔记抽查", 6),
    ("缺席人员补课完成", 8),
    ("党费足额及时，账表一致", 8),
    ("签到签名齐全，与人数一致", 6),
    ("3个工作日内定稿", 4),
    ("上月问题整改到位", 2),
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
                columns=(
                    Field("item", "项目", required=True, share=4),
                    Field("weight", "分值", "number", required=True),
                    Field(
                        "result",
                        "结果",
                        "choice",
                        choices=("合格", "基本合格", "不合格", "不适用"),
                    ),
                    Field("deducted_tenths", "扣分", "number", places=1),
                    Field("problem", "问题描述", share=4),
                ),
            ),
        ),
    ),
    called_by=("month", "inspector"),
    filed_by="inspected_on",
    monthly=True,
    signatures=("督查人签字", "被查支部书记签字"),
    hint="项目和分值可以改，扣了多少填多少，得分由程序算出。",
    source="domain/pages.md P26；domain/calendar-and-faults.md 5.5",
)
