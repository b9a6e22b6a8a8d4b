"""Each fault a theme day can have, one at a time, on an otherwise sound record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest

from app.manual import kinds, words
from app.records import Action, Meeting, MinutesItem, Sitting, Speech
from app.rules.checks import CHECKS
from tests.app.rules import factories as make
from tests.app.rules import october
from tests.app.rules.checks.fault_months import photo
from tests.app.rules.checks.situations import brief, context, found

Change = Callable[[Meeting], object]


def _put(field: str, value: object) -> Change:
    return lambda meeting: setattr(meeting, field, value)


def _end(text: str) -> Change:
    return _put("end", make.at(text))


def _row(state: str, name: str = "郝文静", **parts: object) -> Change:
    return lambda meeting: meeting.attendance.append(
        make.attended(name, state, **parts)  # type: ignore[arg-type]
    )


def _away(name: str) -> Change:
    """Mark someone as on leave, in good order and made up."""
    return _row(
        words.OFFICIAL_LEAVE,
        name,
        leave=make.leave("出差", "韩素云", date(2025, 10, 8)),
        make_up=make.made_up(date(2025, 10, 12), "邵长河"),
    )


def _action(meeting: Meeting, number: int | None) -> Action:
    return next(one for one in meeting.actions if one.required_number == number)


def _spoil_action(number: int | None, field: str, value: object) -> Change:
    return lambda meeting: setattr(_action(meeting, number), field, value)


def _no_action(number: int | None) -> Change:
    return lambda meeting: meeting.actions.remove(_action(meeting, number))


def _spoken(name: str | None, text: str) -> Change:
    speech = Speech(branch_id=make.BRANCH_ID, member_id=name, text=text)
    item = MinutesItem(branch_id=make.BRANCH_ID, topic="议题", speeches=[speech])
    return lambda meeting: meeting.minutes.append(item)


def test_the_sample_october_is_without_fault_on_any_later_day() -> None:
    meeting = october.theme_day()
    for days in (0, 1, 7, 8, 30, 400):
        today = make.DAY + timedelta(days=days)
        assert found(meeting, context([meeting], today=today)) == []


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (_put("theme", " "), (1, "E", "head", "theme")),
        (_put("place", ""), (1, "E", "head", "place")),
        (_put("chair_id", None), (1, "E", "head", "chair")),
        (_put("recorder_id", None), (1, "E", "head", "recorder")),
        (_put("recorder_id", "周启明"), (21, "E", "head", "recorder")),
        (_put("end", None), (25, "W", "head", "end")),
        (_put("theme", "学习会"), (26, "W", "head", "theme")),
        (_put("theme", "政治学习"), (26, "W", "head", "theme")),
        (_put("moved_reason", ""), (30, "E", "head", "moved_reason")),
        (_end("2025-10-09T15:00"), (15, "E", "head", "end")),
        (_end("2025-10-09T14:59"), (15, "E", "head", "end")),
        (_end("2025-10-09T15:19"), (15, "W", "head", "end")),
        (_end("2025-10-09T15:59"), (15, "W", "head", "end")),
        (_end("2025-10-09T19:01"), (15, "W", "head", "end")),
        (_put("flag_hung", None), (29, "W", "head", "flag_hung")),
        (_put("flag_hung", False), (29, "W", "head", "flag_hung")),
        (_put("badges_worn", None), (29, "W", "head", "badges_worn")),
        (_put("badges_worn", 15), (29, "W", "head", "badges_worn")),
        (_put("badges_worn", 17), (4, "E", "head", "badges_worn")),
        (_put("notes_done", None), (31, "I", "head", "notes_done")),
        (_put("notes_done", 15), (31, "W", "head", "notes_done")),
        (_put("notes_sampled", 17), (31, "W", "head", "notes_sampled")),
        (_put("attendance_confirmed", False), (2, "E", "attendance", "confirmed")),
        (_put("lecture", None), (28, "E", "actions", "actions.4.lecture")),
        (_put("reflections", []), (28, "E", "actions", "actions.5.reflections")),
        (_no_action(1), (28, "E", "actions", "actions.1.lead")),
        (_no_action(2), (28, "E", "actions", "actions.2.lead")),
        (_no_action(3), (28, "E", "actions", "actions.3.lead")),
        (_spoil_action(1, "leads", []), (28, "E", "actions", "actions.1.lead")),
        (_spoil_action(3, "leads", []), (28, "E", "actions", "actions.3.lead")),
        (_no_action(None), (18, "I", "actions", "optional")),
        (_away("冯小满"), (14, "E", "head", "recorder")),
        (_away("陆景行"), (14, "E", "actions", "actions.3.lead")),
        (_away("汪东林"), (14, "E", "lecture", "speakers")),
        (_away("钱守义"), (14, "E", "reflections", "reflections.3.text")),
        (_spoken("姚春雷", "我同意。"), (14, "E", "minutes", "minutes.1.speeches.1.text")),
        (_spoken(None, "我同意。"), (23, "E", "minutes", "minutes.1.speeches.1")),
    ],
)
def test_one_fault_gives_one_finding(change: Change, finding: tuple[int, str, str, str]) -> None:
    meeting = october.theme_day()
    change(meeting)
    others = {4, 29} if finding[0] == 14 else set()  # one less present, but sixteen badges
    assert [one for one in brief(found(meeting)) if one[0] not in others] == [finding]


@pytest.mark.parametrize(
    "change",
    [
        _end("2025-10-09T16:00"),
        _end("2025-10-09T19:00"),
        _put("theme", "学规程，守底线"),
        _put("notes_sampled", None),
        _spoken("姚春雷", "（书面发言）我同意。"),
        _spoken("田建军", "我同意。"),
        _spoken(None, " "),
    ],
)
def test_at_the_edge_there_is_no_finding(change: Change) -> None:
    meeting = october.theme_day()
    change(meeting)
    assert found(meeting) == []


def test_a_chair_on_leave_is_named_with_his_state() -> None:
    meeting = october.theme_day()
    _away("周启明")(meeting)
    sentences = {one.field: one.sentence for one in found(meeting) if one.number == 14}
    assert sentences == {
        "chair": "主持人周启明在考勤里是“公假”。请核对考勤，或换人。",
        "speakers": "党课主讲人周启明在考勤里是“公假”。请核对考勤，或换人。",
    }


def test_a_meeting_without_a_start_lacks_only_its_start() -> None:
    meeting = october.theme_day()
    meeting.start = None
    numbers = [(one.number, one.field) for one in found(meeting)]
    assert (1, "start") in numbers
    assert 30 not in {number for number, _ in numbers}


def test_a_meeting_of_no_kind_asks_for_one() -> None:
    assert (1, "E", "head", "kinds") in brief(found(make.meeting(kinds=[])))


def test_a_day_with_nobody_on_the_roster_is_reported() -> None:
    meeting = october.theme_day()
    findings = brief(found(meeting, context([meeting], members=[])))
    assert (1, "E", "attendance", "") in findings


def test_late_evening_and_next_day_ends_are_doubted() -> None:
    meeting = october.theme_day()
    meeting.start, meeting.end = make.at("2025-10-09T20:30"), make.at("2025-10-09T22:00")
    assert found(meeting) == []
    meeting.end = make.at("2025-10-09T22:01")
    assert brief(found(meeting)) == [(15, "W", "head", "end")]
    meeting.end = make.at("2025-10-10T00:10")
    assert "00:10" in found(meeting)[0].sentence


def test_a_sitting_that_ends_before_it_starts_is_an_error() -> None:
    meeting = october.theme_day()
    start, end = make.at("2025-10-09T20:30"), make.at("2025-10-09T19:30")
    meeting.sittings.append(Sitting(branch_id=make.BRANCH_ID, start=start, end=end))
    assert brief(found(meeting)) == [(15, "E", "attendance", "sittings.1.end")]


def test_an_unplanned_theme_day_is_held_to_the_fixed_day() -> None:
    meeting = october.theme_day()
    meeting.planned_on, meeting.moved_reason = None, ""
    assert brief(found(meeting)) == [(30, "E", "head", "moved_reason")]


def test_an_action_without_what_was_read_names_what_is_missing() -> None:
    meeting = october.theme_day()
    recitation = _action(meeting, 2)
    recitation.text = ""
    assert found(meeting) == []  # the article alone is enough
    recitation.materials = ""
    (finding,) = found(meeting)
    assert finding.sentence == "规定动作二“诵读党章”还缺诵读的章条。请补上。"


def test_a_lecture_told_in_the_action_itself_is_enough() -> None:
    meeting = october.theme_day()
    meeting.lecture = None
    meeting.actions.remove(_action(meeting, 4))
    meeting.actions.append(make.action(4, "周启明", text="《从一次急停看底线》"))
    assert found(meeting) == []


def test_reflections_count_members_and_follow_the_setting() -> None:
    meeting = october.theme_day()
    assert found(meeting, context([meeting], settings={"least_reflections": "3"})) == []
    (finding,) = found(meeting, context([meeting], settings={"least_reflections": "4"}))
    assert "至少4人，现有3人" in finding.sentence
    meeting.reflections = [make.reflection("田建军", "一"), make.reflection("田建军", "二")]
    assert brief(found(meeting)) == [(28, "E", "actions", "actions.5.reflections")]


def test_an_unreadable_setting_falls_back_to_its_default() -> None:
    meeting = october.theme_day()
    assert found(meeting, context([meeting], settings={"least_reflections": "两"})) == []


def test_an_optional_action_must_say_what_came_of_it() -> None:
    meeting = october.theme_day()
    _action(meeting, None).effect = ""
    (finding,) = found(meeting)
    assert (finding.number, finding.level) == (11, "W")
    assert finding.sentence == "自选动作“皮带头隐患排查”还缺成效。请补上。"


def test_photos_are_asked_for_only_when_the_branch_wants_them() -> None:
    meeting = october.theme_day()
    wanting = context([meeting], settings={"least_photos": "3"})
    assert brief(found(meeting, wanting)) == [(32, "W", "photos", "")]


@pytest.mark.parametrize(
    ("taken_on", "is_told"),
    [(None, False), (date(2025, 10, 9), False), (date(2025, 10, 8), True)],
)
def test_a_photo_is_of_the_day_of_the_meeting(taken_on: date | None, *, is_told: bool) -> None:
    meeting = october.theme_day()
    meeting.photos = [photo()]
    meeting.photos[0].taken_on = taken_on
    told = [one for one in found(meeting) if one.number == 32]
    assert [one.field for one in told] == (["photos.1"] if is_told else [])
    if taken_on is not None:
        meeting.sittings = [
            Sitting(branch_id=make.BRANCH_ID, start=datetime.combine(taken_on, time(20)))
        ]
        assert [one for one in found(meeting) if one.number == 32] == []


def test_a_decision_needs_an_owner_and_a_day() -> None:
    meeting = october.theme_day()
    meeting.decisions += [make.decision("一"), make.decision("二", "段志强")]
    assert [(one.number, one.field) for one in found(meeting)] == [
        (11, "decisions.4.owner"),
        (11, "decisions.5.due"),
    ]


def test_a_record_lags_after_three_working_days() -> None:
    meeting = october.theme_day()
    meeting.place = ""
    on_the_day = context([meeting], today=date(2025, 10, 13))
    assert {one.number for one in found(meeting, on_the_day)} == {1}
    too_late = context([meeting], today=date(2025, 10, 14))
    assert {one.number for one in found(meeting, too_late)} == {1, 10}
    patient = context([meeting], today=date(2025, 10, 14), settings={"record_days": "4"})
    assert {one.number for one in found(meeting, patient)} == {1}


def test_before_its_day_nobody_asks_for_attendance() -> None:
    meeting = october.theme_day()
    meeting.attendance_confirmed = False
    assert found(meeting, context([meeting], today=date(2025, 10, 8))) == []


@pytest.mark.parametrize(
    ("start", "end", "place", "chair", "finding"),
    [
        ("16:50", "18:00", "矿部会议室", "周启明", []),
        ("16:49", "18:00", "矿部会议室", "周启明", [(14, "E", "head", "start")]),
        ("14:00", "15:01", "矿部会议室", "汪东林", [(14, "E", "head", "start")]),
        ("14:00", "15:00", "矿部会议室", "周启明", []),
        ("15:00", "16:50", "矿部会议室", "罗海生", []),
        ("15:00", "16:50", "矿部会议室", "田建军", [(14, "E", "head", "start")]),
        ("15:10", "15:40", "运输区党员活动室", "田建军", [(14, "W", "head", "place")]),
    ],
)
def test_nobody_is_in_two_places(
    start: str, end: str, place: str, chair: str, finding: list[tuple[int, str, str, str]]
) -> None:
    meeting = october.theme_day()
    other = make.meeting(
        id="other",
        start=make.at(f"2025-10-09T{start}"),
        end=make.at(f"2025-10-09T{end}"),
        place=place,
        chair_id=chair,
    )
    assert brief(found(meeting, context([meeting, other]))) == finding
    other.deleted_at = make.at("2025-10-10T08:00")
    assert found(meeting, context([meeting, other])) == []


def test_each_meeting_at_the_same_time_is_named() -> None:
    meeting = october.theme_day()
    at = {"start": make.at("2025-10-09T14:00"), "end": make.at("2025-10-09T15:30")}
    there = {"place": "矿部会议室", "chair_id": "周启明", **at}
    first = make.meeting(id="1", kinds=[kinds.COMMITTEE_MEETING], theme="研究方案", **there)
    second = make.meeting(id="2", kinds=[kinds.OTHER], theme="", **there)
    told = [one.sentence for one in found(meeting, context([meeting, first, second]))]
    assert [one.partition("同时参加")[2] for one in told] == [
        "支部委员会会议“研究方案”。请核对两次的时间。",
        "其他活动。请核对两次的时间。",
    ]


def test_a_lecture_recorded_on_its_own_inside_the_theme_day_is_no_conflict() -> None:
    meeting = october.theme_day()
    meeting.kinds = [kinds.THEME_DAY]
    lecture = make.meeting(
        id="lecture",
        kinds=[kinds.LECTURE],
        start=make.at("2025-10-09T15:20"),
        end=make.at("2025-10-09T16:00"),
        place=meeting.place,
        chair_id="周启明",
    )
    assert found(meeting, context([meeting, lecture])) == []


def test_a_lecture_of_its_own_needs_title_and_speaker_but_no_actions() -> None:
    meeting = october.theme_day()
    meeting.kinds, meeting.actions, meeting.reflections = [kinds.LECTURE], [], []
    assert found(meeting) == []
    meeting.lecture = None
    assert brief(found(meeting)) == [
        (1, "E", "lecture", "title"),
        (1, "E", "lecture", "speakers"),
    ]


def test_someone_off_the_roster_is_named_wherever_he_acts() -> None:
    meeting = october.theme_day()
    people = [one for one in october.members() if one.id not in ("田建军", "周启明")]
    people.append(make.member("田建军", last=date(2025, 10, 8)))
    meeting.attendance.append(make.attended("田建军", words.LATE))
    findings = found(meeting, context([meeting], members=people))
    fifth = {(one.section, one.member_id) for one in findings if one.number == 5}
    assert fifth == {("attendance", "田建军"), ("head", "周启明"), ("lecture", "周启明")}


def test_every_sentence_is_calm_and_says_what_to_do() -> None:
    bare = make.meeting(id="bare")
    findings = found(bare)
    assert len(findings) > 10
    for one in findings:
        assert one.sentence.endswith("。")
        assert "请" in one.sentence
        assert "！" not in one.sentence
        assert (one.area, one.record_id) == ("meetings", "bare")


def test_findings_come_gravest_first() -> None:
    levels = [one.level for one in found(make.meeting())]
    assert levels == sorted(levels, key="EWI".index)


def test_every_check_stands_in_the_order_of_its_number() -> None:
    assert [check.number for check in CHECKS] == sorted(check.number for check in CHECKS)
    assert len({check.find for check in CHECKS}) == len(CHECKS)
