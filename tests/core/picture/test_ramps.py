import numpy as np
import pytest

from padviewer.core.picture.ramps import DIVERGING, IDENTITY, RAMPS, ramp, text_on


def contrast(one, other):
    def luminance(rgb):
        c = np.asarray(rgb) / 255
        return np.where(c <= 0.03928, c / 12.92, ((c + 0.055) / 1.055) ** 2.4) @ [0.2126, 0.7152, 0.0722]

    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["viridis", "cividis"])
def test_the_published_ramps_are_those_of_pyqtgraph(name):
    pytest.importorskip("PySide6")  # pyqtgraph does not do without
    import pyqtgraph as pg

    theirs = pg.colormap.get(name).getLookupTable(nPts=256)[:, :3].astype(int)
    assert np.array_equal(ramp(name), theirs)


def test_tide_passes_through_its_stops():
    table = ramp("tide")
    assert table.shape == (256, 3)
    assert table.dtype == np.uint8
    assert table[0].tolist() == [0x0E, 0x3A, 0x4C]
    assert table[255].tolist() == [0xB4, 0xD3, 0x8F]
    assert table[153].tolist() == [0x4F, 0x9A, 0x8C]  # 153 / 255 is the stop at 0.6
    # a third of the way from 0.3 (76.5) to 0.6 (153) is 102: 30 + 49/3, 101 + 53/3, 112 + 28/3
    assert table[102].tolist() == [46, 119, 121]


def test_a_ramp_cannot_be_spoilt():
    with pytest.raises(ValueError, match="read-only"):
        ramp("tide")[0] = 0


def test_an_unknown_ramp_is_an_error():
    with pytest.raises(KeyError):
        ramp("jet")


def test_text_on_tide_changes_at_062():
    assert text_on("tide", 0.0) == "#FFFFFF"
    assert text_on("tide", 0.61) == "#FFFFFF"
    assert text_on("tide", 0.62) == "#0F1B1E"


@pytest.mark.parametrize("name", RAMPS)
def test_text_is_legible_on_every_cell(name):
    for place in range(256):
        words = list(bytes.fromhex(text_on(name, place / 255)[1:]))
        assert contrast(ramp(name)[place], words) > 3


def test_text_on_the_published_ramps_takes_the_better_contrast():
    assert text_on("viridis", 0.0) == "#FFFFFF"
    assert text_on("viridis", 1.0) == "#0F1B1E"
    assert text_on("cividis", -3) == "#FFFFFF"


def test_the_diverging_ramp_passes_through_the_published_classes():
    table = ramp("puor").astype(int)
    # https://colorbrewer2.org, PuOr of 11 classes: the first, the sixth and the last
    assert table[0].tolist() == [127, 59, 8]
    assert table[255].tolist() == [45, 0, 75]
    assert np.abs(table[127:129] - [247, 247, 247]).max() <= 1
    for at, colour in ((51, [224, 130, 20]), (204, [128, 115, 172])):  # classes 3 and 9: 2/10 and 8/10
        assert table[at].tolist() == colour
    light = np.array([contrast(colour, [0, 0, 0]) for colour in table])
    assert np.diff(light[:128]).min() > -0.05  # bytes are rounded
    assert np.diff(light[128:]).max() < 0.05
    assert set(DIVERGING) <= set(RAMPS)


def test_twelve_colours_for_ids():
    assert len(set(IDENTITY)) == 12
    bytes_of = np.array([list(bytes.fromhex(colour[1:])) for colour in IDENTITY], int)
    apart = np.abs(bytes_of[:, None] - bytes_of[None]).sum(axis=2)
    assert apart[~np.eye(12, dtype=bool)].min() >= 48
