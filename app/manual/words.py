"""The fixed words of the manual (controlled vocabularies); each is written here once.

Source: field lists of the paper manual, `domain/pages.md` 2.31.
"""

from __future__ import annotations

FULL_MEMBER = "正式党员"
PROBATIONARY_MEMBER = "预备党员"
MEMBER_CATEGORIES = (FULL_MEMBER, PROBATIONARY_MEMBER)

GENDERS = ("男", "女")

# The full names of the nationalities in the order of their codes. Source: GB/T 3304-1991.
# fmt: off
ETHNICITIES = (
    "汉族", "蒙古族", "回族", "藏族", "维吾尔族", "苗族", "彝族", "壮族",
    "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族", "哈尼族",
    "哈萨克族", "傣族", "黎族", "傈僳族", "佤族", "畲族", "高山族", "拉祜族",
    "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜族", "土族", "达斡尔族", "仫佬族",
    "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯族", "阿昌族", "普米族",
    "塔吉克族", "怒族", "乌孜别克族", "俄罗斯族", "鄂温克族", "德昂族", "保安族", "裕固族",
    "京族", "塔塔尔族", "独龙族", "鄂伦春族", "赫哲族", "门巴族", "珞巴族", "基诺族",
)
# fmt: on

# The highest first. Source: GB/T 4658-2006 (教育程度), shortened to what rosters write.
EDUCATIONS = ("研究生", "大学本科", "大专", "中专", "技校", "高中", "初中", "小学")
COLLEGE_EDUCATIONS = EDUCATIONS[:3]

COMMITTEE_POSTS = (
    "书记",
    "副书记",
    "组织委员",
    "宣传委员",
    "纪检委员",
    "青年委员",
    "群工委员",
    "统战委员",
    "委员",
)

PRESENT = "出席"
OFFICIAL_LEAVE = "公假"
SICK_LEAVE = "病假"
PERSONAL_LEAVE = "事假"
MATERNITY_LEAVE = "产假(哺乳)"
UNEXCUSED = "无故缺席"
LATE = "迟到"
LEFT_EARLY = "早退"
EXEMPT = "免于参加(经批准)"
ATTENDANCE_STATES = (
    PRESENT,
    OFFICIAL_LEAVE,
    SICK_LEAVE,
    PERSONAL_LEAVE,
    MATERNITY_LEAVE,
    UNEXCUSED,
    LATE,
    LEFT_EARLY,
    EXEMPT,
)
PRESENT_STATES = frozenset({PRESENT, LATE, LEFT_EARLY})
LEAVE_STATES = frozenset({OFFICIAL_LEAVE, SICK_LEAVE, PERSONAL_LEAVE, MATERNITY_LEAVE})
ABSENT_STATES = LEAVE_STATES | {UNEXCUSED}
# How leave is asked for; a branch may name other ways. Source: `domain/pages.md` P22 (申请方式).
LEAVE_WAYS = ("口头", "书面", "微信或电话", "他人代请")
# How a state is marked in the attendance table of a year.
# Source: `domain/pages.md` P22; those it has no mark for are marked by their first character.
ATTENDANCE_SYMBOLS = {
    PRESENT: "√",
    OFFICIAL_LEAVE: "△",
    SICK_LEAVE: "○",
    PERSONAL_LEAVE: "☆",
    MATERNITY_LEAVE: "产",
    UNEXCUSED: "×",
    LATE: "◇",
    LEFT_EARLY: "◇",
    EXEMPT: "免",
}
MADE_UP_SYMBOL = "补"
NOT_DUE_SYMBOL = "—"

DUES_KINDS = (
    "工资制",
    "年薪制",
    "非按月",
    "离退休",
    "农民",
    "学生",
    "下岗失业",
    "抚恤低保",
)

# Usual parts of a base; a branch may name others.
# Source: `domain/rules.md` 3.5 (composition of the base), `domain/pages.md` P24 (a).
PAY_ITEMS = ("岗位工资", "薪级工资", "技能工资", "津贴补贴", "绩效奖金")
DEDUCTIONS = ("个人所得税", "养老保险", "医疗保险", "失业保险", "住房公积金", "企业年金")

CASH = "现金"
TRANSFER = "银行转账"
MOBILE = "移动支付"
PAID_BY_FAMILY = "亲属代交"
PAID_BY_MEMBER = "党员代交"
PAY_METHODS = (CASH, TRANSFER, MOBILE, PAID_BY_FAMILY, PAID_BY_MEMBER)
AGENT_METHODS = frozenset({PAID_BY_FAMILY, PAID_BY_MEMBER})

# Where the theme of a theme day comes from, and what it is remembered by.
# Source: `domain/one-plus-n-features.md` F17 and F65.
THEME_SOURCES = ("重大活动", "重点工作", "上级部署", "支部问题")
THEME_TAGS = ("学习提高", "调查研究", "总结经验", "工作创新")

SHOW_OF_HANDS = "举手"
SECRET_BALLOT = "无记名投票"
ORAL = "口头"
VOTE_METHODS = (SHOW_OF_HANDS, SECRET_BALLOT, ORAL)

# Keys of `app.rules.quorum.RULES`, as they are kept.
ORDINARY_VOTE = "V1"
ADMISSION_VOTE = "V2"
CONFIRMATION_VOTE = "V3"
EXPULSION_VOTE = "V4"
COMMITTEE_VOTE = "V5"
ELECTION_VOTE = "V6"
VOTE_RULES = (
    ORDINARY_VOTE,
    ADMISSION_VOTE,
    CONFIRMATION_VOTE,
    EXPULSION_VOTE,
    COMMITTEE_VOTE,
    ELECTION_VOTE,
)

SCRUTINEER = "监票人"
TELLER = "计票人"
COUNTER_ROLES = (SCRUTINEER, TELLER)

PASSED = "通过"
NOT_PASSED = "不通过"

DRAFT = "草稿"
FINAL = "已定稿"
PRINTED = "已打印"
ARCHIVED = "已签字归档"
VOID = "作废"
RECORD_STATES = (DRAFT, FINAL, PRINTED, ARCHIVED, VOID)
FINAL_STATES = frozenset({FINAL, PRINTED, ARCHIVED})

CIRCUMSTANCES = ("流动党员", "行动不便", "长期病休", "借调在外")

GRADES = ("优秀", "合格", "基本合格", "不合格")

NOTHING = "无"
# Drawn in a narrow cell of a list instead. Source: `domain/pages.md` 2.0 (空白栏).
NOTHING_LISTED = "—"
