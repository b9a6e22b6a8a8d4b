"""Write resources/icc/srgb.icc, a small sRGB profile of our own.

    python tools/build_icc.py

Version 2.1, matrix and tone curve computed from the published numbers of IEC 61966-2-1; nothing is
copied from another profile, so it carries no one else's terms.
"""

from __future__ import annotations

import struct
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "resources" / "icc" / "srgb.icc"
CURVE_POINTS = 1024
# Primaries and white adapted to D50 by Bradford. Source: IEC 61966-2-1, ICC.1:2001-04 annex.
D50 = (0.9642, 1.0, 0.8249)
RED = (0.43607, 0.22249, 0.01392)
GREEN = (0.38515, 0.71687, 0.09708)
BLUE = (0.14307, 0.06061, 0.71410)


def main() -> None:
    """Build the profile and write it."""
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_bytes(profile())


def profile() -> bytes:
    """Return the whole profile: header, tag table and tags, each on a 4-byte border."""
    curve = _curve()
    tags = {
        b"desc": _description("Zhibu sRGB (IEC 61966-2-1)"),
        b"cprt": b"text\0\0\0\0" + b"Part of this program, same licence. No copied data.\0",
        b"wtpt": _xyz(D50),
        b"rXYZ": _xyz(RED),
        b"gXYZ": _xyz(GREEN),
        b"bXYZ": _xyz(BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    body, table, places = bytearray(), bytearray(), dict[bytes, int]()
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += struct.pack(">4sII", name, places[data], len(data))
    return _header(start + len(body)) + struct.pack(">I", len(tags)) + table + body


def _header(size: int) -> bytes:
    created = struct.pack(">6H", 2025, 1, 1, 0, 0, 0)
    white = struct.pack(">3i", *(round(value * 65536) for value in D50))
    head = struct.pack(">I4sI4s4s4s", size, b"\0" * 4, 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    return (head + created + b"acsp" + bytes(28) + white).ljust(128, b"\0")


def _curve() -> bytes:
    values = (_linear(index / (CURVE_POINTS - 1)) for index in range(CURVE_POINTS))
    points = [round(value * 65535) for value in values]
    return struct.pack(f">4s4xI{CURVE_POINTS}H", b"curv", CURVE_POINTS, *points)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _xyz(values: tuple[float, float, float]) -> bytes:
    return struct.pack(">4s4x3i", b"XYZ ", *(round(value * 65536) for value in values))


def _description(text: str) -> bytes:
    data = text.encode("ascii") + b"\0"
    return struct.pack(">4s4xI", b"desc", len(data)) + data + bytes(4 + 4 + 2 + 1 + 67)


if __name__ == "__main__":
    main()
