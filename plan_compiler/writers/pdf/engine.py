"""WeasyPrint, imported when a PDF is written and not before: it is heavy, and needs libraries of the system."""

import importlib
import warnings
from collections.abc import Mapping, Set
from mimetypes import guess_type
from typing import Any
from xml.etree import ElementTree

from plan_compiler.diagnostics import Diagnostic
from plan_compiler.patterns import compiled
from plan_compiler.writers.faults import PDF_LIBRARY

TESTED = ("70.0",)
"""The versions of which functions that are no public names are known, and replaced (`hanging`, `justify`, `quick`)."""

_BASE = "https://document.invalid/"
"""Relative addresses need a base of a known scheme; nothing is ever fetched from it."""
_VOID = compiled(r"""<((?:br|col|hr|img|link|meta|wbr)\b(?:[^<>"'/]|"[^"]*"|'[^']*')*)>""")
"""Elements of HTML that have no end."""


class EngineMissingError(Exception):
    """WeasyPrint or a library it needs is not installed; `diagnostic` says which."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


def load_engine() -> Any:
    """The module `weasyprint`. Raises EngineMissingError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is to go, and of a machine without fonts: that is told better
            return importlib.import_module("weasyprint")
    except (ImportError, OSError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise EngineMissingError(Diagnostic(PDF_LIBRARY, None, {"reason": reason}, hint="hint")) from error


def lay_out(engine: Any, files: Mapping[str, bytes], fonts: Set[str]) -> Any:
    """The laid-out ``weasyprint.Document`` of ``index.html``.

    It can read `files`, the installed font files `fonts` (``file:`` addresses), and nothing else.
    """

    class _OnlyFiles(engine.urls.URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        def fetch(self, url: str, headers: Any = None) -> Any:
            path = url.removeprefix(_BASE)
            if url in fonts:
                return super().fetch(url, headers)
            if not url.startswith(_BASE) or path not in files:
                raise ValueError(f"not a file of this document: {url}")
            kind = guess_type(path)[0] or "application/octet-stream"
            return engine.urls.URLFetcherResponse(url, files[path], {"Content-Type": kind})

    return _read(engine, files["index.html"].decode(), _OnlyFiles()).render()


def _read(engine: Any, page: str, fetcher: Any) -> Any:
    """The ``weasyprint.HTML`` of `page`, read by the parser of XML where it can be: it takes a tenth of the time."""
    tree = _as_xml(page) if engine.__version__ in TESTED else None
    if tree is None:
        return engine.HTML(string=page, base_url=_BASE, url_fetcher=fetcher)

    class _Read(engine.HTML):  # type: ignore[misc]  # WeasyPrint has no types
        def __init__(self) -> None:
            self.base_url, self.url_fetcher, self.media_type = _BASE, fetcher, "print"
            wrapper: Any = importlib.import_module("cssselect2").ElementWrapper
            self.wrapper_element = wrapper.from_html_root(tree, content_language=None)
            self.etree_element = tree

    return _Read()


def _as_xml(page: str) -> ElementTree.Element | None:
    """The root of a page that is XML but for elements without an end; None where it is not, as in a foreign theme."""
    if "<!ENTITY" in page:
        return None
    try:
        return ElementTree.fromstring(_VOID.sub(r"<\1/>", page))  # no entities, nothing is fetched
    except ElementTree.ParseError:
        return None
