"""The sample branch's October 2025 as records (`domain/example-records.md`, 6.0, 6.2, 6.8)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.manual import kinds, words
from app.records import DuesRow, Meeting, Member
from tests.app.rules import factories as make

# Name, base in fen, rate in thousandths, due in fen.
DUES = (
    ("周启明", 1023640, 20, 20473),
    ("韩素云", 845000, 15, 12675),
    ("陆景行", 792000, 15, 11880),
    ("贺立新", 810560, 15, 12158),
    ("冯小满", 638000, 15, 9570),
    ("邵长河", 751230, 15, 11268),
    ("田建军", 696000, 15, 10440),
    ("姚春雷", 684750, 15, 10271),
    ("顾广才", 300000, 5, 1500),
    ("林晓峰", 500000, 10, 5000),
    ("钱守义", 773300, 15, 11600),
    ("罗海生", 659020, 15, 9885),
    ("彭玉珍", 486000, 10, 4860),
    ("汪东林", 621500, 15, 9323),
    ("魏国梁", 728800, 15, 10932),
    ("段志强", 600480, 15, 9007),
    ("郝文静", 473500, 10, 4735),
    ("曾庆安", 412000, 10, 4120),
)
TOTAL_FEN = 169697
PROBATIONARY = {"林晓峰": date(2024, 9, 12), "曾庆安": date(2025, 5, 16)}


def members() -> list[Member]:
    """Return the eighteen; 曾庆安 belongs only from the day he was accepted."""
    return [
        make.member(
            name,
            words.PROBATIONARY_MEMBER if name in PROBATIONARY else words.FULL_MEMBER,
            first=PROBATIONARY.get(name),
            category_from=PROBATIONARY.get(name),
            base_fen=base,
        )
        for name, base, _, _ in DUES
    ]


def dues() -> list[DuesRow]:
    """Return the month's sheet; one paid by transfer, one through his wife."""
    other = {"姚春雷": (words.TRANSFER, ""), "顾广才": (words.PAID_BY_FAMILY, "顾广才之妻")}
    rows = []
    for name, base, thousandths, due in DUES:
        method, paid_by = other.get(name, (words.CASH, ""))
        rate = Decimal(thousandths) / 1000
        rows.append(make.dues_row(name, base, rate, due, method=method, paid_by=paid_by))
    return rows


def theme_day() -> Meeting:
    """Return the theme day of 9 October, complete in every section."""
    return make.meeting(
        id="october",
        kinds=[kinds.THEME_DAY, kinds.LECTURE],
        number=10,
        start=make.at("2025-10-09T15:00"),
        end=make.at("2025-10-09T16:50"),
        moved_reason="7日为法定节假日，经9月29日支委会研究顺延至节后第一个工作日",
        place="运输区党员活动室",
        chair_id="周启明",
        recorder_id="冯小满",
        theme="学规程、守底线、保供暖",
        guests=["乔志远", "尹露"],
        flag_hung=True,
        badges_worn=16,
        notes_due=16,
        notes_done=16,
        notes_sampled=5,
        attendance_confirmed=True,
        attendance=[
            make.attended(
                "姚春雷",
                words.OFFICIAL_LEAVE,
                make.leave("赴设备厂家培训", "周启明", date(2025, 9, 28)),
                make.made_up(date(2025, 10, 15), "邵长河", "自学并交笔记"),
            ),
            make.attended(
                "顾广才",
                words.SICK_LEAVE,
                make.leave("长期病休", "韩素云", date(2025, 9, 30)),
                make.made_up(date(2025, 10, 13), "邵长河"),
            ),
        ],
        actions=[
            make.action(1, "韩素云", text="18人交纳，合计1696.97元"),
            make.action(2, "韩素云", materials="第一章第三条", text="全体起立"),
            make.action(3, "陆景行", materials="四季度安全生产通知", text="组织生活要有记录。"),
            make.action(4, None),
            make.action(5, None),
            make.action(
                None,
                "魏国梁",
                name="皮带头隐患排查",
                text="16:20起到2号皮带头排查",
                effect="发现3处，当班处理2处",
            ),
        ],
        lecture=make.lecture("从一次急停看底线", "周启明", "汪东林", outline="慢一分钟是责任。"),
        reflections=[
            make.reflection("田建军", "慢是给后面的人留余地。"),
            make.reflection("郝文静", "发料时多问一句。"),
            make.reflection("钱守义", "交接班会提前十分钟。"),
        ],
        decisions=[
            make.decision("托辊更换", "段志强", date(2025, 10, 11)),
            make.decision("交接班会提前", "钱守义", date(2025, 10, 13)),
            make.decision("顾广才、姚春雷补课", "邵长河", date(2025, 10, 16)),
        ],
    )
