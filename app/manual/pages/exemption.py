"""P09 经批准不计入应到党员名单: a register of the year, open to everybody."""

from __future__ import annotations

from app.manual.page import Field, FillPage

# Who may be left out of the number due, and who may stay away for a while.
# Source: `domain/rules.md` M4 (S36), M7 (S48, S49) and 3.6 (S85).
KINDS = (
    "①疾病不能表达意志",
    "②自费出国半年以上",
    "③拘留或服刑",
    "④年老体弱或长年生病",
    "⑤外出半年以上未转关系",
    "⑥产假哺乳或住院",
    "⑦其他",
)

PAGE = FillPage(
    key="exemption",
    code="P09D",
    title="经批准不计入应到党员名单",
    area="registers",
    rows=(
        (
            Field("member", "姓名", "members", required=True, most=1),
            Field("kind", "类别", "choice", required=True, choices=KINDS, share=3),
        ),
        (Field("reason", "事由", required=True, share=4, hint="本人申请的理由，或者实际情况"),),
        (
            Field(
                "approved_by",
                "批准机关",
                required=True,
                share=3,
                hint="上级党组织，或支部党员大会、支部委员会",
            ),
            Field("approved_on", "批准日期", "date", required=True),
        ),
        (
            Field("from_on", "期限起", "date", required=True),
            Field("to_on", "期限止", "date", required=True),
        ),
        (Field("contact", "联系人", "members", required=True, most=1),),
        (
            Field(
                "contacts",
                "联系情况",
                "rows",
                share=6,
                hint="补课、谈心谈话和交纳党费自动算作联系，不用再记；电话、送学等别的联系一次一行。",
                columns=(
                    Field("on", "日期", "date", required=True),
                    Field("how", "方式和内容", required=True, share=5),
                ),
            ),
        ),
    ),
    called_by=("member", "kind", "from_on", "to_on"),
    paper="register",
    hint="不计入应到的党员，一人一行，写明类别、批准机关和期限，在支部内公开；"
    "期满要重新报批。联系人每月至少联系一次。",
    source="domain/rules.md M4、M7；domain/one-plus-n-features.md F42",
)
