"""What is kept of a member, as it is called on screen, on paper and in a roster from elsewhere.

Source: `domain/pages.md` P07.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MemberField:
    """One field: its name, its label, and the other headings it is known by in a roster.

    The name is that of the attribute of `Member` it is kept in, or of what belongs to him
    (`group`, `category`, `posts`, `from_on`).
    """

    name: str
    label: str
    aliases: tuple[str, ...] = ()


# In the order of the roster.
FIELDS = (
    MemberField("name", "姓名", ("党员姓名",)),
    MemberField("code", "编号", ("工号", "工作证号", "员工编号", "人员编号", "职工编号")),
    MemberField("gender", "性别"),
    MemberField("ethnicity", "民族"),
    MemberField("native_place", "籍贯"),
    MemberField("born", "出生年月", ("出生日期", "出生时间", "出生年月日")),
    MemberField(
        "id_number",
        "公民身份号码",
        ("身份证号", "身份证号码", "公民身份证号码", "身份证", "身份号码"),
    ),
    MemberField("education", "学历", ("学历学位", "文化程度", "最高学历", "学历层次")),
    MemberField("working_since", "参加工作时间", ("参加工作日期", "参加工作年月", "工作时间")),
    MemberField("joined_on", "入党时间", ("入党日期", "加入中共组织日期", "加入党组织日期")),
    MemberField("full_on", "转正时间", ("转正日期", "转为正式党员日期", "转为正式党员时间")),
    MemberField("category", "党员类别", ("人员类别", "党员类型", "类别")),
    MemberField("posts", "党内职务", ("支委职务", "岗位职务", "党内分工", "支部职务")),
    MemberField(
        "job", "行政职务或岗位", ("行政职务", "工作岗位", "岗位", "职务", "行政职务工作岗位")
    ),
    MemberField("group", "所属党小组", ("党小组", "小组", "所在党小组")),
    MemberField("introducers", "入党介绍人", ("介绍人",)),
    MemberField("application_number", "入党志愿书编号", ("志愿书编号",)),
    MemberField(
        "from_on",
        "来本支部日期",
        ("来本支部", "转入日期", "转入时间", "组织关系转入时间", "组织关系转入日期"),
    ),
    MemberField("came_from", "由何处转入", ("转入来源", "组织关系来源", "原所在党支部")),
    MemberField("is_leading_cadre", "党员领导干部", ("是否党员领导干部", "领导干部")),
    MemberField("circumstance", "流动或行动不便", ("特殊情况", "是否流动党员", "流动党员")),
    MemberField("rights_from", "表决权受限自"),
    MemberField("rights_to", "表决权受限至"),
    MemberField("rights_note", "受限原因", ("表决权受限原因",)),
    MemberField("dues_kind", "党费类别", ("党费缴纳类别", "交纳党费类别")),
    MemberField("phone", "联系电话", ("手机", "手机号", "手机号码", "电话", "联系方式")),
    MemberField("address", "现居住地", ("家庭住址", "现住址", "住址", "居住地", "家庭地址")),
    MemberField("note", "备注"),
)
_BY_NAME = {field.name: field for field in FIELDS}


def label(name: str) -> str:
    """Return what a field is called.

    Raises:
        KeyError: there is no such field.
    """
    return _BY_NAME[name].label
