from __future__ import annotations

from datetime import date, datetime

from app.records import Meeting, Reflection
from app.services import Services
from tests import factories

SAID = "这次学习我想到皮带跑偏那天，慢停了一分钟就多撕了十几米，以后发现异响先停机再报告。"


def theme_day(day: date, text: str) -> Meeting:
    start = datetime(day.year, day.month, day.day, 15)  # noqa: DTZ001 - local
    return factories.make_meeting(
        start=start,
        planned_on=day,
        reflections=[Reflection(branch_id=factories.BRANCH_ID, text=text, guest_name="乔志远")],
    )


def copied(services: Services) -> list[str]:
    found = services.checks.month("2025-10")
    return [
        one.likeness.other_called for one in found if one.number == 16 and one.likeness is not None
    ]


def test_words_of_years_ago_are_found_until_they_are_changed(services: Services) -> None:
    long_ago = services.meetings.save(theme_day(date(2016, 3, 7), SAID))
    services.meetings.save(theme_day(date(2025, 10, 9), SAID))
    assert copied(services) == ["2016年3月7日的谈体会"]
    long_ago.reflections[0].text = "另外的一段话，讲春季安全检查和两台电机的修理经过，与皮带无关。"
    long_ago = services.meetings.save(long_ago)
    assert copied(services) == []
    long_ago.reflections[0].text = SAID
    long_ago = services.meetings.save(long_ago)
    assert len(copied(services)) == 1
    services.meetings.delete(long_ago.id)
    assert copied(services) == []
