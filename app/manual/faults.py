"""The 56 faults an inspector looks for: number, name, level, source and own numbers of each.

Source: `domain/calendar-and-faults.md` 5.4.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from app.manual import settings as chosen
from app.manual.settings import SettingSpec

Level = Literal["E", "W", "I"]

_MARKS = re.compile(r" ?\(S[0-9、S]+\)")
_SPOT_CHECK = "组织生活专项抽查通报 (S43)"
_COMMON = "实务常见"
_ARTICLE = "王研《探索实施“1+N主题党日” 推进党内组织生活规范化》"
_VOTING = "《中国共产党发展党员工作细则》(S10)"
_ELECTION = "《中国共产党基层组织选举工作条例》(2020)"


@dataclass(frozen=True, slots=True)
class FaultSpec:
    """A fault: its number (1–56), name, the level it usually has, where it is named as a fault.

    `settings` are the numbers its check goes by, which a branch may choose itself.
    """

    number: int
    name: str
    level: Level
    source: str
    settings: tuple[SettingSpec, ...] = ()

    @property
    def named_by(self) -> str:
        """Return the source as a user reads it, without the marks of our list of sources."""
        return _MARKS.sub("", self.source)


FAULTS = (
    FaultSpec(1, "要素不全", "E", f"{_SPOT_CHECK}；会议记录写法 (S45)；P14、P17 必填项"),
    FaultSpec(2, "未写明请假、缺席人员", "E", f"{_SPOT_CHECK}；会议记录写法 (S45)"),
    FaultSpec(3, "缺席没有原因", "E", "会议记录合规检查 (S13)"),
    FaultSpec(4, "人数对不上", "E", f"{_COMMON}；表决票数核对 (S14)"),
    FaultSpec(5, "应到与当日名册不符", "E", _COMMON),
    FaultSpec(
        6,
        "无表决权的人计入表决、列席计入实到",
        "E",
        f"{_ELECTION} 第五条 (S32)；出席、列席分开记 (S65)",
    ),
    FaultSpec(7, "表决计算错误", "E", f"{_VOTING}"),
    FaultSpec(8, "两人以上一并表决", "E", f"{_VOTING}：逐个讨论和表决"),
    FaultSpec(
        9, "记录次数不足", "W", "《中国共产党支部工作条例（试行）》(2018) 第十一条至第十八条 (S06)"
    ),
    FaultSpec(
        10, "记录滞后、补记", "W", "3个工作日内完成记录的地方做法 (S46、S47)", (chosen.RECORD_DAYS,)
    ),
    FaultSpec(11, "缺失重要内容", "W", f"记录次数和内容检查 (S06)；{_ARTICLE}：自选动作重实效"),
    FaultSpec(
        12,
        "记录内容简单",
        "W",
        "组织生活检查 (S44)",
        (chosen.LEAST_MEETING_WORDS, chosen.LEAST_GROUP_WORDS),
    ),
    FaultSpec(13, "逻辑关系混乱", "W", "组织生活检查 (S44)"),
    FaultSpec(14, "时间、地点、人员冲突", "E", _COMMON),
    FaultSpec(
        15,
        "时间不合理",
        "W",
        "会议记录合规检查 (S13)；每次不少于1小时 (S49)",
        (chosen.LONGEST_MINUTES, chosen.SHORTEST_MINUTES, chosen.SHORTEST_THEME_DAY),
    ),
    FaultSpec(16, "内容雷同", "W", f"{_COMMON}；照搬照抄 (S68)", (chosen.COPIED_PERCENT,)),
    FaultSpec(17, "流水账、套话", "W", "会议记录写法 (S45)", (chosen.LEAST_SPEAKERS,)),
    FaultSpec(
        18,
        "形式单一、缺少自选动作",
        "I",
        f"{_SPOT_CHECK}；党建业务两张皮 (S111)；{_ARTICLE}：自选动作",
    ),
    FaultSpec(19, "不同意见未记", "W", "有言必录 (S67)"),
    FaultSpec(20, "代签、打印代替签名", "I", "签名和按手印 (S06)；由记录人核对后打勾"),
    FaultSpec(21, "主持人与记录人同一人", "E", _COMMON),
    FaultSpec(
        22, "未注明受委托主持", "W", "《中国共产党支部工作条例（试行）》(2018) 第十四条 (S17)"
    ),
    FaultSpec(23, "没有写全名", "E", "记录要写全名 (S66)"),
    FaultSpec(24, "空白栏、“同上”、待补", "W", "填写要求 (S69、S118)"),
    FaultSpec(25, "没有散会时间", "W", "“散会”记法 (S65)"),
    FaultSpec(26, "主题不明", "W", "记实报告制 (S46)", (chosen.SHORTEST_THEME,)),
    FaultSpec(27, "庸俗化、娱乐化", "W", "防止庸俗化、娱乐化 (S48)"),
    FaultSpec(28, "规定动作缺项", "E", f"{_ARTICLE}：五个规定动作", (chosen.LEAST_REFLECTIONS,)),
    FaultSpec(29, "未挂党旗、未戴党徽", "W", f"{_ARTICLE}：统一悬挂党旗、佩戴党徽"),
    FaultSpec(30, "改期没有说明", "E", "活动计划相互印证 (S47)"),
    FaultSpec(31, "“六有”缺项", "W", "“六有” (S50)"),
    FaultSpec(32, "照片不足或与会议不符", "W", "影像资料检查 (S80、S102)", (chosen.LEAST_PHOTOS,)),
    FaultSpec(33, "缺席未补课", "W", "缺席补课 (S50、S94)", (chosen.MAKE_UP_DAYS,)),
    FaultSpec(
        34,
        "多次无故缺席未处理",
        "W",
        "缺席处理 (S51、S84、S116)",
        (chosen.UNEXCUSED_TALK, chosen.UNEXCUSED_CRITICISM, chosen.UNEXCUSED_MENDING),
    ),
    FaultSpec(35, "请假手续不全", "W", "请假制度 (S85)"),
    FaultSpec(36, "免于参加没有批准", "E", f"{_ARTICLE}：不能有特殊党员"),
    FaultSpec(37, "失联未发现、未查找", "E", f"{_ARTICLE}：不能有失联党员；失联起算 (S70)"),
    FaultSpec(
        38,
        "党费不足额、基数不更新",
        "E",
        "中组发 2008 年 3 号第一至六条；党费补足 (S82)",
        (chosen.BASE_MONTHS,),
    ),
    FaultSpec(
        39, "一次收数月、预收、代垫", "W", "按月交纳、不得垫交 (S114)", (chosen.MOST_FOR_OTHERS,)
    ),
    FaultSpec(40, "党费账账不符", "E", "账账相符、账款相符 (S28)"),
    FaultSpec(41, "党费未公示、收款人未签", "W", "每年至少公布一次 (S26、S28)"),
    FaultSpec(42, "批评与自我批评走过场", "W", "组织生活会质量检查 (S41、S91)；书面发言 (S42)"),
    FaultSpec(43, "会前谈心、征求意见缺失", "W", "组织生活会会前准备 (S107)"),
    FaultSpec(44, "整改清单不落实", "W", "整改清单检查 (S41)"),
    FaultSpec(45, "民主评议票数、比例、反馈", "E", "民主评议党员 (S39)"),
    FaultSpec(
        46, "不合格党员没有后续", "W", f"{_ARTICLE}：不能有不合格党员", (chosen.FOLLOW_UP_DAYS,)
    ),
    FaultSpec(
        47,
        "党课同一人、同一讲稿",
        "I",
        f"{_COMMON}；{_ARTICLE}：党员上讲台",
        (chosen.ONE_LECTURER,),
    ),
    FaultSpec(48, "发展党员时间、手续", "E", "《中国共产党发展党员工作细则》(S68)"),
    FaultSpec(49, "换届超期", "E", f"{_ELECTION} 第三条 (S81)"),
    FaultSpec(50, "离任的人仍主持", "W", _COMMON),
    FaultSpec(51, "通报要求的整改未回应", "W", "整改回复 (S47)"),
    FaultSpec(52, "手册未移交", "W", "手册移交 (S02、S05)", (chosen.HANDOVER_DAYS,)),
    FaultSpec(53, "名称不统一", "W", "名称统一 (S38)"),
    FaultSpec(54, "学习笔记少记漏记", "W", "学习笔记检查 (S60)"),
    FaultSpec(55, "学习文件晚于会议日", "E", _COMMON),
    FaultSpec(56, "积分制度不规范", "I", "积分管理 (S93)"),
)
_BY_NUMBER = {spec.number: spec for spec in FAULTS}
RULE_SETTINGS = frozenset(spec.key for fault in FAULTS for spec in fault.settings)


def fault_spec(number: int) -> FaultSpec:
    """Return the description of a fault.

    Raises:
        KeyError: there is no such fault.
    """
    return _BY_NUMBER[number]
