"""What the branch keeps beside the manual's own pages: targets, service, promises, voices."""

from __future__ import annotations

from tools.sample_year.parts import RECORDER, SECRETARY, Plain, day, entry

_COAL = "冬季供煤运输"
_BELTS = "皮带安全运行"
_YOUTH = "青工培养"

# Of each month: where its theme came from, the target it served, and its tags.
_THEMES = {
    1: ("上级部署", _COAL, "学习提高"),
    2: ("重点工作", "", "总结经验"),
    3: ("支部问题", _BELTS, "调查研究"),
    4: ("重点工作", _YOUTH, "工作创新"),
    5: ("支部问题", _YOUTH, "调查研究"),
    6: ("重大活动", _BELTS, "学习提高"),
    7: ("重大活动", "", "学习提高"),
    8: ("重点工作", _BELTS, "总结经验"),
    9: ("上级部署", "", "工作创新"),
    10: ("重点工作", _COAL, "总结经验"),
    11: ("重点工作", _COAL, "调查研究"),
    12: ("支部问题", "", "总结经验"),
}

# Who shows himself how, what he answers for, what he promised in January and what became of it.
_PROMISES = (
    (SECRETARY, "运输区全区和夜班", "到夜班二十四次", "部分兑现", "实去二十一次，欠三次"),
    ("韩素云", "党费、考勤和组织发展", "党费当月收齐，没有拖到下月的", "已兑现", ""),
    ("陆景行", "机修图纸和宣传栏", "修好西口照明", "未兑现", "列入明年一月"),
    ("贺立新", "皮带巷检查", "检查不写“较好”，写看到了什么", "已兑现", ""),
    (RECORDER, "青工和备件盘点", "材料账每季公开一次", "已兑现", ""),
    ("邵长河", "东翼轨道和发车", "误点减半", "已兑现", "由41次降到19次"),
    ("田建军", "电机车连接销", "连接销检查单不漏填", "已兑现", ""),
    ("姚春雷", "电机车夜班", "发车鸣笛等够三秒", "部分兑现", "徒弟数过，漏两次"),
    ("顾广才", "在家病休", "给青工讲一次老办法", "已兑现", ""),
    ("林晓峰", "3号机车", "检修单不拖过夜", "已兑现", ""),
    ("钱守义", "1号皮带机头", "带出一个独当一面的机头工", "已兑现", ""),
    ("罗海生", "2号皮带机尾", "上岗前互相看一眼着装", "已兑现", ""),
    ("彭玉珍", "集控室", "每班给沿线打一次电话", "已兑现", ""),
    ("汪东林", "皮带中间段", "中间段没有坏灯", "已兑现", ""),
    ("魏国梁", "机修质量", "检修一次合格", "部分兑现", "全年返工三件"),
    ("段志强", "托辊修复", "试车时间单独列出", "已兑现", ""),
    ("郝文静", "材料库", "下现场五十回", "已兑现", "记下五十三回"),
    ("曾庆安", "护栏和螺栓", "每周提一条帮得上人的意见", "部分兑现", "下半年才开始"),
)
_SPEARHEADS = {SECRETARY: "党员先锋岗", "汪东林": "党员先锋岗", "邵长河": "党员示范岗"}


_ASPECTS = ("讲政治有信念", "讲规矩有纪律", "讲道德有品行", "讲奉献有作为")


def mark_themes(meetings: list[Plain]) -> None:
    """Write into the theme days where their themes came from."""
    for meeting in meetings:
        if "planned_on" in meeting:
            source, target, tag = _THEMES[int(meeting["planned_on"][5:7])]
            meeting["theme_source"], meeting["theme_tags"] = source, [tag]
            if target:
                meeting["work_target"] = target


def pages() -> list[Plain]:
    """Return the registers that are kept beside the manual's own."""
    return [_targets(), *map(_promise, _PROMISES), *_SERVED, *_SHEETS, *_OTHERS]


def _targets() -> Plain:
    rows = (
        (_COAL, "误点比上年减半", SECRETARY, "误点19次，比上年少22次"),
        (_BELTS, "全年不断带", "钱守义", "停带两次，没有断带"),
        (_YOUTH, "五名青工独立上岗", RECORDER, "五名都已独立上岗"),
    )
    targets = [
        {"name": name, "goal": goal, "owner": owner, "result": result}
        for name, goal, owner, result in rows
    ]
    return entry("work_targets", unit="运输区", set_on=day("01-06"), targets=targets)


def _promise(row: tuple[str, str, str, str, str]) -> Plain:
    name, area, promise, kept, told = row
    return entry(
        "vanguard",
        member=name,
        shown_by="佩戴党徽" if area == "在家病休" else "党徽和岗位牌",
        area=area,
        post=_SPEARHEADS.get(name, "未设岗"),
        promise=promise,
        kept=kept,
        told=told,
    )


def _served(on: str, people: str, to: str, hours: float, what: str, result: str) -> Plain:
    return entry(
        "service",
        members=people.split("、"),
        served_on=day(on),
        object=f"服务{to}",
        hours_tenths=hours,
        what=what,
        result=result,
    )


def _sheet(on: str, name: str, asked: str, *gaps: tuple[str, str, str, str]) -> Plain:
    rows = [
        {"against": f"对照{against}", "gap": gap, "measure": measure, "due_on": due_on}
        for against, gap, measure, due_on in gaps
    ]
    aspects = [{"aspect": aspect, "grade": "较好"} for aspect in _ASPECTS]
    return entry(
        "self_check", member=name, checked_on=day(on), aspects=aspects, gaps=rows, asked=asked
    )


_SERVED = (
    _served("01-18", "魏国梁、段志强", "职工", 2.0, "给候车室修好两排座椅", "冬天候车有了坐处"),
    _served(
        "03-22", "邵长河、田建军", "生产", 3.0, "周日停产时换枕木两处", "三月清单的尾项当天销号"
    ),
    _served("06-13", "韩素云、彭玉珍", "群众", 1.5, "到家属区讲用电安全", "当场查出老旧插板11个"),
    _served(
        "08-16", "汪东林、罗海生、贺立新", "生产", 4.0, "暴雨后清理2号皮带积煤", "中班按时开车"
    ),
    _served("09-20", "段志强、曾庆安", "生产", 2.5, "周六修复旧托辊六只", "省下材料费八百多元"),
    _served("12-08", "魏国梁、曾庆安", "群众", 2.0, "为退休职工检修炉具和水管", "六户当晚供暖正常"),
)

_SHEETS = (
    _sheet(
        "02-12",
        "林晓峰",
        "遇事先听完再说。",
        ("党章", "理论学习不系统，笔记抄得多", "笔记写自己的话，每月请介绍人看", day("12-31")),
        ("先进", "会上发言少", "每次党小组会至少说一条", day("06-30")),
    ),
    _sheet(
        "02-13",
        "贺立新",
        "检查要写到具体问题。",
        ("职责", "检查记录常写“较好”，没有指出毛病", "一律写看到了什么、在哪里", day("03-31")),
    ),
)

_OTHERS = (
    entry(
        "honour",
        title="安全生产先进集体",
        awarded_on=day("07-01"),
        level="基层党委",
        awarded_by="中共青石矿委员会",
        number="青矿党〔2025〕14号",
        reason="应急演练用时少于预案，全年没有重伤以上事故",
    ),
    entry(
        "achievement",
        member="汪东林",
        noted_on=day("08-19"),
        kind="突出贡献",
        what="皮带跑偏时果断停机，避免断带，少停产约六小时",
        shown_by="调度记录、集控曲线",
    ),
    entry(
        "achievement",
        member="段志强",
        noted_on=day("09-30"),
        kind="技术本领",
        what="带人修复旧托辊十九只，单只用时由两小时降到四十分钟",
        shown_by="机修台账",
    ),
    entry(
        "feedback",
        held_on=day("10-09"),
        theme="学规程、守底线、保供暖",
        given_out=16,
        returned=16,
        satisfied=14,
        fair=2,
        unsatisfied=0,
        feelings="全体起立诵读的时候，有一种说不出的郑重。\n听身边人讲自己的事，比念文件记得住。",
        questions=[
            {"member": "郝文静", "question": "党员义务第三项讲什么", "answer": "答出"},
            {"member": "林晓峰", "question": "停机以后先报谁", "answer": "基本答出"},
        ],
        suggestions="升井后专场希望固定下来。",
        follow_up="想解决交接班不细的问题；会后两周检查单漏填由五次降到一次，专场从下月起固定。",
    ),
)
