"""What makes a PDF fit for the archive: PDF/A-1b.

Source: GB/T 23286.1-2009 (ISO 19005-1): an output intent with a colour profile, metadata as XMP
that says the same as the information dictionary, fonts embedded, nothing transparent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from html import escape

from app import paths
from app.printing.characters import clean
from app.printing.pdf import Writer, text_string

_PRODUCER = "支部手册"
_BEIJING = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says of itself; a time without zone is Beijing time."""

    title: str
    author: str
    subject: str
    created: datetime


def write_info(writer: Writer, meta: Meta) -> int:
    """Write the information dictionary and return its number."""
    moment = _moment(meta)
    stamp = moment.strftime("D:%Y%m%d%H%M%S") + _zone(moment, "'") + "'"
    texts = {
        "Title": meta.title,
        "Author": meta.author,
        "Subject": meta.subject,
        "Creator": _PRODUCER,
        "Producer": _PRODUCER,
    }
    entries = "".join(f"/{key}{text_string(_plain(text))}" for key, text in texts.items())
    return writer.put(f"<<{entries}/CreationDate({stamp})/ModDate({stamp})>>")


def write_catalog(writer: Writer, meta: Meta, pages: int, outline: int) -> int:
    """Write output intent, metadata and catalogue, and return the catalogue's number."""
    profile = writer.stream(
        paths.resource("icc", "srgb.icc").read_bytes(), "/N 3/Alternate/DeviceRGB"
    )
    intent = (
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
        f"/RegistryName()/DestOutputProfile {profile} 0 R>>"
    )
    metadata = writer.stream(_xmp(meta).encode("utf-8"), "/Type/Metadata/Subtype/XML", pack=0)
    shown = f"/Outlines {outline} 0 R/PageMode/UseOutlines" if outline else ""
    return writer.put(
        f"<</Type/Catalog/Pages {pages} 0 R/Metadata {metadata} 0 R/OutputIntents[{intent}]"
        f"{shown}/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>>>"
    )


def _xmp(meta: Meta) -> str:
    moment = _moment(meta)
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%S") + _zone(moment, ":")
    title, author, subject = (
        escape(_plain(text)) for text in (meta.title, meta.author, meta.subject)
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
<xmp:CreatorTool>{_PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>{stamp}</xmp:CreateDate>
<xmp:ModifyDate>{stamp}</xmp:ModifyDate>
<pdfaid:part>1</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def _plain(text: str) -> str:
    """Return a text for the metadata: one line, and nothing that XML cannot hold."""
    bare = clean(text).replace("\n", " ").strip()
    return bare.encode("utf-8", "replace").decode("utf-8")


def _moment(meta: Meta) -> datetime:
    return meta.created if meta.created.tzinfo else meta.created.replace(tzinfo=_BEIJING)


def _zone(moment: datetime, mark: str) -> str:
    offset = moment.strftime("%z")
    return f"{offset[:3]}{mark}{offset[3:5]}"
