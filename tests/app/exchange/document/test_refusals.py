from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from app.errors import InvalidDocumentError
from app.exchange import document
from tests.october import PATH as OCTOBER

Doc = dict[str, Any]
Change = Callable[[Doc], Any]


@pytest.fixture(scope="module")
def sample() -> Doc:
    loaded: Doc = json.loads(OCTOBER.read_text("utf-8"))
    loaded["meetings"] = [one for one in loaded["meetings"] if "主题党日" in one["kinds"]]
    del loaded["meetings"][0]["fixed_by"]
    return loaded


def meeting(doc: Doc) -> Doc:
    found: Doc = doc["meetings"][0]
    return found


def put(**values: Any) -> Change:
    return lambda doc: doc.update(values)


def in_meeting(**values: Any) -> Change:
    return lambda doc: meeting(doc).update(values)


def in_member(index: int, **values: Any) -> Change:
    return lambda doc: doc["members"][index].update(values)


def in_dues(index: int, **values: Any) -> Change:
    return lambda doc: doc["dues"][index].update(values)


def in_entry(**values: Any) -> Change:
    return lambda doc: doc["entries"][0]["values"].update(values)


def mark(**values: Any) -> Change:
    return lambda doc: meeting(doc)["attendance"].append({"state": "事假"} | values)


REFUSED: dict[str, tuple[Change, str, str]] = {
    "another format": (put(format="other"), "$.format", "不是支部记录文件"),
    "a newer version": (put(version=3), "$.version", "请先更新程序"),
    "a version that is no number": (put(version="2"), "$.version", "应为2"),
    "a version that is yes or no": (put(version=True), "$.version", "应为2"),
    "no version": (lambda doc: doc.pop("version"), "$.version", "缺少"),
    "a link to a meeting that is not there": (
        in_meeting(fixed_by="2025-09-29T15:00"),
        "$.meetings[0].fixed_by",
        "没有在",
    ),
    "a page of no kind": (
        lambda doc: doc["entries"][0].update(page="dream"),
        "$.entries[0].page",
        "talk",
    ),
    "a field the page has not": (in_entry(mood="好"), "$.entries[0].values.mood", "没有这一栏"),
    "a talker nobody knows": (in_entry(talker="甲"), "$.entries[0].values.talker", "甲"),
    "two talkers": (
        in_entry(talker=["周启明", "韩素云"]),
        "$.entries[0].values.talker",
        "最多 1 人",
    ),
    "a word that is no choice": (in_entry(kind="闲聊"), "$.entries[0].values.kind", "关怀谈话"),
    "a day no month has": (in_entry(held_on="2025-02-30"), "$.entries[0].values.held_on", "没有"),
    "rows that are none": (in_entry(follow_up="无"), "$.entries[0].values.follow_up", "列表"),
    "an owner nobody knows, in a row": (
        in_entry(follow_up=[{"owner": "甲"}]),
        "$.entries[0].values.follow_up[0].owner",
        "甲",
    ),
    "a meeting of a group nobody knows": (
        in_meeting(group="第九党小组"),
        "$.meetings[0].group",
        "没有党小组叫",
    ),
    "a vote by no rule": (
        in_meeting(votes=[{"rule": "V9"}]),
        "$.meetings[0].votes[0].rule",
        "只能是：V1",
    ),
    "a result that was typed": (
        in_meeting(votes=[{"passed": True}]),
        "$.meetings[0].votes[0].passed",
        "没有这一项",
    ),
    "a member left out twice": (
        in_meeting(votes=[{"excluded": [{"member": "周启明"}, {"member": "周启明"}]}]),
        "$.meetings[0].votes[0].excluded[1].member",
        "写了两次",
    ),
    "a negative count": (
        in_meeting(votes=[{"for": -1}]),
        "$.meetings[0].votes[0].for",
        "不小于 0",
    ),
    "a stranger who counts": (
        in_meeting(votes=[{"tellers": ["郭某"]}]),
        "$.meetings[0].votes[0].tellers[0]",
        "名册里没有",
    ),
    "an unknown key": (put(extra=1), "$.extra", "没有这一项"),
    "an unknown key in a meeting": (
        in_meeting(weather="晴"),
        "$.meetings[0].weather",
        "没有这一项",
    ),
    "an unknown key deep inside": (
        lambda doc: meeting(doc)["minutes"][0]["speeches"][1].update(loud=True),
        "$.meetings[0].minutes[0].speeches[1].loud",
        "没有这一项",
    ),
    "an unknown key that is no word": (put(**{"a b\n": 1}), '$["a b\\n"]', "没有这一项"),
    "a branch without name": (lambda doc: doc["branch"].pop("name"), "$.branch.name", "缺少"),
    "an empty branch name": (lambda doc: doc["branch"].update(name=" "), "$.branch.name", "不空"),
    "a fixed day no month has": (
        lambda doc: doc["branch"].update(theme_day=29),
        "$.branch.theme_day",
        "1 到 28",
    ),
    "a term that ends before it starts": (
        lambda doc: doc["branch"].update(term_end="2023-04-19"),
        "$.branch.term_end",
        "早于",
    ),
    "two groups of one name": (
        lambda doc: doc["groups"].append({"name": "第二党小组（皮带）"}),
        "$.groups[3].name",
        "第二党小组（皮带）",
    ),
    "a leader nobody knows": (
        lambda doc: doc["groups"][0].update(leader="甲"),
        "$.groups[0].leader",
        "甲",
    ),
    "a group nobody knows": (in_member(0, group="第九党小组"), "$.members[0].group", "第九党小组"),
    "two of one name without marks": (in_member(1, name="周启明"), "$.members[0].name", "id"),
    "one mark for two": (
        lambda doc: [doc["members"][index].update(id="工1") for index in (3, 5)],
        "$.members[3].id",
        "id",
    ),
    "a day no calendar has": (
        in_member(2, joined_on="2010-02-30"),
        "$.members[2].joined_on",
        "2010-02-30",
    ),
    "a day in another spelling": (in_member(2, joined_on="20100701"), "$.members[2].joined_on", ""),
    "full before joining": (in_member(2, full_on="2010-06-30"), "$.members[2].full_on", "早于"),
    "probationary and full at once": (
        in_member(2, category="预备党员"),
        "$.members[2].category",
        "正式党员",
    ),
    "leaving before coming": (
        in_member(2, in_branch_to="2010-06-30"),
        "$.members[2].in_branch_to",
        "早于",
    ),
    "two ways to say one thing": (
        in_member(2, periods=[]),
        "$.members[2].in_branch_from",
        "periods",
    ),
    "a base as a number": (in_member(0, dues_base=10236.4), "$.members[0].dues_base", "字符串"),
    "a base as a whole number": (in_member(0, dues_base=10236), "$.members[0].dues_base", "字符串"),
    "two bases from one month": (
        lambda doc: [
            doc["members"][0].pop("dues_base"),
            doc["members"][0].update(dues_bases=[{"base": "1"}, {"base": "2"}]),
        ],
        "$.members[0].dues_bases[1].from",
        "核定基数",
    ),
    "a negative amount": (in_dues(3, paid="-1.00"), "$.dues[3].paid", "不能为负"),
    "a float as money": (in_dues(3, due=121.58), "$.dues[3].due", "字符串"),
    "three decimals": (in_dues(3, base="8105.605"), "$.dues[3].base", "两位小数"),
    "a scientific amount": (in_dues(3, base="1e3"), "$.dues[3].base", "金额"),
    "two rows of one month": (
        lambda doc: doc["dues"].append({"member": "周启明", "month": "2025-10"}),
        "$.dues[18].member",
        "2025-10",
    ),
    "a thirteenth month": (in_dues(0, month="2025-13"), "$.dues[0].month", "月份"),
    "an unknown payment": (in_dues(0, method="赊账"), "$.dues[0].method", "银行转账"),
    "a paying member nobody knows": (
        in_dues(0, method="党员代交", paid_by="甲"),
        "$.dues[0].paid_by",
        "甲",
    ),
    "dues of a stranger": (in_dues(0, member="甲"), "$.dues[0].member", "甲"),
    "a rate above the whole": (in_dues(0, rate="150%"), "$.dues[0].rate", "100%"),
    "no kind of meeting": (in_meeting(kinds=[]), "$.meetings[0].kinds", "至少一种"),
    "an unknown kind": (in_meeting(kinds=["茶话会"]), "$.meetings[0].kinds[0]", "主题党日"),
    "an end before the start": (
        in_meeting(end="2025-10-09T14:59"),
        "$.meetings[0].end",
        "早于",
    ),
    "an hour no day has": (in_meeting(end="2025-10-09T24:30"), "$.meetings[0].end", "24:30"),
    "no day at all": (
        in_meeting(start=None, end=None, planned_on=None),
        "$.meetings[0].start",
        "planned_on",
    ),
    "a chair nobody knows": (in_meeting(chair="甲"), "$.meetings[0].chair", "甲"),
    "a guest as chair": (in_meeting(chair="尹露"), "$.meetings[0].chair", "尹露"),
    "a speaker nobody knows": (
        lambda doc: meeting(doc)["reflections"][2].update(who="甲"),
        "$.meetings[0].reflections[2].who",
        "guests",
    ),
    "a lecturer nobody knows": (
        lambda doc: meeting(doc)["lecture"].update(speakers=["周启明", "甲"]),
        "$.meetings[0].lecture.speakers[1]",
        "甲",
    ),
    "an owner nobody knows": (
        lambda doc: meeting(doc)["decisions"][1].update(owner="甲"),
        "$.meetings[0].decisions[1].owner",
        "甲",
    ),
    "a leader of an action nobody knows": (
        lambda doc: meeting(doc)["actions"][3].update(lead=["周启明", "甲"]),
        "$.meetings[0].actions[3].lead[1]",
        "甲",
    ),
    "a sixth required action": (
        lambda doc: meeting(doc)["actions"][5].update(required=True),
        "$.meetings[0].actions[5].name",
        "规定动作只有这五个",
    ),
    "a required action twice": (
        lambda doc: meeting(doc)["actions"].append({"required": 2}),
        "$.meetings[0].actions[6].name",
        "诵读党章",
    ),
    "number and name of two actions": (
        lambda doc: meeting(doc)["actions"][0].update(required=2),
        "$.meetings[0].actions[0].name",
        "诵读党章",
    ),
    "an unknown state": (
        mark(member="田建军", state="旷工"),
        "$.meetings[0].attendance[2].state",
        "公假",
    ),
    "a member marked twice": (
        mark(member="姚春雷"),
        "$.meetings[0].attendance[2].member",
        "只留一行",
    ),
    "a stranger marked": (mark(member="乔志远"), "$.meetings[0].attendance[2].member", "乔志远"),
    "a sitting there is not": (
        mark(member="田建军", sitting=1),
        "$.meetings[0].attendance[2].sitting",
        "第 1 场",
    ),
    "an approver nobody knows": (
        mark(member="田建军", approved_by="甲"),
        "$.meetings[0].attendance[2].approved_by",
        "甲",
    ),
    "a number of people that is no number": (
        in_meeting(badges_worn="16"),
        "$.meetings[0].badges_worn",
        "人数",
    ),
    "a number no file can hold": (in_meeting(number=10**30), "$.meetings[0].number", "整数"),
    "hours with three decimals": (
        lambda doc: meeting(doc)["lecture"].update(hours=0.505),
        "$.meetings[0].lecture.hours",
        "两位小数",
    ),
    "a setting that is no number": (
        put(settings={"record_days": "三"}),
        "$.settings.record_days",
        "整数",
    ),
    "a list that is none": (put(members={}), "$.members", "列表"),
    "a list of nothing": (put(members=[None]), "$.members[0]", "党员"),
}


@pytest.mark.parametrize(("change", "path", "part"), REFUSED.values(), ids=REFUSED.keys())
def test_what_does_not_fit_is_refused_with_its_place(
    sample: Doc, change: Change, path: str, part: str
) -> None:
    doc = copy.deepcopy(sample)
    change(doc)
    with pytest.raises(InvalidDocumentError) as refused:
        document.loads(json.dumps(doc).encode())
    assert refused.value.path == path
    assert str(refused.value).startswith(f"{path}：")
    assert str(refused.value).endswith("。")
    assert part in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("first", "last", "refused"),
    [
        ("2025-10-09", None, False),
        ("2025-10-10", None, True),
        (None, "2025-10-09", False),
        (None, "2025-10-08", True),
    ],
)
def test_the_first_and_the_last_day_in_the_branch_count(
    sample: Doc, first: str | None, last: str | None, refused: bool
) -> None:
    doc = copy.deepcopy(sample)
    in_member(6, in_branch_from=first, in_branch_to=last)(doc)
    mark(member="田建军")(doc)
    if not refused:
        assert len(document.read(doc).meetings[0].attendance) == 3
        return
    with pytest.raises(InvalidDocumentError, match=r"2025-10-09 不是本支部党员") as error:
        document.read(doc)
    assert error.value.path == "$.meetings[0].attendance[2].member"


def test_nobody_is_marked_before_he_joined(sample: Doc) -> None:
    doc = copy.deepcopy(sample)
    in_member(6, joined_on="2025-10-10", full_on=None, in_branch_from="2020-01-01")(doc)
    mark(member="田建军")(doc)
    with pytest.raises(InvalidDocumentError, match="不是本支部党员"):
        document.read(doc)


def test_somebody_marked_present_must_belong_too(sample: Doc) -> None:
    doc = copy.deepcopy(sample)
    in_member(6, in_branch_to="2025-09-30")(doc)
    mark(member="田建军", state="出席")(doc)
    with pytest.raises(InvalidDocumentError, match="不是本支部党员"):
        document.read(doc)


BYTES: dict[str, tuple[bytes, str, str]] = {
    "nothing": (b"", "$", "不是 JSON"),
    "no JSON": (b"{'a': 1}", "$", "第 1 行第 2 个字符"),
    "half a file": (b'{"format": "zhibu-records", "ver', "$", "不是 JSON"),
    "another encoding": ('{"format": "支部"}'.encode("gb18030"), "$", "UTF-8"),
    "a key twice": (
        b'{"version": 1, "branch": {"name": "a", "name": "b"}}',
        "$.branch.name",
        "两次",
    ),
    "not a number": (b'{"version": [NaN]}', "$.version[0]", "NaN"),
    "without end": (b'{"version": -Infinity}', "$.version", "-Infinity"),
    "half a character": (b'{"format": "\\ud800"}', "$.format", "U+D800"),
    "a control character": (b'{"format": "\\u0000"}', "$.format", "U+0000"),
    "a number of a million digits": (b"[" + b"9" * 10**6 + b"]", "$", "长"),
    "a hundred thousand levels": (b"[" * 10**5, "$", "层次太深"),
    "a list": (b"[]", "$", "不是支部记录文件"),
    "null": (b"null", "$", "不是支部记录文件"),
}


@pytest.mark.parametrize(("content", "path", "part"), BYTES.values(), ids=BYTES.keys())
def test_what_is_no_document_is_refused_in_one_sentence(
    content: bytes, path: str, part: str
) -> None:
    with pytest.raises(InvalidDocumentError) as refused:
        document.loads(content)
    assert refused.value.path == path
    assert part in str(refused.value)
    assert "\n" not in str(refused.value)
