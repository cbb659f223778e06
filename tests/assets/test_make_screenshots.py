"""The documentation's pictures: one for every scene and theme, small, of few colours."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

ASSETS = Path(__file__).resolve().parents[2] / "assets"
SCREENSHOTS = ASSETS / "screenshots"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("make_screenshots", ASSETS / "make_screenshots.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def image_of(colours):
    """Return an image of 0xRRGGBB colours, uint32 [height, width]."""
    height, width = colours.shape
    content = np.ascontiguousarray(colours.astype(np.uint32) | 0xFF000000)
    return QImage(content.tobytes(), width, height, width * 4, QImage.Format.Format_RGB32).copy()


def colours_of(image):
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return pixels[:, : image.width()] & 0xFFFFFF


def test_every_scene_is_there_in_both_themes(script):
    wanted = {f"{name}_{theme}.png" for name in script.NAMES for theme in ("light", "dark")}
    assert {path.name for path in SCREENSHOTS.iterdir()} == wanted | {"maxlen.png"}
    assert sum(path.stat().st_size for path in SCREENSHOTS.iterdir()) < 6_000_000


def test_the_windows_are_all_of_one_size(script):
    for name in set(script.NAMES) - {"keys"}:
        for theme in ("light", "dark"):
            image = QImage(str(SCREENSHOTS / f"{name}_{theme}.png"))
            assert (image.width(), image.height()) == (1440, 900), name


def test_few_colours_stay_as_they_are(script):
    colours = np.random.default_rng(1).integers(0, 1 << 24, 200).repeat(7)[:1393].reshape(7, 199)
    made = script.indexed(image_of(colours))
    assert made.format() == QImage.Format.Format_Indexed8
    np.testing.assert_array_equal(colours_of(made), colours)


def test_many_colours_become_256_near_ones(script):
    ramp = np.arange(256)
    grey = (ramp * 0x010101).repeat(4)
    colours = np.concatenate([grey, (ramp << 16) + 0x40, (ramp << 8) + 0x800000]).reshape(24, 64)
    shown = colours_of(script.indexed(image_of(colours)))
    assert len(np.unique(shown)) == 256
    parts = [np.stack([one >> 16 & 255, one >> 8 & 255, one & 255]).astype(int) for one in (shown, colours)]
    assert np.abs(parts[0] - parts[1]).max() <= 8


def test_another_name_is_refused(script):
    with pytest.raises(ValueError, match="There is no picture nonsense"):
        script.main(("nonsense",))
