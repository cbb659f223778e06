import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

from padviewer.gui.style import fonts
from padviewer.gui.style.fonts import MONO, SANS, STYLES, Fonts, system_fonts, text_scale


@pytest.mark.parametrize("style", STYLES)
def test_a_style_has_its_size_and_weight(style):
    pixels, line, weight, _ = STYLES[style]
    font = Fonts().font(style)
    assert font.pixelSize() == pixels
    assert font.weight() == weight
    assert Fonts().line(style) == line
    assert font.hintingPreference() == QFont.HintingPreference.PreferNoHinting
    assert pixels >= 11


def test_the_styles_of_the_guide():
    assert STYLES["display"][:3] == (22, 28, 600)
    assert STYLES["strong"][:3] == (13, 20, 500)
    assert STYLES["micro"][:3] == (11, 14, 400)


@pytest.mark.parametrize("style", ["body", "small", "mono"])
def test_figures_have_one_width(style):
    metrics = QFontMetricsF(Fonts().font(style))
    assert len({metrics.horizontalAdvance(digit * 4) for digit in "0123456789"}) == 1


def test_the_preferred_families_are_used_where_they_are_installed():
    installed = QFontDatabase.families()
    for style, family in (("body", SANS), ("mono", MONO)):
        used = QFontInfo(Fonts().font(style)).family()
        assert (used == family) == (family in installed)


def test_without_the_preferred_families_there_is_text():
    fonts = Fonts(sans=("No Such Family",), mono=("No Such Mono",))
    for style in ("body", "mono"):
        metrics = QFontMetricsF(fonts.font(style))
        assert metrics.horizontalAdvance("maxlen") > 20


def test_everything_grows_with_the_scale():
    fonts = Fonts(scale=1.5)
    assert fonts.font("body").pixelSize() == 20  # 13 × 1.5 = 19.5
    assert fonts.line("small") == 24
    assert fonts.px(28) == 42
    assert fonts.px(0) == 1


def test_a_font_that_is_given_out_can_be_changed():
    Fonts().font("body").setPixelSize(99)
    assert Fonts().font("body").pixelSize() == 13


@pytest.mark.parametrize(
    ("points", "platform", "desktop", "scale"),
    [
        (9, "windows", "", 1.0),
        (13.5, "windows", "", 1.5),
        (13, "cocoa", "", 1.0),
        (11, "xcb", "ubuntu:GNOME", 1.0),
        (10, "wayland", "KDE", 1.0),
        (15, "wayland", "KDE", 1.5),
        (9, "xcb", "", 1.0),
        (9, "offscreen", "GNOME", 1.0),
        (40, "windows", "", 2.0),
        (4, "windows", "", 0.85),
        (-1, "xcb", "GNOME", 1.0),
    ],
)
def test_text_scale(points, platform, desktop, scale):
    assert text_scale(points, platform, desktop) == pytest.approx(scale)


def test_system_fonts_are_within_the_limits(qapp):
    assert 0.85 <= system_fonts().scale <= 2.0


def test_the_fonts_of_a_bundle_are_given_to_qt(qapp, monkeypatch, tmp_path):
    file = next(iter(sorted(Path("/usr/share/fonts").rglob("DejaVuSans.ttf"))), None)
    if file is None:
        pytest.skip("DejaVu is not installed here")
    shutil.copy(file, tmp_path / "one.ttf")
    monkeypatch.setattr(fonts, "asset", lambda name: {"fonts": tmp_path}[name])
    fonts.load_bundled.cache_clear()
    assert fonts.load_bundled() == ("DejaVu Sans",)
    fonts.load_bundled.cache_clear()


def test_without_bundled_fonts_the_systems_serve(qapp):
    assert fonts.load_bundled() == ()
