from __future__ import annotations

from app.manual.words import THEME_SOURCES
from ui.forms.form import MeetingForm
from ui.forms.head import HeadSection
from ui.forms.who_field import WhosField


def test_source_target_and_tags_of_a_theme_are_kept_and_offered(form: MeetingForm) -> None:
    desk = form.desk
    entries = desk.context.services.entries
    targets = entries.new("work_targets", 2025)
    targets.values |= {"unit": "运输区", "targets": [{"name": "冬季供煤", "goal": "误点减半"}]}
    entries.save(targets)
    desk.sources.forget()
    head = form.section("head")
    assert isinstance(head, HeadSection)
    head.refresh()
    purpose = head._purpose
    assert [purpose._target.itemText(place) for place in range(purpose._target.count())] == [
        "冬季供煤"
    ]
    purpose._target.set_text("冬季供煤")
    purpose._target.text_edited.emit()
    purpose._source.set_value(THEME_SOURCES[1])
    purpose._source.choice_edited.emit()
    tags: WhosField = purpose._tags
    tags.set_whos([(None, "调查研究"), (None, "安全")])
    tags.whos_edited.emit()
    meeting = desk.meeting
    assert (meeting.theme_source, meeting.work_target) == ("重点工作", "冬季供煤")
    assert meeting.theme_tags == ["调查研究", "安全"]
    desk.editor.undo()
    assert desk.meeting.theme_tags == []
