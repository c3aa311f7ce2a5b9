"""From a theme's template to the bytes of a part."""

from collections.abc import Callable
from xml.parsers import expat

from plan_compiler.diagnostics import Diagnostic, Position, Span
from plan_compiler.writers.characters import printable
from plan_compiler.writers.docx.package import DECLARATION
from plan_compiler.writers.faults import TEMPLATE_FAULT
from plan_compiler.writers.templates import TemplateFaultError, Templates
from plan_compiler.writers.theme import Theme


class PartTemplates:
    """The templates ``docx/*.xml.j2`` of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme.name
        self._templates = Templates(theme)

    def part(self, name: str, **values: object) -> bytes:
        """The part that template `name` (``document``) prints of `values`. Raises TemplateFaultError."""
        path = f"docx/{name}.xml.j2"
        text = printable(self._templates.render(path, **values)).strip()
        data = f"{DECLARATION}{text}".encode()
        # The parser alone says whether a theme's template has printed XML: the part is the text itself.
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._refused(path)
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise self._fault(path, expat.ErrorString(error.code)) from error
        return data

    def _refused(self, path: str) -> Callable[..., None]:
        def refuse(*_: object) -> None:
            raise self._fault(path, "a document type")

        return refuse

    def _fault(self, path: str, reason: str) -> TemplateFaultError:
        start = Position(1, 1)
        span = Span(f"templates/{self._theme}/{path}", start, start)
        return TemplateFaultError(Diagnostic(TEMPLATE_FAULT, span, {"reason": f"XML: {reason}"}))
