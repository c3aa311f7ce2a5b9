"""From a theme's template to the bytes of a part."""

import re

from lxml import etree

from plan_compiler.diagnostics import Diagnostic, Position, Span
from plan_compiler.writers.faults import TEMPLATE_FAULT
from plan_compiler.writers.templates import TemplateFaultError, Templates
from plan_compiler.writers.theme import Theme

# What XML 1.0 (2.2) has no place for. Readers report such characters and take them out; here they must do no harm.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"


class PartTemplates:
    """The templates ``docx/*.xml.j2`` of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme.name
        self._templates = Templates(theme)

    def part(self, name: str, **values: object) -> bytes:
        """The part that template `name` (``document``) prints of `values`. Raises TemplateFaultError."""
        path = f"docx/{name}.xml.j2"
        text = _FORBIDDEN.sub(_REPLACEMENT, self._templates.render(path, **values))
        if "<!DOCTYPE" in text:  # never the document's own words: those are escaped
            raise self._fault(path, "a document type")
        # Nothing outside is read; huge_tree allows texts beyond 10 MB, which the templates' own budget bounds.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True
        )
        try:
            root = etree.fromstring(text.strip().encode("utf-8"), parser)
        except etree.XMLSyntaxError as error:
            raise self._fault(path, f"{error.msg}") from error
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)

    def _fault(self, path: str, reason: str) -> TemplateFaultError:
        start = Position(1, 1)
        span = Span(f"templates/{self._theme}/{path}", start, start)
        return TemplateFaultError(Diagnostic(TEMPLATE_FAULT, span, {"reason": f"XML: {reason}"}))
