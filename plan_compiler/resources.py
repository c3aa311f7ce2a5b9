"""Files that travel with the compiler: found alike in a checkout and in an installed wheel."""

from pathlib import Path
from typing import Literal

Resource = Literal["templates", "schemas"]


def resource_folder(name: Resource) -> Path:
    """The folder `name` of the installed package, or of the checkout the package stands in."""
    package = Path(__file__).resolve().parent
    installed = package / "_data" / name
    return installed if installed.is_dir() else package.parent / name
