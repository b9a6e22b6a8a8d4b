"""Build `resources/pinyin.json`: how every character a name may hold can be read.

Run it in the development environment, where pypinyin is installed:

    python tools/build_pinyin.py

The file maps readings without tones, the most usual one first and `v` for ü, to all characters
read so: `{"readings": {"a": "阿啊", "dan chan shan": "单"}, …}`. It holds the basic block of
Chinese characters, which contains GB 2312, and what 《通用规范汉字表》 (2013) has beyond it.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

from pypinyin import Style, pinyin
from pypinyin.pinyin_dict import pinyin_dict

_TARGET = Path(__file__).resolve().parent.parent / "resources" / "pinyin.json"
_SYLLABLE = re.compile("[a-z]{1,6}")
_BASIC_BLOCK = range(0x4E00, 0xA000)

# 《通用规范汉字表》 outside the basic block: 77 of extension A, 36 B, 44 C, 8 D, 108 E.
_STANDARD_BEYOND = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠"
    "䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮"
    "𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌"
    "𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭"
    "𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜"
    "𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋"
    "𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎"
    "𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓"
)

# How a character is read as a surname, where that differs from its most usual reading.
_SURNAMES = {
    "单": "shan",
    "解": "xie",
    "曾": "zeng",
    "仇": "qiu",
    "区": "ou",
    "查": "zha",
    "盖": "ge",
    "乐": "yue",
    "翟": "zhai",
    "朴": "piao",
    "缪": "miao",
    "覃": "qin",
    "召": "shao",
    "员": "yun",
    "秘": "bi",
    "繁": "po",
    "种": "chong",
    "重": "chong",
    "祭": "zhai",
    "洗": "xian",
    "佴": "nai",
    "郇": "xun",
    "黑": "he",
    "折": "she",
    "都": "du",
    "么": "yao",
    "乜": "nie",
    "句": "gou",
    "卜": "bu",
    "隗": "wei",
    "长": "chang",
    "单于": "chan yu",
    "长孙": "zhang sun",
    "万俟": "mo qi",
    "尉迟": "yu chi",
    "澹台": "tan tai",
    "乐正": "yue zheng",
}


def readings_of(character: str) -> list[str]:
    """Return the readings of a character without tones, the most usual one first."""
    found = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
    return list(dict.fromkeys(one for one in found if _SYLLABLE.fullmatch(one)))


def build() -> dict[str, dict[str, str]]:
    """Return the content of the resource: readings → characters, surname → reading."""
    known = [chr(code) for code in _BASIC_BLOCK if code in pinyin_dict]
    characters: defaultdict[str, list[str]] = defaultdict(list)
    for character in [*known, *_STANDARD_BEYOND]:
        if found := readings_of(character):
            characters[" ".join(found)].append(character)
    return {
        "readings": {key: "".join(characters[key]) for key in sorted(characters)},
        "surnames": _SURNAMES,
    }


def main() -> None:
    """Write the resource and say how large it became."""
    text = json.dumps(build(), ensure_ascii=False, separators=(",", ":"))
    _TARGET.write_text(text + "\n", encoding="utf-8", newline="\n")
    print(f"{_TARGET}: {_TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
