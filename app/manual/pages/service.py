"""P25 党员服务登记: a register of what members did for workers, production and the public."""

from __future__ import annotations

from app.manual.page import Field, FillPage

OBJECTS = ("服务职工", "服务生产", "服务群众")

PAGE = FillPage(
    key="service",
    code="P25S",
    title="党员服务登记表",
    area="registers",
    rows=(
        (
            Field("members", "服务党员", "members", required=True, share=3),
            Field("served_on", "服务日期", "date", required=True),
        ),
        (
            Field("object", "服务对象", "choice", required=True, choices=OBJECTS),
            Field(
                "hours_tenths",
                "每人用时",
                "number",
                required=True,
                places=1,
                unit="小时",
                hint="每人用了几小时，可以写半小时",
            ),
        ),
        (Field("what", "服务内容", "text", required=True, share=4),),
        (Field("result", "成效", "text", required=True, share=4, hint="解决了什么，谁受益"),),
    ),
    called_by=("served_on", "members"),
    filed_by="served_on",
    paper="register",
    hint="党员为职工、生产和群众做的实事，一次一行；小时数记入本人全年的实践学时。",
    source="domain/one-plus-n-features.md F18、F64、F66",
)
