"""The other registers of the year: awards, support, dues used, scores, and what closes a volume."""

from __future__ import annotations

from app.manual.pages import branch_score
from app.manual.pages.instructions import TEMPLATE
from tools.sample_year.parts import (
    RECORDER,
    SECRETARY,
    TREASURER,
    VISITOR,
    Plain,
    day,
    entry,
    guest,
)

# What the branch gave itself and was given, in tenths below the weight, and why.
_DEDUCTED = {
    "党小组会": (0, 5, "个别小组讨论偏短"),
    "学习、考勤和补课": (15, 15, "笔记贴打印稿、只抄标题"),
    "督查整改": (10, 5, "一份整改单复查晚一天"),
    "手册填写": (10, 10, "漏写起止时间、日期各一处"),
}

_PLAIN_PAGES: tuple[Plain, ...] = (
    entry("instructions", text=TEMPLATE),
    entry(
        "branch_profile",
        unit="安原矿业有限公司青石矿运输区",
        code="AY-QS-07",
        founded_on="1995-07-01",
        phone="内线 6100",
        address="青石矿副井口运输区二楼",
        introduction=(
            "运输区党支部成立于1995年7月，负责青石矿井下电机车、皮带运输和机修。"
            "从第一台电机车下井，"
            "到去年更换主运皮带，支部最难的时候，靠的是党员轮着把夜班顶下来。\n"
            "现有三个党小组，分在电机车、皮带、机修三个班组。支部把主题党日放在每月7日，"
            "3月起为夜班党员增设升井后专场。\n"
            "2023年被矿党委评为先进党支部，2024年运输区实现安全生产年。"
        ),
    ),
    entry(
        "award",
        member="汪东林",
        awarded_on=day("07-01"),
        title="优秀共产党员",
        awarded_by="中共青石矿委员会",
        level="基层党委",
        number="青矿党〔2025〕14号",
        reason="巡检细致，年中两次发现皮带接头问题",
    ),
    entry(
        "award",
        member="段志强",
        awarded_on=day("09-28"),
        title="修旧利废先进个人",
        awarded_by="运输区党支部",
        level="党支部",
        reason="带人修复托辊十九只，第一只用两小时，后来四十分钟一只",
    ),
    entry(
        "support",
        partner=guest("柯老四"),
        gender="男",
        partner_post="群众，皮带职工",
        kind="困难帮扶",
        raised_on=day("07-07"),
        situation="孩子考上外地中专，学费差三千元，妻子长年吃药，家里只有一份工资。"
        "走访时本人不愿开口，邻居说起才知道。",
        helpers=["韩素云", "周启明"],
        answered_on=day("07-07"),
        measures="7月16日把材料转工会，申请金秋助学；8月下旬韩素云陪着把手续跑完，"
        "周启明帮他调了白班，便于照看家里。",
        visited_on=day("09-10"),
        result="助学金三千元8月29日到账，孩子按时报到。9月10日回访，妻子病情平稳。",
    ),
    entry(
        "support",
        partner="姚春雷",
        gender="男",
        partner_post="中共党员，电机车司机",
        kind="思想困惑",
        raised_on=day("10-21"),
        situation="外出培训回来，母亲住院、妻子倒班、孩子没人接送，上班精神不集中，"
        "觉得区里排班没有照顾。",
        helpers=["周启明", "邵长河"],
        answered_on=day("10-21"),
        measures="周启明当天谈心，说明排班原因；邵长河10月23日调成早班一个月；韩素云办理工会慰问。",
        amount_fen="500.00",
        visited_on=day("10-31"),
        result="慰问金10月25日送到，老人出院，早班已调，情绪平稳；11月起外出学习资料提前一周发。",
    ),
    entry(
        "support",
        partner=guest("卜向阳"),
        gender="男",
        partner_post="群众，电机车学徒工",
        kind="牢骚情绪",
        raised_on=day("05-12"),
        situation="排班表公示前两次被临时换班，说“反正说了也没用”，在班前会上顶了班长。",
        helpers=["贺立新"],
        answered_on=day("05-13"),
        measures="贺立新先听他把两次换班说完，核对出一次确实没有通知到本人；当面道歉，"
        "讲明公示两天的新办法。",
        visited_on=day("05-27"),
        result="5月排班公示后没有再被临时换班，本人主动顶了一个夜班。",
    ),
    entry(
        "dues_use",
        used_on=day("06-16"),
        amount_fen="486.00",
        category="订阅购买学习资料",
        voucher="06-12",
        purpose="购买学习用书十八册，每名党员一册",
        approved_by=SECRETARY,
        handled_by=TREASURER,
    ),
    entry(
        "dues_use",
        used_on=day("11-05"),
        amount_fen="212.50",
        category="培训党员",
        voucher="11-03",
        purpose="印制冬季三防学习提纲和小单，两场党日使用",
        approved_by=SECRETARY,
        handled_by=RECORDER,
    ),
    entry(
        "handover",
        handed_on=day("01-09"),
        place="矿党委组织部",
        reason="2024年度手册装订完毕，交矿党委组织部查看后存档",
        items=[
            {"what": "党支部工作手册", "volumes": 1, "span": "2024年1月—12月，第1—168页"},
            {"what": "党费收缴表和凭证", "volumes": 1, "span": "2024年1月—12月"},
            {"what": "学习笔记（抽查）", "volumes": 5, "span": "2024年", "remark": "看后退回"},
        ],
        note="手册第52页一处日期更正，已注明原因并签名；没有缺页。",
        handed_by=TREASURER,
        taken_by=guest(VISITOR),
        witness=SECRETARY,
    ),
    entry(
        "volume_note",
        text=(
            "本卷为2025年度工作手册，各月材料齐全，没有缺页。更正和补注三处："
            "8月第三党小组会缺席原因、"
            "8月演练起止时间、11月专场签到日期，都由责任人注明并签名。\n"
            "党费凭证、签到表原件和照片电子版另存，与本卷互见。"
        ),
        filed_by=TREASURER,
        checked_by="贺立新",
        dated_on=day("12-31"),
    ),
)


def pages() -> list[Plain]:
    """Return the pages, the branch's score among them."""
    return [*_PLAIN_PAGES, _score()]


def _score() -> Plain:
    rows = []
    for item, weight, standard, _counted in branch_score.ITEMS:
        own, given, reason = _DEDUCTED.get(item, (0, 0, ""))
        row = {
            "item": item,
            "weight": weight,
            "standard": standard,
            "own_tenths": weight - own / 10,
            "given_tenths": weight - given / 10,
        }
        rows.append(row | ({"reason": reason} if reason else {}))
    return entry(
        "branch_score",
        assessed_on=day("12-30"),
        unit="矿党委组织部",
        items=rows,
        grade="较好",
    )
