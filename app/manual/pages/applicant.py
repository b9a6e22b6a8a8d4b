"""P08 入党申请人、积极分子、发展对象和预备党员: one page a person."""

from __future__ import annotations

from app.manual import words
from app.manual.development import STEPS
from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="applicant",
    code="P08",
    title="发展党员培养考察登记表",
    area="registers",
    rows=(
        (
            Field("name", "姓名", required=True),
            Field("gender", "性别", "choice", choices=words.GENDERS),
        ),
        (
            Field("ethnicity", "民族"),
            Field("born", "出生年月", hint="如 1998-05"),
        ),
        (
            Field("education", "学历", "choice", choices=words.EDUCATIONS),
            Field("job", "单位职务"),
        ),
        (
            Field("applied_on", "递交申请书", "date", required=True),
            Field("stage", "当前阶段", "choice", required=True, choices=STEPS),
        ),
        (
            Field("talked_on", "谈话日期", "date", hint="递交申请书后一个月内"),
            Field("talker", "谈话人", "members", most=1),
        ),
        (
            Field("activist_on", "确定积极分子", "date"),
            Field("filed_on", "备案日期", "date"),
        ),
        (Field("contacts", "培养联系人", "members", most=2, hint="一至两名正式党员"),),
        (
            Field(
                "reviews",
                "考察记录（每半年一次）",
                "rows",
                columns=(
                    Field("on", "日期", "date", required=True),
                    Field("opinion", "考察意见", "text", required=True, share=5),
                ),
            ),
        ),
        (
            Field("target_on", "确定发展对象", "date"),
            Field("previewed_on", "预审日期", "date"),
        ),
        (
            Field("introducers", "入党介绍人", "members", most=2, hint="两名正式党员"),
            Field("verdict", "政审结论"),
        ),
        (
            Field("training_days", "集中培训天数", "number", unit="天"),
            Field("training_hours", "培训学时", "number", unit="学时"),
        ),
        (
            Field("admitted_on", "接收大会日期", "date"),
            Field("approved_on", "接收审批", "date"),
        ),
        (
            Field("probation_ends_on", "预备期满日", "date", hint="接收之日起满一年的前一天"),
            Field("extended_to", "延长至", "date"),
        ),
        (
            Field("confirmed_on", "转正大会日期", "date"),
            Field("confirmation_approved_on", "转正审批", "date"),
        ),
        (Field("note", "备注", "text", fills=True),),
    ),
    called_by=("name", "stage"),
    row_mm=9.6,
    hint="从递交入党申请书到转正，一人一页；各步的先后和时限由程序核对。",
    source="domain/pages.md P08；《中国共产党发展党员工作细则》",
)
