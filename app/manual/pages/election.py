"""P28 换届选举: one page an election."""

from __future__ import annotations

from app.manual import words
from app.manual.page import Field, FillPage

TERM, BY_ELECTION, ADJUSTMENT = "换届", "补选", "委员调整"

PAGE = FillPage(
    key="election",
    code="P28",
    title="支部委员会选举记录",
    area="registers",
    rows=(
        (
            Field("term", "届次", required=True, hint="如 第五届"),
            Field(
                "kind",
                "类型",
                "choice",
                required=True,
                choices=(TERM, BY_ELECTION, ADJUSTMENT),
            ),
        ),
        (
            Field("expires_on", "届满日", "date"),
            Field("held_on", "大会日期", "date", required=True),
        ),
        (
            Field("asked_on", "请示日期", "date"),
            Field("asked_number", "请示文号"),
        ),
        (
            Field("approved_on", "批复日期", "date"),
            Field("approved_number", "批复文号"),
        ),
        (
            Field("entitled", "应到有选举权", "number", required=True, unit="人"),
            Field("present", "实到", "number", required=True, unit="人"),
            Field("seats", "应选名额", "number", required=True, unit="人"),
        ),
        (
            Field("scrutineers", "监票人", "members"),
            Field("tellers", "计票人", "members"),
        ),
        (
            Field(
                "candidates",
                "候选人得票",
                "rows",
                required=True,
                columns=(
                    Field("member", "姓名", "members", required=True, most=1),
                    Field("in_favour", "赞成", "number", required=True),
                    Field("against", "反对", "number"),
                    Field("abstained", "弃权", "number"),
                    Field("others", "另选他人", "number"),
                ),
            ),
        ),
        (Field("plenary_on", "第一次全会", "date", hint="选举书记、副书记，分工"),),
        (
            Field(
                "posts",
                "第一次全会选举结果和委员分工",
                "rows",
                columns=(
                    Field("member", "姓名", "members", required=True, most=1),
                    Field(
                        "post",
                        "职务",
                        "choice",
                        required=True,
                        choices=words.COMMITTEE_POSTS,
                    ),
                    Field("duties", "分工内容", share=5),
                ),
            ),
        ),
        (
            Field("reported_on", "报告日期", "date"),
            Field("report_number", "报告文号"),
        ),
        (Field("note", "备注", "text", fills=True),),
    ),
    called_by=("term", "kind"),
    row_mm=8.6,
    filed_by="held_on",
    signatures=("填表人\n签字", "支部书记\n签字"),
    hint="请示、批复、大会、第一次全会和报告记在一页；差额和当选由程序按票数核算，任职可以写入名册。",
    source="domain/pages.md P28；《中国共产党基层组织选举工作条例》(2020)",
)
