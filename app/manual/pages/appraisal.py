"""P19 民主评议党员登记表: one page a member."""

from __future__ import annotations

from app.manual import words
from app.manual.page import Field, FillPage

NOT_GRADED = "不评定等次"

PAGE = FillPage(
    key="appraisal",
    code="P19A",
    title="民主评议党员登记表",
    area="registers",
    rows=(
        (
            Field("member", "姓名", "members", required=True, most=1),
            Field("self_grade", "自评等次", "choice", choices=words.GRADES),
        ),
        (
            Field(
                "summary",
                "个人总结（自评）",
                "text",
                required=True,
                fills=True,
                lines=6,
                hint="300—800字：学习、工作、作用、不足和改进",
            ),
        ),
        (
            Field(
                "opinions",
                "党员互评意见",
                "text",
                required=True,
                fills=True,
                lines=2,
                hint="60—150字",
            ),
        ),
        (
            Field("excellent", "优秀票", "number", unit="票"),
            Field("qualified", "合格票", "number", unit="票"),
            Field("basic", "基本合格票", "number", unit="票"),
        ),
        (
            Field("failed", "不合格票", "number", unit="票"),
            Field(
                "grade",
                "评定等次",
                "choice",
                required=True,
                choices=(*words.GRADES, NOT_GRADED),
                hint="预备党员参加评议，可以不评定等次",
            ),
        ),
        (
            Field("decided_on", "评定日期", "date", required=True),
            Field("told_on", "反馈日期", "date"),
        ),
        (
            Field(
                "verdict",
                "支部评定意见",
                "text",
                required=True,
                fills=True,
                lines=3,
                hint="30—120字，支部委员会或支部党员大会讨论确定",
            ),
        ),
    ),
    called_by=("member", "grade"),
    dated_by="decided_on",
    row_mm=8.6,
    hint="个人自评、党员互评、民主测评以后由支部评定，结果当面反馈本人；一人一页。",
    source="domain/pages.md P19；《中国共产党支部工作条例（试行）》(2018) 第十八条",
)
