"""WeasyPrint, imported when a PDF is written and not before: it is heavy, and needs libraries of the system."""

import importlib
import warnings
from collections.abc import Mapping, Set
from mimetypes import guess_type
from typing import Any

from plan_compiler.diagnostics import Diagnostic
from plan_compiler.writers.faults import PDF_LIBRARY

_BASE = "https://document.invalid/"
"""Relative addresses need a base of a known scheme; nothing is ever fetched from it."""


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

    page = files["index.html"].decode()
    return engine.HTML(string=page, base_url=_BASE, url_fetcher=_OnlyFiles()).render()
