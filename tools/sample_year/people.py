"""What the roster says of the members, and the way of four people into the party."""

from __future__ import annotations

from typing import NamedTuple

from app.manual.development import STEPS
from app.rules.dues import parse_yuan, yuan
from tools.sample_year.parts import YEAR, Plain, entry

_TERM = {"from": "2023-04-20", "to": "2026-04-19"}
_DUTIES = {
    "书记": "主持支部全面工作，主持支委会和党员大会",
    "组织委员": "组织关系、发展党员、党费、考勤和手册",
    "宣传委员": "学习计划、领学、笔记检查和宣传栏",
    "纪检委员": "纪律教育、月度督查和整改销号",
    "青年委员": "青年工作、记录、活动组织和大事记",
}
# Who of the committee is in touch with each group.
_CONTACTS = ("周启明", "贺立新", "陆景行")
# A member is confirmed when the committee above has approved it, from the day he was due.
_CONFIRMED, _CONFIRMED_FROM, _APPROVED_ON = "林晓峰", "2025-09-12", "2025-11-12"


class Person(NamedTuple):
    """What the roster says beside the small sample."""

    job: str
    education: str
    working_since: str
    introducers: str
    ethnicity: str = "汉族"


PEOPLE = {
    "周启明": Person("运输区副区长", "大学本科", "1999-07", "老党员 耿山、邵长河"),
    "韩素云": Person("综合干事", "大专", "2003-08", "周启明、邵长河"),
    "陆景行": Person("机修技术员", "大学本科", "2006-07", "周启明、魏国梁"),
    "贺立新": Person("皮带队副队长", "大专", "1995-09", "老党员 耿山、钱守义"),
    "冯小满": Person("机修核算员", "大学本科", "2015-07", "韩素云、陆景行", "满族"),
    "邵长河": Person("电机车班班长", "技校", "1991-11", "老党员 耿山、顾广才"),
    "田建军": Person("电机车司机", "高中", "1998-10", "邵长河、顾广才"),
    "姚春雷": Person("电机车司机", "中专", "2004-09", "邵长河、田建军"),
    "顾广才": Person("电机车班职工", "初中", "1986-12", "老党员 耿山、孟石头"),
    "林晓峰": Person("电机车检修工", "大专", "2017-08", "田建军、魏国梁"),
    "钱守义": Person("皮带队班长", "技校", "1989-10", "老党员 耿山、孟石头"),
    "罗海生": Person("皮带司机", "中专", "2000-09", "钱守义、贺立新", "回族"),
    "彭玉珍": Person("集控员", "大专", "2007-08", "钱守义、韩素云"),
    "汪东林": Person("皮带司机", "中专", "2003-09", "钱守义、罗海生"),
    "魏国梁": Person("机修班班长", "技校", "1993-09", "老党员 耿山、贺立新"),
    "段志强": Person("钳工", "技校", "2007-09", "魏国梁、陆景行"),
    "郝文静": Person("库房保管员", "大专", "2011-07", "陆景行、韩素云"),
    "曾庆安": Person("电工", "大专", "2019-08", "魏国梁、陆景行"),
}


def complete(document: Plain) -> None:
    """Add to the members of the small sample what a whole roster says of them."""
    for group, contact in zip(document["groups"], _CONTACTS, strict=True):
        group["contact"] = contact
    for number, member in enumerate(document["members"], 1):
        told = PEOPLE[member["name"]]
        member.update(told._asdict(), phone=f"内线 61{number:02}")
        member["native_place"] = "安原县"
        member["posts"] = [
            {"post": post, "duties": _DUTIES[post], **_TERM} for post in member.get("posts", [])
        ]
        base = member.pop("dues_base")
        begun = max(member["in_branch_from"][:7], f"{YEAR}-01")
        member["dues_bases"] = [{"from": begun, "base": base, "items": _items(base)}]
        if member["name"] == "顾广才":
            member["circumstance"] = "长期病休"
        if member["name"] == _CONFIRMED:
            _confirm(member)


def _confirm(member: Plain) -> None:
    """Make a probationary member a full one from the day it was approved."""
    member["categories"] = [
        {"category": member.pop("category"), "from": member["joined_on"]},
        {"category": "正式党员", "from": _APPROVED_ON},
    ]
    member["full_on"] = _CONFIRMED_FROM


def _items(base: str) -> list[Plain]:
    """Return pay and deductions that make a base; performance pay takes what is left."""
    base_fen = parse_yuan(base)
    shares = (
        ("岗位工资", 70),
        ("津贴补贴", 12),
        ("养老保险", -8),
        ("医疗保险", -2),
        ("住房公积金", -12),
    )
    rounded = {name: base_fen * share // 100 // 1000 * 1000 for name, share in shares}
    rounded["绩效奖金"] = base_fen - sum(rounded.values())
    order = ("岗位工资", "津贴补贴", "绩效奖金", "养老保险", "医疗保险", "住房公积金")
    return [{"name": name, "amount": _amount(rounded[name])} for name in order]


def _amount(amount_fen: int) -> str:
    return f"-{yuan(-amount_fen)}" if amount_fen < 0 else yuan(amount_fen)


def _step(number: int) -> str:
    return STEPS[number - 1]


def _reviews(*told: tuple[str, str]) -> list[Plain]:
    return [{"on": on, "opinion": opinion} for on, opinion in told]


APPLICANTS = (
    entry(
        "applicant",
        name="曾庆安",
        gender="男",
        ethnicity="汉族",
        born="1998-03",
        education="大专",
        job="运输区机修班电工",
        applied_on="2022-11-03",
        stage=_step(21),
        talked_on="2022-11-21",
        talker="韩素云",
        activist_on="2023-05-30",
        filed_on="2023-06-06",
        contacts=["魏国梁", "陆景行"],
        reviews=_reviews(
            ("2023-11-28", "跟班学图纸，接线规范；会上不主动发言，要多锻炼。"),
            ("2024-05-27", "参加党课四次，笔记自己写；下班前收拾工具不够仔细。"),
            ("2024-11-25", "七月配电点跳闸一个人守到后半夜查出接头发热；与工友交流还少。"),
        ),
        target_on="2025-03-28",
        previewed_on="2025-05-09",
        introducers=["魏国梁", "陆景行"],
        verdict="本人历史清楚，直系亲属和主要社会关系函调两处，没有问题，政审合格",
        training_days=3,
        training_hours=24,
        admitted_on="2025-05-16",
        approved_on="2025-07-30",
        probation_ends_on="2026-05-15",
        note=("编入第三党小组，冯小满负责联系，每季度写一次考察意见；2025年8月7日主题党日上宣誓。"),
    ),
    entry(
        "applicant",
        name="林晓峰",
        gender="男",
        ethnicity="汉族",
        born="1996-07",
        education="大专",
        job="运输区电机车检修工",
        applied_on="2021-04-19",
        stage=_step(24),
        talked_on="2021-05-10",
        talker="周启明",
        activist_on="2022-08-25",
        filed_on="2022-09-01",
        contacts=["田建军", "魏国梁"],
        reviews=_reviews(
            ("2023-02-22", "夜班抢修主动，能带新工人；笔记有抄写的，提醒要写自己的话。"),
            ("2023-08-18", "理论测试成绩良好；性子急，同工友说话要缓一缓。"),
            ("2024-02-08", "参加党日和志愿服务七次，三号机车电瓶问题由他先发现。"),
        ),
        target_on="2024-03-29",
        previewed_on="2024-09-02",
        introducers=["田建军", "魏国梁"],
        verdict="本人和直系亲属没有问题，群众反映好，政审合格",
        training_days=3,
        training_hours=24,
        admitted_on="2024-09-12",
        approved_on="2024-11-20",
        probation_ends_on="2025-09-11",
        confirmed_on="2025-09-26",
        confirmation_approved_on="2025-11-12",
        note="预备期满后按期讨论转正，党龄自2025年9月12日算起；材料待归档。",
    ),
    entry(
        "applicant",
        name="乔志远",
        gender="男",
        ethnicity="汉族",
        born="2000-09",
        education="大专",
        job="运输区皮带司机",
        applied_on="2023-09-12",
        stage=_step(6),
        talked_on="2023-09-28",
        talker="贺立新",
        activist_on="2024-06-26",
        filed_on="2024-07-02",
        contacts=["汪东林", "贺立新"],
        reviews=_reviews(
            ("2024-12-25", "夜班出勤好，提出夜里没有热汤的意见并跟着工会办成。"),
            ("2025-06-24", "座谈会上敢提问题；学习笔记偏短，要求每月写一篇体会。"),
            ("2025-12-19", "列席党日十二次，承诺对账会后主动写下两条自己的差距。"),
        ),
        note="满一年后表现好的，由党小组推荐列为发展对象，2026年上半年研究。",
    ),
    entry(
        "applicant",
        name="尹露",
        gender="女",
        ethnicity="回族",
        born="2002-01",
        education="大学本科",
        job="运输区机修班见习技术员",
        applied_on="2024-04-15",
        stage=_step(6),
        talked_on="2024-05-08",
        talker="冯小满",
        activist_on="2024-11-27",
        filed_on="2024-12-04",
        contacts=["冯小满", "段志强"],
        reviews=_reviews(
            ("2025-05-26", "到班组时间短，肯问；跟师傅倒班一个多月，没有叫苦。"),
            ("2025-11-25", "会画图，帮库房做了认件卡；现场经验还少，要多下井。"),
        ),
        note="培养联系人冯小满、段志强每季度谈一次话。",
    ),
)
