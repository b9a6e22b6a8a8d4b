"""What of a year's records can be counted for the assessment, in the words it is chosen by.

Source: `domain/calendar-and-faults.md` 5.3; `domain/one-plus-n-features.md` F32, F49, F50.
"""

from __future__ import annotations

# Of a member: how often he was there.
THREE_MEETINGS = "参加三会一课"
THEME_DAYS = "参加主题党日"
STUDY = "参加集中学习等活动"
CRITICISM = "参加生活会、民主评议"
# How he was away.
UNEXCUSED = "无故缺席"
LATE = "迟到早退"
ON_LEAVE = "请假"
NOT_MADE_UP = "缺席未补学"
# What he paid and wrote.
DUES_ON_TIME = "按月足额交党费"
DUES_LATE = "逾期或欠交党费"
NOTES = "学习笔记"
NOTES_MISSING = "缺学习笔记"
# What he did for others.
REFLECTIONS = "谈体会"
LECTURES = "讲党课"
LED = "领读领学"
SERVICE = "服务和帮扶"
TALKS = "谈心谈话"
# What was decided about him.
ACHIEVEMENTS = "突出业绩"
AWARDS = "受到奖励"
PENALTIES = "受到处分"
MEASURES = "受到组织处置"
# Counted once for everybody: schemes that begin with 60 or 70 points.
BASE = "基础分"

MEMBER_COUNTS = (
    BASE,
    THREE_MEETINGS,
    THEME_DAYS,
    STUDY,
    CRITICISM,
    DUES_ON_TIME,
    NOTES,
    REFLECTIONS,
    LECTURES,
    LED,
    SERVICE,
    TALKS,
    ACHIEVEMENTS,
    AWARDS,
    ON_LEAVE,
    NOT_MADE_UP,
    UNEXCUSED,
    LATE,
    DUES_LATE,
    NOTES_MISSING,
    MEASURES,
    PENALTIES,
)

# Of the branch.
MEMBERS_MEETINGS = "党员大会按季召开"
COMMITTEE_MEETINGS = "支委会按月召开"
GROUP_MEETINGS = "党小组会按月召开"
LECTURES_HELD = "党课按季讲授"
ACTIONS_COMPLETE = "主题党日规定动作齐全"
CRITICISM_HELD = "生活会、评议按年召开"
DUES_COLLECTED = "党费按月收齐、上缴"
MADE_UP = "补学和学习笔记"
MENDED = "督查整改按期销号"
RECORDED = "记录按时定稿"

BRANCH_COUNTS = (
    MEMBERS_MEETINGS,
    COMMITTEE_MEETINGS,
    GROUP_MEETINGS,
    LECTURES_HELD,
    ACTIONS_COMPLETE,
    CRITICISM_HELD,
    DUES_COLLECTED,
    MADE_UP,
    MENDED,
    RECORDED,
)
