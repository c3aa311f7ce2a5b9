import pytest

from plan_compiler.language.dates import printed_date


@pytest.mark.parametrize(
    ("written", "language", "printed"),
    [
        ("2026-03-18", "zh-CN", "2026年3月18日"),
        ("2026-11", "zh-CN", "2026年11月"),
        ("2026-03-18", "en", "18 March 2026"),
        ("2026-3", "en-GB", "March 2026"),
        ("2026年3月", "zh-CN", "2026年3月"),
        ("二〇二六年三月", "zh-CN", "二〇二六年三月"),
        ("2026-13-01", "zh-CN", "2026-13-01"),
        ("", "en", ""),
    ],
)
def test_dates_are_printed_as_the_language_has_them(written: str, language: str, printed: str) -> None:
    assert printed_date(written, language) == printed
