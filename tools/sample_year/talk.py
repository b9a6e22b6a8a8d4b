"""How a talk of the sample is written down, and who the people are who took part."""

from __future__ import annotations

from typing import NamedTuple

from tools.sample_year.parts import Plain, day, entry, guest
from tools.sample_year.people import PEOPLE

_POSTS = {
    "周启明": "支部书记",
    "韩素云": "组织委员",
    "陆景行": "宣传委员",
    "贺立新": "纪检委员",
    "冯小满": "青年委员",
    "邵长河": "第一党小组组长",
    "钱守义": "第二党小组组长",
    "魏国梁": "第三党小组组长",
}
# Who is on no roster: what is written of him.
_OTHERS = {
    "乔志远": "入党积极分子，皮带司机",
    "尹露": "入党积极分子，见习技术员",
    "卜向阳": "群众，电机车学徒工",
    "苗晓雨": "共青团员，集控见习",
    "宫学文": "群众，皮带学徒工",
    "冷一帆": "共青团员，电工学徒",
    "桑卫平": "群众，钳工学徒",
}
AMONG, WITH_MEMBER, MEMBERS, OTHERS = "支委之间", "支委与党员", "党员之间", "与群众"


class Talk(NamedTuple):
    """A talk: when, who with whom, why, what was said, what was asked for, and what came of it."""

    on: str
    time: str
    kind: str
    talker: str
    partner: str
    reason: str
    text: str
    opinion: str = ""
    effect: str = ""


_IN_HIS_OFFICE, _ELSEWHERE = "运输区书记办公室", "运输区谈心室"


def page(one: Talk) -> Plain:
    """Return the page of a talk."""
    at_home = one.partner == "顾广才"
    place = _IN_HIS_OFFICE if one.talker == "周启明" else _ELSEWHERE
    return entry(
        "talk",
        held_on=day(one.on),
        time=one.time,
        place="顾广才家中" if at_home else place,
        kind=one.kind,
        talker=one.talker,
        talker_post=_POSTS.get(one.talker) or f"中共党员，{PEOPLE[one.talker].job}",
        partner=guest(one.partner) if one.partner in _OTHERS else one.partner,
        partner_post=_OTHERS.get(one.partner) or f"中共党员，{PEOPLE[one.partner].job}",
        reason=one.reason,
        text=one.text,
        opinion=one.opinion,
        effect=one.effect,
    )
