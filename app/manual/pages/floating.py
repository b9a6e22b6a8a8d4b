"""P09 流动党员登记: one page a person, with every contact."""

from __future__ import annotations

from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="floating",
    code="P09B",
    title="流动党员登记表",
    area="registers",
    rows=(
        (
            Field("member", "姓名", "members", required=True, most=1, guests=True),
            Field("kind", "变动类型", "choice", required=True, choices=("流出", "流入")),
        ),
        (Field("reason", "流动原因", required=True, share=5),),
        (Field("place", "流动地点", required=True, share=5),),
        (
            Field("left_on", "开始日期", "date", required=True),
            Field("back_on", "结束日期", "date"),
        ),
        (
            Field("certificate", "活动证号"),
            Field("reached_by", "联系方式"),
        ),
        (Field("contact", "支部联系人", "members", required=True, most=1),),
        (
            Field(
                "contacts",
                "联系记录",
                "rows",
                columns=(
                    Field("on", "日期", "date", required=True),
                    Field("how", "方式", required=True),
                    Field("what", "内容", required=True, share=5),
                ),
            ),
        ),
        (Field("note", "备注", "text", fills=True),),
    ),
    called_by=("member", "kind"),
    filed_by="left_on",
    signatures=("联系人\n签字", "支部书记\n签字"),
    hint="外出六个月以上、有固定地点的应当转接组织关系；没有转接的由联系人定期联系，每次记一行。",
    source="domain/pages.md P09；domain/rules.md 3.7",
)
