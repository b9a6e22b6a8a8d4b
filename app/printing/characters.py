"""Which characters may begin or end a line, stand half as wide, or do not print at all.

Source: GB/T 15834-2011 标点符号用法, part 5 (which marks may not begin or end a line), and the
W3C's Requirements for Chinese Text Layout for the half-width forms.
"""

from __future__ import annotations

import re

GETA = "〓"

# Wide marks whose right half is empty, and those whose left half is: they may lose that half.
_CLOSING = "，。、；：？！）》〉」』】\u3015”’．"
_OPENING = "（《〈「『【\u3014“‘"

HALF_AT_END = frozenset(_CLOSING)
NOT_FIRST = frozenset(
    _CLOSING + "］｝—…‥·・～〜％‰℃℉°′″々〻,.;:?!)]}>%、︶︸»\u203aー–\u2010\u2011-"
)
NOT_LAST = frozenset(_OPENING + "［｛([{<￥＄£€¥$№§#＃«\u2039")

# Between two wide marks that face the same way or each other, half a character is taken out.
TIGHT = re.compile(f"(?<=[{_CLOSING}])(?=[{_CLOSING}{_OPENING}])|(?<=[{_OPENING}])(?=[{_OPENING}])")

# Latin letters, digits and the marks that hold a number, a file name or an address together.
WORD = frozenset(map(chr, (*range(0x21, 0x7F), *range(0xC0, 0x250), 0xB7)))

# Between numbers these make one range of them: 15:00—16:50 stays whole.
_BETWEEN = frozenset("—–～×")

_LINE_FEEDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_BLANKS = "\t\x1f\xa0\u1680\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200B)))
_UNSEEN = (
    *range(0x09),
    *range(0x0E, 0x1C),
    *range(0x7F, 0xA0),
    0xAD,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
    *range(0xFE00, 0xFE10),
    *range(0xE0100, 0xE01F0),
)
_CLEAN: dict[int, str | None] = {
    **dict.fromkeys(_UNSEEN),
    **dict.fromkeys(map(ord, _BLANKS), " "),
    **dict.fromkeys(map(ord, _LINE_FEEDS), "\n"),
}


def clean(text: str) -> str:
    r"""Return the text as it can be set: every line end as `\n`, every blank as a space.

    Controls, joiners and selectors of glyph variants have no ink and go; nothing else does.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.replace("\r\n", "\n").translate(_CLEAN)


def may_break(text: str, index: int) -> bool:
    """Tell whether a line may end before `text[index]`; `0 < index <= len(text)`."""
    if index == len(text):
        return True
    before, after = text[index - 1], text[index]
    if after in NOT_FIRST or before in NOT_LAST or after == " ":
        return False
    if after in WORD and before in _BETWEEN and index > 1:
        before = text[index - 2]
    return not (before in WORD and after in WORD)


def may_break_address(text: str, index: int) -> bool:
    """Tell whether an address may be parted here: after its strokes, but never inside a date."""
    if text[index - 1] not in "/?&=" or index < 2:
        return False
    return text[index].isalpha() or text[index - 2].isalpha()


def may_break_word(text: str, index: int) -> bool:
    """Tell the same for a word that is longer than a line: only the marks are minded."""
    return index == len(text) or not (text[index] in NOT_FIRST or text[index - 1] in NOT_LAST)
