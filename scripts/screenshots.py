"""The pictures of docs/screenshots.md, made anew: `make screenshots`. Needs pdftoppm (poppler-utils); Chromium for the page."""

import subprocess
import sys
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
PLAN = ROOT / "templates" / "starter"
PAGES = {"gongwen": (1, 3, 5, 6, 8), "report": (1, 2, 3, 4, 6)}
"""The sheets shown of each theme."""
_DPI, _GAP, _GROUND = 48, 10, "#c9ced6"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Build the starter in every theme, and take the pictures of its sheets and its page."""
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        for theme, sheets in PAGES.items():
            out = Path(folder, theme)
            plan = Path(sys.executable).with_name("plan")
            run(str(plan), "build", str(PLAN), "--theme", theme, "--out", str(out))
            run("pdftoppm", "-r", str(_DPI), "-png", str(out / "plan.pdf"), str(out / "sheet"))
            images = sorted(out.glob("sheet*.png"))
            save(side_by_side([Image.open(images[n - 1]) for n in sheets if n <= len(images)]), f"{theme}.png")
            if browser := next(filter(which, _BROWSERS), None):
                shot = out / "page.png"
                flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1200,1500")
                run(browser, *flags, f"--screenshot={shot}", (out / "html" / "index.html").as_uri())
                page = Image.open(shot)
                save(page.resize((page.width // 2, page.height // 2)), f"{theme}-page.png")


def run(*command: str) -> None:
    """Run a program quietly; its failure is this script's."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def side_by_side(images: list[Image.Image]) -> Image.Image:
    """Sheets in a row on a ground."""
    width = sum(image.width for image in images) + _GAP * (len(images) + 1)
    row = Image.new("RGB", (width, max(image.height for image in images) + 2 * _GAP), _GROUND)
    x = _GAP
    for image in images:
        row.paste(image, (x, _GAP))
        x += image.width + _GAP
    return row


def save(image: Image.Image, name: str) -> None:
    """As a small PNG."""
    image.convert("RGB").quantize(96).save(IMAGES / name, optimize=True)


if __name__ == "__main__":
    main()
