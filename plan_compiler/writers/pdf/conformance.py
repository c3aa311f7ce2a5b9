"""PDF for readers who cannot see and for archives: what WeasyPrint leaves to be done for PDF/UA-1 and PDF/A-2a.

WeasyPrint tags a document and writes the metadata of one of the two standards. Here its tables say what their header
cells are the headers of (ISO 32000-1, 14.8.5.7), and the metadata of a file for archives say that it is accessible too.
"""

from enum import StrEnum
from typing import Any

from pydyf import PDF, Dictionary

from plan_compiler.writers.pdf.table_tags import Objects, mend_table

_ACCESSIBLE = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF>"""
"""What PDF/A asks for before metadata may have the property by which a file says that it is PDF/UA (ISO 19005-2, 6.6.2.3)."""

_PRINTED = 4
"""The flags of an annotation that is printed and not hidden (ISO 32000-1, table 165)."""


class Profile(StrEnum):
    """What a PDF conforms to: PDF/UA-1 (ISO 14289-1), or PDF/A-2a (ISO 19005-2) together with it."""

    UA = "ua"
    A = "a"

    @property
    def variant(self) -> str:
        """WeasyPrint's name for it."""
        return "pdf/ua-1" if self is Profile.UA else "pdf/a-2a"


def conform(pdf: PDF, profile: Profile) -> None:
    """Make the PDF that WeasyPrint has tagged for `profile` conform to it."""
    objects = {bytes(it.reference): it for it in pdf.objects if isinstance(it, Dictionary)}
    for it in tuple(objects.values()):
        if it.get("S") == "/Table":
            mend_table(pdf, it, objects)
        elif it.get("Type") == "/Annot":
            it["F"] = _PRINTED
        elif it.get("Type") == "/StructElem" and any(_is_link(kid, objects) for kid in it["K"]):
            it["S"] = "/Link"
    if profile is Profile.A:
        metadata: Any = pdf.objects[int(bytes(pdf.catalog["Metadata"]).split()[0])]
        metadata.compress = False
        metadata.stream = [part.replace(b"</rdf:RDF>", _ACCESSIBLE) for part in metadata.stream]


def _is_link(kid: object, objects: Objects) -> bool:
    """Whether a child of an element is a link annotation: WeasyPrint makes one for each element inside a link, too."""
    referred = objects.get(kid) if isinstance(kid, bytes) else None
    if referred is None or referred.get("Type") != "/OBJR":
        return False
    return bool(objects[referred["Obj"]].get("Subtype") == "/Link")
