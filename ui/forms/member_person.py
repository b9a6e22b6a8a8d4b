"""Who a member is: name, birth, number, education, work, and how to reach him."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.manual import words
from app.manual.member_fields import label
from app.records import Member
from app.rules import id_number
from app.rules.pinyin import full_pinyin
from app.rules.roster_cells import full_ethnicity
from ui.forms.member_fields import COLUMNS, MemberFields
from ui.widgets.card import Card
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context


class PersonCard(Card):
    """Hints say what cannot be right; nothing is refused but an empty name."""

    def __init__(self, context: Context, fields: MemberFields) -> None:
        super().__init__("个人信息")
        self._context = context
        self._fields = fields
        grid = FieldGrid(columns=COLUMNS)
        self.name_field = fields.line("name", "与身份证一致的全名", take=_take_name)
        self.name_hint = _under(grid.add(f"{label('name')}(&X)", self.name_field))
        self.gender_field = fields.choice("gender", ("", *words.GENDERS))
        grid.add(f"{label('gender')}(&S)", self.gender_field)
        self.born_field = fields.month("born")
        grid.add(f"{label('born')}(&B)", self.born_field)
        self.phone_field = fields.line("phone")
        grid.add(f"{label('phone')}(&T)", self.phone_field)
        self.number_field = fields.line("id_number", "18位", take=_take_number)
        self.number_hint = _under(grid.add(f"{label('id_number')}(&I)", self.number_field, span=2))
        self.ethnicity_field = fields.word("ethnicity", words.ETHNICITIES, take=_take_ethnicity)
        self.ethnicity_hint = _under(grid.add(label("ethnicity"), self.ethnicity_field))
        grid.add(label("native_place"), fields.line("native_place", "如 甘肃山丹"))
        self.education_field = fields.word("education", words.EDUCATIONS)
        grid.add(label("education"), self.education_field)
        grid.add(label("working_since"), fields.month("working_since"))
        self.job_field = fields.line("job", "如 电机车司机（夜班）")
        grid.add(label("job"), self.job_field, span=2)
        grid.add(label("address"), fields.line("address"))
        self.code_field = fields.line("code", "如工号")
        grid.add(label("code"), self.code_field, hint="两人同名时用来区分")
        self.pinyin_field = fields.line("pinyin")
        grid.add("姓名拼音(&P)", self.pinyin_field, hint="排序查找用，可改")
        self.body.addWidget(grid)
        self.number_field.committed.connect(self._show_told)
        self.ethnicity_field.line.committed.connect(self._show_told)

    def follow(self) -> None:
        """Show what follows from the values as they stand."""
        member = self._fields.editor.record
        missing = self._context.missing_characters(member.name)
        self.name_hint.set_tone(
            f"打印字库里没有“{missing}”，会印成〓，请核对是否输错。" if missing else "", "warning"
        )
        known = not member.ethnicity or full_ethnicity(member.ethnicity)
        self.ethnicity_hint.set_tone("" if known else "不在56个民族的名称里，请核对。", "warning")
        # A number being typed is short of digits all the while.
        typing = self.number_field.hasFocus() and len(member.id_number) < id_number.DIGITS
        said = [id_number.fault(member.id_number)]
        said += id_number.disagreements(member.id_number, member.born, member.gender)
        self.number_hint.set_tone("" if typing else "".join(said), "warning")
        if not self.pinyin_field.hasFocus():
            self.pinyin_field.set_text(member.pinyin)

    def _show_told(self) -> None:
        """Show the full word, and the birth and gender that a number tells where none were kept."""
        self._fields.load()
        self.follow()


def _take_name(member: Member, name: str) -> None:
    """Give a member another name, and the sound that goes with it unless it was corrected."""
    if member.pinyin == full_pinyin(member.name):
        member.pinyin = full_pinyin(name)
    member.name = name


def _take_ethnicity(member: Member, text: str) -> None:
    member.ethnicity = full_ethnicity(text) or text


def _take_number(member: Member, text: str) -> None:
    """Take a number, and from a sound one the birth and gender nobody has entered."""
    member.id_number = id_number.tidy(text)
    born = id_number.born_in(member.id_number)
    if born is None or id_number.fault(member.id_number):
        return
    member.born = member.born or born.isoformat()[:7]
    member.gender = member.gender or id_number.gender_in(member.id_number)


def _under(cell: QWidget) -> Hint:
    """Return a hint under the field of a cell, hidden while it says nothing."""
    hint = Hint()
    hint.hide()
    layout = cell.layout()
    assert layout is not None
    layout.addWidget(hint)
    return hint
