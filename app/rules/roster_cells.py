"""What the cells of a roster from elsewhere mean, however they are written.

Each reader returns a value as it is kept, or raises with a Chinese sentence on what to write.

Source: `domain/pages.md` P07; spellings found in rosters of branches.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from app.errors import InvalidInputError
from app.manual import words
from app.rules import id_number
from app.rules.texts import names_joined

_DAY = re.compile(
    r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:[T ]?00:00(?::00)?)?|(\d{4})(\d{2})(\d{2})", re.A
)
_MONTH = re.compile(r"(\d{4})[-./年](\d{1,2})月?|(\d{4})(\d{2})", re.A)
# A number cell shows 2008.10 as 2008.1, which is January as well.
_JANUARY_OR_OCTOBER = re.compile(r"\d{4}\.1", re.A)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_SEVERAL = re.compile(r"[、,，;；/\s]+")

_NONE = frozenset({"无", "否", "没有", "-", "—", "/", "×", "0"})
_YES = frozenset({"是", "√", "✓", "1", "有"})
_CATEGORIES = {
    "正式": words.FULL_MEMBER,
    "中共党员": words.FULL_MEMBER,
    "党员": words.FULL_MEMBER,
    "预备": words.PROBATIONARY_MEMBER,
    "中共预备党员": words.PROBATIONARY_MEMBER,
}
_EDUCATIONS = {
    "博士": "研究生",
    "硕士": "研究生",
    "博士研究生": "研究生",
    "硕士研究生": "研究生",
    "本科": "大学本科",
    "大学": "大学本科",
    "专科": "大专",
    "大学专科": "大专",
    "高职": "大专",
    "中等专科": "中专",
    "技工学校": "技校",
    "普通高中": "高中",
}
_POSTS = {
    "支部书记": "书记",
    "党支部书记": "书记",
    "支部副书记": "副书记",
    "党支部副书记": "副书记",
}
_NO_POST = _NONE | {"党员", "普通党员"}


def plain(text: str) -> str:
    """Return a cell in one line, without blanks at its ends or signs that cannot be seen."""
    shown = (one for one in text if unicodedata.category(one) not in ("Cf", "Cs"))
    return " ".join("".join(shown).split())


def day(text: str) -> date | None:
    """Return a day written in any usual way: 2008-06-27, 2008.6.27, 20080627, 2008年6月27日.

    Raises:
        InvalidInputError: it is no day, or only a month.
    """
    if not text:
        return None
    tight = _tight(text)
    found = _DAY.fullmatch(tight)
    if found is None:
        if _MONTH.fullmatch(tight):
            raise InvalidInputError(f"“{text}”只有年月，请写到日，如 2008-06-27")
        raise InvalidInputError(f"“{text}”不是日期，请写成 2008-06-27 这样")
    year, month, on = (int(part) for part in found.groups() if part)
    return _date(text, year, month, on)


def born(text: str) -> str:
    """Return a month, or a day where one is given, as it is kept: 1978-04 or 1978-04-12.

    Raises:
        InvalidInputError: it is neither.
    """
    tight = _tight(text)
    if not tight:
        return ""
    if _DAY.fullmatch(tight):
        found = day(text)
        return "" if found is None else found.isoformat()
    if _JANUARY_OR_OCTOBER.fullmatch(tight):
        raise InvalidInputError(
            f"“{text}”分不清是1月还是10月，请写成 {tight[:4]}-01 或 {tight[:4]}-10"
        )
    month = _MONTH.fullmatch(tight)
    if month is None:
        raise InvalidInputError(f"“{text}”不是年月，请写成 1978-04 这样")
    year, number_of_month = (int(part) for part in month.groups() if part)
    return _date(text, year, number_of_month, 1).isoformat()[:7]


def gender(text: str) -> str:
    """Return 男 or 女.

    Raises:
        InvalidInputError: it is neither.
    """
    kept = text.removesuffix("性")
    if kept not in ("", *words.GENDERS):
        raise InvalidInputError(f"“{text}”认不出来，请写男或女")
    return kept


def ethnicity(text: str) -> str:
    """Return the full name of a nationality: 汉 is 汉族.

    Raises:
        InvalidInputError: there is none of this name.
    """
    found = full_ethnicity(text)
    if text and not found:
        raise InvalidInputError(f"“{text}”不在56个民族的名称里，请写全称，如汉族")
    return found


def full_ethnicity(text: str) -> str:
    """Return the full name of a nationality, empty where there is none of this name."""
    return next((one for one in (text, f"{text}族") if one in words.ETHNICITIES), "")


def education(text: str) -> str:
    """Return an education in the usual word; one that has none stays as it was written."""
    return _EDUCATIONS.get(text, text)


def number(text: str) -> str:
    """Return the number of a resident.

    Raises:
        InvalidInputError: it cannot be right.
    """
    kept = id_number.tidy(text)
    fault = id_number.fault(kept)
    if fault:
        raise InvalidInputError(
            f"{fault.removesuffix('。')}；Excel 里这一列要设为文本，一时查不清就先空着"
        )
    return kept


def category(text: str) -> str:
    """Return 正式党员 or 预备党员, empty where nothing is written.

    Raises:
        InvalidInputError: it is neither.
    """
    kept = _CATEGORIES.get(text, text)
    if kept not in ("", *words.MEMBER_CATEGORIES):
        raise InvalidInputError(f"“{text}”认不出来，请写{'或'.join(words.MEMBER_CATEGORIES)}")
    return kept


def posts(text: str) -> list[str]:
    """Return the posts in the committee a cell names.

    Raises:
        InvalidInputError: there is no such post.
    """
    found = []
    for word in (one for one in _SEVERAL.split(text) if one and one not in _NO_POST):
        kept = _POSTS.get(word, word)
        if kept not in words.COMMITTEE_POSTS:
            raise InvalidInputError(
                f"没有“{word}”这个党内职务，可以写：{names_joined(words.COMMITTEE_POSTS)}"
            )
        found.append(kept)
    return list(dict.fromkeys(found))


def circumstance(text: str) -> str:
    """Return a word of `CIRCUMSTANCES`, empty for none; a plain yes means 流动党员.

    Raises:
        InvalidInputError: it is no such word.
    """
    kept = "" if text in _NONE else words.CIRCUMSTANCES[0] if text in _YES else text
    if kept not in ("", *words.CIRCUMSTANCES):
        raise InvalidInputError(
            f"“{text}”认不出来，可以写：{names_joined(words.CIRCUMSTANCES)}，没有就空着"
        )
    return kept


def dues_kind(text: str) -> str:
    """Return the kind of dues, empty where nothing is written.

    Raises:
        InvalidInputError: there is no such kind.
    """
    if text not in ("", *words.DUES_KINDS):
        raise InvalidInputError(
            f"没有“{text}”这种党费类别，可以写：{names_joined(words.DUES_KINDS)}"
        )
    return text


def flag(text: str) -> bool:
    """Return what 是 or 否 means; nothing is no.

    Raises:
        InvalidInputError: it is neither.
    """
    if text and text not in _YES | _NONE:
        raise InvalidInputError(f"“{text}”认不出来，请写是或否")
    return text in _YES


def _tight(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _date(text: str, year: int, month: int, on: int) -> date:
    try:
        found = date(year, month, on)
    except ValueError:
        raise InvalidInputError(f"“{text}”里的月或日不存在，请改正") from None
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InvalidInputError(f"“{text}”的年份不对，请改正")
    return found
