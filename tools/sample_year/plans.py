"""The documents of the year: plans, the year's summary and the secretary's report."""

from __future__ import annotations

from collections.abc import Sequence

from app.manual.kinds import COMMITTEE_MEETING, LECTURE
from tools.sample_year.parts import FIXED_DAY, SECRETARY, YEAR, Month, Plain, ThemeDay, day, entry

_ADOPTED_ON = "2024-12-30"
_BRANCH = "安原矿业有限公司青石矿运输区党支部"

_PLAN = """\
2025年，支部围绕全年运输任务，把组织生活落到班组和日期上，重点解决夜班党员参加难、补课走过场、\
青工思想谈得少三件事。
一、按时开展组织生活
（一）主题党日。每月7日开展，遇休息日由支委会研究改期并写明原因，五个规定动作一项不少，\
自选动作每月至少一项。负责人：陆景行；督查：贺立新。
（二）会议。党员大会每季度一次，支委会每月一次，党小组会每组每月一次，记录三个工作日内定稿。\
负责人：周启明；督查：贺立新。
（三）党课。每季度至少一次，书记讲一次，党员轮流上讲台，讲身边事。负责人：陆景行。
二、抓学习和教育
1. 全年领学材料提前三天发到人，领学人写提纲；学习笔记每人每月两篇，每月抽查，不抄材料。\
负责人：陆景行。
2. 2月召开组织生活会和民主评议，问题列清单、定责任人、定时限，3月起逐月回头看。负责人：\
周启明、韩素云。
三、发展和联系党员
1. 曾庆安培养考察期满后研究列为发展对象；林晓峰预备期满按期讨论；乔志远、尹露每半年考察一次。\
负责人：韩素云、冯小满。
2. 病休党员每月上门送学一次；支委每人每季度与青工谈心不少于两人次。负责人：邵长河、冯小满。
四、管好党费和手册
党费当月足额收齐，按季上缴，每年公布；手册由组织委员管理，12月底封卷。负责人：韩素云；督查：\
贺立新。
五、督查和考核
每月下旬督查一次，问题写到人，限期整改、复查销号，月底通报；年终自评后报矿党委考核。负责人：\
贺立新。"""

_SUMMARY = """\
2025年，支部以主题党日为抓手，组织生活按月开展，运输区全年无重伤以上事故，供暖季运煤按时完成。
一、组织生活情况
（一）主题党日。全年十二次，六月、九月、十月、十二月固定日逢休息日和假期，经支委会研究顺延，\
其余按7日开展。3月起试行升井后专场，全年三场，夜班党员不再只靠补课。
（二）会议和发展。召开党员大会四次，讨论接收曾庆安为预备党员、林晓峰按期转正；\
支委会每月研究下月主题和督查整改；三个党小组按月开会，多数会议都有当面批评。
（三）整改。组织生活会三条都有结果：专场开起来了，补课当面进行、登记学到的内容，\
支委与青工谈话下半年按数完成。
二、作用发挥情况
春季隐患二十六处、冬季三防三十一处按期处理；师徒合同五份，徒弟班次跟了师傅；\
修旧利废修复旧件五十二件；汪东林果断停机避免断带；走访病休老党员和困难职工，\
给退休职工修炉具水管六户。
三、存在的问题
1. 笔记质量不齐，个别人贴打印稿、只抄标题，都是督查指出后才改。
2. 青工谈话前松后紧，第二季度只谈了七人次。
3. 一份整改单复查晚了一天，第三党小组换看笔记年底松了两周。
4. 年度承诺十八条，做到十三条、做到一半四条、没做到一条。
四、2026年打算
专场固定到每月，时间错开接送孩子；承诺每人写两条，一条岗位、一条帮人；修旧利废给工时；\
按期做好换届；总结少说做了几次，多说改变了什么。"""

_REPORT = """\
一、履职情况
这一年我主持支委会十一次、党员大会四次，讲党课四次，其中一月的《新年三本账》和七月的《把责任扛\
在肩上》是写给班组听的。2月组织生活会上大家给我提了两条：下夜班少、谈话催得晚。\
夜班我去了二十一次，比承诺少三次，都欠在开会多的那几周。
支部最大的变化，是夜班党员坐进了会场。专场人少，3月那次只到了两个人，可是话说得多，道岔的灯、\
挂牌看不清都是在那里提出来的。
二、差在哪里
一是布置多、跟踪少的毛病没有断根，笔记抄写的事年初讲、年中查、十月又冒出来。\
二是青工的话听得晚，五月调查里愿意向党员提意见的只有五人，这个数我记着。三是会排得满，\
挤了下夜班的时间。
三、下步怎么办
1. 一月补上欠的三次夜班，全年二十四次排进日历，谁也不能占。
2. 每次支委会先过上次议定的事，没办的当场说原因。
3. 年中再做一次青工调查，看愿意提意见的人多了没有。
4. 一月报请换届，名单不先议，先听党员意见。
请同志们评议。"""


def pages(months: Sequence[Month], october: Plain) -> list[Plain]:
    """Return the documents; `october` is the theme day of the small sample."""
    return [
        entry(
            "annual_plan",
            title=f"{YEAR}年度支部工作计划",
            addressee="各党小组",
            text=_PLAN,
            adopted_by=COMMITTEE_MEETING,
            adopted_on=_ADOPTED_ON,
            dated_on=day("01-02"),
        ),
        entry(
            "theme_plan",
            adopted_on=_ADOPTED_ON,
            months=[_planned(one, october) for one in months],
        ),
        entry(
            "annual_summary",
            title=f"运输区党支部{YEAR}年度工作总结",
            text=_SUMMARY,
            dated_on=day("12-29"),
        ),
        entry(
            "work_report",
            title=f"{YEAR}年度抓党建工作述职报告",
            author=f"{_BRANCH}书记　{SECRETARY}",
            text=_REPORT,
            dated_on=day("12-26"),
        ),
    ]


def _planned(month: Month, october: Plain) -> Plain:
    """Return a row of the plan, as it was drawn up before anything was moved."""
    held = month.theme_day
    told = _told(held) if held else _told_of(october)
    with_lecture = held is None or bool(held.lecture_record)
    row = {"month": month.number, "planned_on": day(f"{month.number:02}-{FIXED_DAY:02}"), **told}
    return row | ({"together_with": LECTURE} if with_lecture else {})


def _told(held: ThemeDay) -> Plain:
    leads = held.charter[0], held.study[0], held.lecture[0]
    return {
        "theme": held.theme,
        "required_leads": _leads(*leads),
        "optional": held.extras[0]["name"],
        "owner": held.extras[0]["lead"],
    }


def _told_of(meeting: Plain) -> Plain:
    _, charter, study, lecture, _, optional = meeting["actions"]
    return {
        "theme": meeting["theme"],
        "required_leads": _leads(charter["lead"], study["lead"], "、".join(lecture["lead"])),
        "optional": optional["name"],
        "owner": optional["lead"],
    }


def _leads(charter: str, study: str, lecture: str) -> str:
    return f"领读 {charter}；领学 {study}；党课 {lecture}"
