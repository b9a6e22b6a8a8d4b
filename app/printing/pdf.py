"""Writing the objects of a PDF 1.4 file, in an order and form that an archive accepts.

What is put in is written at once, so a long volume needs little more memory than its own bytes.
"""

from __future__ import annotations

import hashlib
import zlib

_NODE = 100


class Writer:
    """Collects numbered objects and closes them with a cross-reference table.

    The same objects in the same order give the same bytes.
    """

    def __init__(self) -> None:
        # Four bytes above 127 tell programs that this is no text file (PDF/A-1, 6.1.2).
        self._out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
        self._offsets: list[int] = []

    def reserve(self) -> int:
        """Return the number of an object that is put later."""
        self._offsets.append(-1)
        return len(self._offsets)

    def put(self, body: str | bytes, number: int = 0) -> int:
        """Write an object and return its number, a new one unless it was reserved."""
        number = number or self.reserve()
        self._offsets[number - 1] = len(self._out)
        data = body.encode("latin-1") if isinstance(body, str) else body
        self._out += b"%d 0 obj\n%b\nendobj\n" % (number, data)
        return number

    def stream(self, data: bytes, entries: str = "", *, pack: int = 6, number: int = 0) -> int:
        """Write a stream, packed unless `pack` (the zlib level) is 0, and return its number.

        Source: PDF/A-1, 6.1.7: an end of line stands before `endstream`, and the length is exact.
        """
        if pack:
            data = zlib.compress(data, pack)
            entries += "/Filter/FlateDecode"
        head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1")
        return self.put(head + data + b"\nendstream", number)

    def close(self, root: int, info: int) -> bytes:
        """Write table and trailer and return the file; its identity is that of its content."""
        start, out = len(self._out), self._out
        count = len(self._offsets) + 1
        out += b"xref\n0 %d\n0000000000 65535 f \n" % count
        out += b"".join(b"%010d 00000 n \n" % offset for offset in self._offsets)
        identity = hashlib.sha256(out).hexdigest()[:32]
        trailer = f"<</Size {count}/Root {root} 0 R/Info {info} 0 R/ID[<{identity}><{identity}>]>>"
        out += f"trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n".encode("ascii")
        return bytes(out)


class Pages:
    """The tree of pages: nodes of a hundred, as one long array would be too much for readers.

    Source: PDF/A-1 keeps the limits of PDF 1.4, appendix C: 8191 entries in an array.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._nodes: list[int] = []
        self.numbers: list[int] = []

    def add(self, number: int) -> int:
        """Take the page object `number` in and return the number of its parent."""
        if len(self.numbers) % _NODE == 0:
            self._nodes.append(self._writer.reserve())
        self.numbers.append(number)
        return self._nodes[-1]

    def close(self) -> int:
        """Write the nodes and return the number of the root."""
        root = self._writer.reserve()
        for node, kids in zip(self._nodes, batched_numbers(self.numbers), strict=True):
            listed = references(kids)
            entries = f"/Type/Pages/Parent {root} 0 R/Kids[{listed}]/Count {len(kids)}"
            self._writer.put(f"<<{entries}>>", node)
        nodes = references(self._nodes)
        total = len(self.numbers)
        return self._writer.put(f"<</Type/Pages/Kids[{nodes}]/Count {total}>>", root)


def batched_numbers(numbers: list[int]) -> list[list[int]]:
    """Return the numbers in nodes of a hundred."""
    return [numbers[start : start + _NODE] for start in range(0, len(numbers), _NODE)]


def references(numbers: list[int]) -> str:
    """Return references to objects, as the entries of an array."""
    return " ".join(f"{number} 0 R" for number in numbers)


def text_string(text: str) -> str:
    """Return a text of the document's own, such as a title, as a PDF string."""
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"
