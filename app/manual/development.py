"""The way from an application to full membership: five stages of twenty-five steps.

Source: 《中国共产党发展党员工作细则》(2014) and the flow chart to it (发展党员工作流程图).
"""

from __future__ import annotations

STAGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("申请入党", ("递交入党申请书", "党组织派人谈话")),
    (
        "入党积极分子的确定和培养教育",
        ("推荐和确定入党积极分子", "入党积极分子报上级备案", "指定培养联系人", "培养教育考察"),
    ),
    (
        "发展对象的确定和考察",
        ("确定发展对象", "发展对象报上级备案", "确定入党介绍人", "进行政治审查", "开展集中培训"),
    ),
    (
        "预备党员的接收",
        (
            "支部委员会审查",
            "上级党委预审",
            "填写入党志愿书",
            "支部大会讨论接收",
            "上级党委派人谈话",
            "上级党委审批接收",
            "再上一级组织部门备案",
        ),
    ),
    (
        "预备党员的教育考察和转正",
        (
            "编入党支部和党小组",
            "入党宣誓",
            "继续教育考察",
            "提出转正申请",
            "支部大会讨论转正",
            "上级党委审批转正",
            "材料归档",
        ),
    ),
)

STEPS: tuple[str, ...] = tuple(
    f"{number} {step}"
    for number, step in enumerate((one for _, steps in STAGES for one in steps), 1)
)
