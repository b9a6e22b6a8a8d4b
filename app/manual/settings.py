"""Every number and word a branch may choose itself, with its default and its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class SettingSpec:
    """A setting: key, label, kind of value, default, unit and where the default comes from.

    The value of `lines` is a list of words, one a line.
    """

    key: str
    label: str
    kind: Literal["whole", "line", "lines", "choice"]
    default: str
    unit: str = ""
    choices: tuple[str, ...] = ()
    source: str = ""


RECORD_DAYS = SettingSpec(
    "record_days",
    "活动结束后几个工作日内完成记录",
    "whole",
    "3",
    "个工作日",
    source="地方做法（小满镇全程纪实管理办法），可改",
)
MAKE_UP_DAYS = SettingSpec(
    "make_up_days", "缺席后几天内完成补学", "whole", "7", "天", source="地方做法，可改"
)
MEND_DAYS = SettingSpec(
    "mend_days", "督查发现的问题几天内整改", "whole", "7", "天", source="地方做法，可改"
)
LEAST_REFLECTIONS = SettingSpec(
    "least_reflections", "谈体会至少几人", "whole", "2", "人", source="P13 说明，可改"
)
LEAST_PHOTOS = SettingSpec(
    "least_photos", "照片至少几张", "whole", "0", "张", source="地方做法，0 表示不检查"
)
LEAST_MEETING_WORDS = SettingSpec(
    "least_meeting_words",
    "党员大会、支委会记录至少多少字",
    "whole",
    "150",
    "字",
    source="地方检查做法，可改，0 表示不检查",
)
LEAST_GROUP_WORDS = SettingSpec(
    "least_group_words",
    "党小组会记录至少多少字",
    "whole",
    "100",
    "字",
    source="地方检查做法，可改，0 表示不检查",
)
LEAST_SPEAKERS = SettingSpec(
    "least_speakers", "会议记录里发言至少几人", "whole", "3", "人", source="会议记录写法，可改"
)
COPIED_PERCENT = SettingSpec(
    "copied_percent", "文字相同超过多少算雷同", "whole", "80", "%", source="实务常用，可改"
)
_ABSENCES = "地方做法（无故缺席两次、三次、六次），可改，0 表示不检查"
UNEXCUSED_TALK = SettingSpec(
    "unexcused_talk", "一年内无故缺席几次应提醒谈话", "whole", "2", "次", source=_ABSENCES
)
UNEXCUSED_CRITICISM = SettingSpec(
    "unexcused_criticism", "一年内无故缺席几次应批评教育", "whole", "3", "次", source=_ABSENCES
)
UNEXCUSED_MENDING = SettingSpec(
    "unexcused_mending", "一年内无故缺席几次应限期改正", "whole", "6", "次", source=_ABSENCES
)
LEAST_HOURS = SettingSpec(
    "least_hours",
    "党员一年集中学习至少多少学时",
    "whole",
    "32",
    "学时",
    source="《中国共产党党员教育管理工作条例》(2019)，一般不少于32学时",
)
LEAST_COMMITTEE_HOURS = SettingSpec(
    "least_committee_hours",
    "书记和支委一年集中学习至少多少学时",
    "whole",
    "56",
    "学时",
    source="《中国共产党党员教育管理工作条例》(2019)，一般不少于56学时",
)
LONGEST_MINUTES = SettingSpec(
    "longest_minutes",
    "活动时长超过多少分钟要核对",
    "whole",
    "240",
    "分钟",
    source="会议记录合规检查（S13），可改",
)
SHORTEST_MINUTES = SettingSpec(
    "shortest_minutes", "活动时长不足多少分钟要核对", "whole", "20", "分钟", source="实务常用，可改"
)
SHORTEST_THEME_DAY = SettingSpec(
    "shortest_theme_day",
    "主题党日时长至少多少分钟",
    "whole",
    "60",
    "分钟",
    source="每次不少于1小时（S49），可改",
)
SHORTEST_THEME = SettingSpec(
    "shortest_theme", "主题至少几个字", "whole", "4", "字", source="记实报告制（S46），可改"
)
BASE_MONTHS = SettingSpec(
    "base_months",
    "党费基数几个月没有重新核定要核对",
    "whole",
    "12",
    "个月",
    source="党费补足（S82），可改，0 表示不检查",
)
MOST_FOR_OTHERS = SettingSpec(
    "most_for_others",
    "同一个人一个月代交几人要核对",
    "whole",
    "3",
    "人",
    source="不得垫交（S114），可改，0 表示不检查",
)
ONE_LECTURER = SettingSpec(
    "one_lecturer",
    "一年内连续几次党课由同一人讲要提示",
    "whole",
    "3",
    "次",
    source="党员上讲台的要求，可改，0 表示不检查",
)
HANDOVER_DAYS = SettingSpec(
    "handover_days",
    "书记、组织委员离任后几天内移交手册",
    "whole",
    "30",
    "天",
    source="地方做法，可改",
)
FOLLOW_UP_DAYS = SettingSpec(
    "follow_up_days", "评为不合格后几天内要有处置记录", "whole", "30", "天", source="地方做法，可改"
)
NEXT_WORKING_DAY = "顺延到下一个工作日"
WITHIN_A_WEEK = "改到一周内最近的工作日"
MOVE = SettingSpec(
    "move",
    "主题党日固定日放假时",
    "choice",
    NEXT_WORKING_DAY,
    choices=(NEXT_WORKING_DAY, WITHIN_A_WEEK),
    source="地方做法，可改",
)
ARCHIVE_CODE = SettingSpec(
    "archive_code", "页脚档案代号", "line", "", source="本单位档案管理规定，可空"
)
PRINTED_BY = SettingSpec(
    "printed_by", "封面印制单位", "line", "", source="填了就印在手册封面上，可空"
)
KEPT_FOR_EVER = "永久"
_TERMS = (KEPT_FOR_EVER, "30年", "10年")
KEEP_REGISTERS = SettingSpec(
    "keep_registers",
    "名册、选举、党费、计划和总结的保管期限",
    "choice",
    KEPT_FOR_EVER,
    choices=_TERMS,
    source="国家档案局令第8号 9.10.1—9.10.3（永久），各地有30年的，可改",
)
KEEP_RECORDS = SettingSpec(
    "keep_records",
    "会议和活动记录的保管期限",
    "choice",
    "10年",
    choices=_TERMS,
    source="国家档案局令第8号 9.10.4（10年），各地有30年和永久的，可改",
)
OWN_KINDS = SettingSpec(
    "own_kinds",
    "自己增加的活动种类（一行一种）",
    "lines",
    "",
    source="在“三会一课”里和其他会议一样新建、考勤和打印",
)
SELF_CHECK_ASPECTS = SettingSpec(
    "self_check_aspects",
    "党员自评的方面（一行一个）",
    "lines",
    "讲政治有信念\n讲规矩有纪律\n讲道德有品行\n讲奉献有作为\n责任意识、党员意识、规矩意识",
    source="“四讲四有”合格党员；一个方面一行，新的对照检查表按这里列出",
)
WRITER = SettingSpec("writer", "填写人姓名（记入修改痕迹）", "line", "")

SETTINGS = (
    RECORD_DAYS,
    MAKE_UP_DAYS,
    MEND_DAYS,
    LEAST_REFLECTIONS,
    LEAST_PHOTOS,
    LEAST_MEETING_WORDS,
    LEAST_GROUP_WORDS,
    LEAST_SPEAKERS,
    COPIED_PERCENT,
    UNEXCUSED_TALK,
    UNEXCUSED_CRITICISM,
    UNEXCUSED_MENDING,
    LEAST_HOURS,
    LEAST_COMMITTEE_HOURS,
    LONGEST_MINUTES,
    SHORTEST_MINUTES,
    SHORTEST_THEME_DAY,
    SHORTEST_THEME,
    BASE_MONTHS,
    MOST_FOR_OTHERS,
    ONE_LECTURER,
    HANDOVER_DAYS,
    FOLLOW_UP_DAYS,
    MOVE,
    ARCHIVE_CODE,
    PRINTED_BY,
    KEEP_REGISTERS,
    KEEP_RECORDS,
    OWN_KINDS,
    SELF_CHECK_ASPECTS,
    WRITER,
)
_BY_KEY = {spec.key: spec for spec in SETTINGS}


def lines_of(text: str) -> list[str]:
    """Return the words of a `lines` value, each once and without empty lines."""
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def whole_in(settings: Mapping[str, str], spec: SettingSpec) -> int:
    """Return a setting that is a whole number, its default where it is unset or unreadable."""
    text = settings.get(spec.key, "")
    return int(text) if text.isascii() and text.isdigit() else int(spec.default)


def setting_spec(key: str) -> SettingSpec:
    """Return the description of a setting.

    Raises:
        KeyError: there is no such setting.
    """
    return _BY_KEY[key]
