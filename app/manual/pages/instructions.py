"""P02 使用说明: how this volume is kept, from a template the branch may change."""

from __future__ import annotations

from app.manual.page import Field, FillPage

# What a new page begins with. Source: `domain/pages.md` P02 (an own template of 6–10 points).
TEMPLATE = """\
1. 本手册记录党支部一年的组织生活，一年一册，由党支部书记负责，组织委员具体管理。
2. 各种会议和活动由记录人当场记，会后三个工作日内定稿；谁说的记谁的名，有不同意见也要记。
3. 时间、地点、主持人、记录人、应到、实到、缺席人员及原因必须写全；应到人数按当天的党员名册算。
4. 需要表决的一事一表决，写明应到和实到会有表决权的人数、表决方式和票数。
5. 党费由党员本人按月足额交纳，收款人当场签章；代交的写明代交人。
6. 不能到会的事先请假；会后七日内补课，写明日期、方式和负责人，由本人签字。
7. 签名一律由本人手写，不代签；没有内容的栏写“无”，不留空白，不涂改。
8. 定稿后发现有误的，保留原记录，另作更正，写明原因和日期。
9. 每月月底支部自查一次；督查指出的问题按期整改、复查、销号。
10. 人员变动时当面移交，三方签字；年终编好目录，装订成册，按规定归档。"""

PAGE = FillPage(
    key="instructions",
    code="P02",
    title="使用说明",
    area="registers",
    rows=((Field("text", "内容", "text", required=True, fills=True, hint="一条一段"),),),
    called_by=("text",),
    once=True,
    hint="印在目录前面；已有一份样稿，可以照本支部的规定改。",
    source="domain/pages.md P02",
)
