"""P10 组织处置登记: one page a case."""

from __future__ import annotations

from app.manual.page import Field, FillPage

MEASURES = (
    "提醒谈话",
    "批评教育",
    "限期改正",
    "劝退",
    "除名",
    "停止党籍",
    "延长预备期",
    "取消预备党员资格",
)

PAGE = FillPage(
    key="measure",
    code="P10C",
    title="党员组织处置登记表",
    area="registers",
    rows=(
        (
            Field("member", "姓名", "members", required=True, most=1),
            Field("measure", "处置", "choice", required=True, choices=MEASURES),
        ),
        (
            Field("decided_on", "决定日期", "date", required=True),
            Field("decided_by", "决定机关"),
        ),
        (
            Field(
                "reason",
                "事由与依据",
                "text",
                required=True,
                fills=True,
                lines=5,
                hint="事实、依据和此前的教育情况",
            ),
        ),
        (
            Field("meeting_on", "大会日期", "date"),
            Field("vote", "表决", hint="应到、实到、赞成"),
        ),
        (Field("reply", "上级批复", share=5),),
        (
            Field("due_on", "期限", "date"),
            Field("ended_on", "解除日期", "date"),
        ),
        (Field("outcome", "改正落实情况", "text", lines=3),),
    ),
    called_by=("member", "measure"),
    filed_by="decided_on",
    signatures=("本人签字", "支部书记\n签字"),
    hint="从提醒谈话到除名，一案一页；预备党员不劝退，用延长预备期或取消资格。限期改正最长一年。",
    source="domain/pages.md P10；domain/rules.md 3.8",
)
