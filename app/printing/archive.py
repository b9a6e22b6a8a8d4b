"""What makes a PDF fit for the archive: PDF/A-1b.

Source: GB/T 23286.1-2009 (ISO 19005-1): an output intent with a colour profile, metadata as XMP
that says the same as the information dictionary, fonts embedded, nothing transparent.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from html import escape

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFStream, PDFString, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from app import paths
from app.printing.characters import clean
from app.printing.fonts import role

_PRODUCER = "支部手册"
_BEIJING = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says of itself; a time without zone is Beijing time."""

    title: str
    author: str
    subject: str
    created: datetime


def open_canvas(meta: Meta) -> Canvas:
    """Return the canvas of an empty document that says of itself what `meta` says.

    The same things drawn on it give the same bytes.
    """
    canvas = Canvas(
        "",
        invariant=1,
        pageCompression=1,
        pdfVersion=(1, 4),
        lang="zh-CN",
        initialFontName=role("body").font.fontName,  # else Helvetica, which is never embedded
    )
    canvas.setTitle(plain(meta.title))
    canvas.setAuthor(plain(meta.author))
    canvas.setSubject(plain(meta.subject))
    canvas.setCreator(_PRODUCER)
    canvas.setProducer(_PRODUCER)
    moment = _moment(meta)
    stamp = moment.strftime("D:%Y%m%d%H%M%S") + _zone(moment, "'") + "'"
    canvas.setDateFormatter(lambda *_: stamp)
    canvas.showOutline()
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def close_canvas(canvas: Canvas, meta: Meta, marks: Collection[str]) -> bytes:
    """Return the finished file: the marks of its content are its identity and its keywords."""
    document = document_of(canvas)
    for mark in marks:
        document.updateSignature(mark)
    keywords = " ".join(marks)
    canvas.setKeywords(keywords)
    profile = PDFStream(
        PDFDictionary({"N": 3, "Alternate": "/DeviceRGB"}),
        paths.resource("icc", "srgb.icc").read_bytes(),
        [PDFZCompress],
    )
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": PDFString("sRGB"),
        "Info": PDFString("sRGB"),
        "RegistryName": PDFString(""),
        "DestOutputProfile": document.Reference(profile),
    }
    canvas.setCatalogEntry("OutputIntents", [PDFDictionary(intent)])
    kind = PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"})
    canvas.setCatalogEntry("Metadata", PDFStream(kind, _xmp(meta, keywords).encode("utf-8")))
    # ReportLab writes the entries of the catalogue that it knows; it does not know this one.
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    data: bytes = canvas.getpdfdata()
    return data


def document_of(canvas: Canvas) -> PDFDocument:
    """Return the document of a canvas: fonts are asked with it, but it has no public name."""
    return canvas._doc  # noqa: SLF001


def _fit_streams() -> None:
    """Have ReportLab write every stream as the archive wants it.

    Source: ISO 19005-1, 6.1.7: an end of line that is not part of the content stands before
    `endstream`. ReportLab has no switch for that.
    """
    rl_config.useA85 = 0  # photos as they are, not written out as text
    written = PDFStream.format

    def with_line_end(stream: PDFStream, document: PDFDocument) -> bytes:
        text: bytes = written(stream, document)
        return text.removesuffix(b"endstream\n") + b"\nendstream\n"

    PDFStream.format = with_line_end


_fit_streams()


def _xmp(meta: Meta, keywords: str) -> str:
    moment = _moment(meta)
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%S") + _zone(moment, ":")
    title, author, subject = (
        escape(plain(text)) for text in (meta.title, meta.author, meta.subject)
    )
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Producer>{_PRODUCER}</pdf:Producer>
<pdf:Keywords>{keywords}</pdf:Keywords>
<xmp:CreatorTool>{_PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>{stamp}</xmp:CreateDate>
<xmp:ModifyDate>{stamp}</xmp:ModifyDate>
<pdfaid:part>1</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def plain(text: str) -> str:
    """Return a text for the metadata: one line, and nothing that XML cannot hold."""
    bare = clean(text).replace("\n", " ").strip()
    return bare.encode("utf-8", "replace").decode("utf-8")


def _moment(meta: Meta) -> datetime:
    return meta.created if meta.created.tzinfo else meta.created.replace(tzinfo=_BEIJING)


def _zone(moment: datetime, mark: str) -> str:
    offset = moment.strftime("%z")
    return f"{offset[:3]}{mark}{offset[3:5]}"
