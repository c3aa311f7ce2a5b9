"""Figures that come from data: content controls bound to a store of figures inside the file (17.5.2.6, 15.2.5).

The store has an entry for every figure as it is printed: by its id and its words. Word shows the store's text in a bound
control, and what a person types there goes into the store; `printed` keeps what the compiler wrote, so that a reader of
the file finds by the id which figure was changed, and from what. LibreOffice drops the tag of a control and keeps the
XPath: that, too, holds id and words. The control is a combo box, which takes any text and offers the one that was
printed: LibreOffice 7.4 saves a plain text control once for each stretch of one script, 28亿元28亿元 for 28亿元.
"""

from collections.abc import Mapping
from itertools import count

from markupsafe import Markup

from plan_compiler.document.nodes import FigureSource
from plan_compiler.writers.characters import printable
from plan_compiler.writers.docx import kinds
from plan_compiler.writers.docx import wordml as w
from plan_compiler.writers.docx.package import DECLARATION, File

NAMESPACE = "urn:plan-compiler:figures:1"
STORE = "{6D2C8A57-3F0B-4C1E-9B7A-51D94E0F7C23}"
"""The store's id, the same in every file: it has to be unique within one."""
MAX_TITLE = 64
"""Letters that Word takes as a control's title and tag."""
MAX_WORDS = 200
"""Letters of a figure. What is longer is no figure, and its XPath more than Word should be asked to read."""

_MAPPINGS = f"xmlns:f='{NAMESPACE}'"
_PROPERTIES = (
    f'{DECLARATION}<ds:datastoreItem ds:itemID="{STORE}"'
    ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)


class Bindings:
    """The figures of one document, gathered as their controls are made."""

    def __init__(self, sources: Mapping[str, FigureSource]) -> None:
        self._sources = sources
        self._ids = count(1)
        self._paths: dict[tuple[str, str], str] = {}

    def control(self, source: str, run: w.Run) -> w.Inline:
        """`run` in a control of its own, bound to the entry for the figure `source` in these words."""
        words = printable(run.text)
        id = printable(" ".join(source.split()))
        if not id or not words.strip() or len(words) > MAX_WORDS:
            return run
        path = self._paths.get((id, words))
        if path is None:
            path = self._paths[id, words] = f"/f:figures/f:figure[@id={literal(id)} and @printed={literal(words)}]"
        known = self._sources.get(source)
        title = (known.name if known else "") or id
        return w.Control(
            next(self._ids), title[:MAX_TITLE], id if len(id) <= MAX_TITLE else "", _MAPPINGS, path, STORE, run
        )

    def files(self) -> tuple[File, ...]:
        """The store as a part of the package; none where no figure is bound."""
        if not self._paths:
            return ()
        escaped = ((Markup.escape(id), Markup.escape(words)) for id, words in self._paths)
        entries = "".join(f'<figure id="{id}" printed="{words}">{words}</figure>' for id, words in escaped)
        data = f'{DECLARATION}<figures xmlns="{NAMESPACE}">{entries}</figures>'.encode()
        properties = File("/customXml/itemProps1.xml", kinds.DATA_PROPERTIES, _PROPERTIES.encode(), "rIdProperties")
        return (File("/customXml/item1.xml", kinds.DATA, data, "rIdFigures", (properties,)),)


def literal(text: str) -> str:
    """`text` as an XPath 1.0 expression; the language has quotes of two kinds and no escapes."""
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text:
        return f'"{text}"'
    pieces = """, "'", """.join(f"'{piece}'" for piece in text.split("'"))
    return f"concat({pieces})"
