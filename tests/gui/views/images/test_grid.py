"""Where images stand: what is under a point stands there; zooms are whole pixels or whole values."""

import pytest
from PySide6.QtCore import QPointF

from padviewer.core.picture.images import Zoom
from padviewer.gui.views.images.grid import ABOVE, Grid


@pytest.mark.parametrize(
    ("height", "width", "side", "scale", "stride"),
    [(28, 20, 96, 3, 1), (96, 96, 96, 1, 1), (200, 3, 96, 1, 3), (0, 0, 96, 96, 1), (97, 1, 96, 1, 2)],
)
def test_zooms(height, width, side, scale, stride):
    zoom = Zoom.fitting(height, width, side)
    assert (zoom.scale, zoom.stride) == (scale, stride)
    assert zoom.pixels(height) <= side
    assert zoom.pixels(height) == len(range(0, height, stride)) * scale


@pytest.mark.parametrize("offset", [0, 55, 400])
def test_every_image_is_found_where_it_stands(offset):
    grid = Grid(40, (60.0, 80.0), 20, 88, 16, 500, offset)
    assert grid.across == 4  # 498 / (88 + 14)
    for place in range(40):
        assert grid.place_at(grid.picture(place).center()) == place
        assert grid.cell(place).contains(grid.picture(place))
    assert grid.place_at(QPointF(10, 100)) == -1
    assert grid.place_at(QPointF(495, 100)) == -1
    assert grid.lines == 10
    assert grid.cell(39).bottom() <= grid.lines * grid.pitch[1] - offset


def test_ten_million_images_are_found_at_once():
    grid = Grid(10**7, (60.0, 80.0), 20, 88, 16, 500, offset=114 * 10**6)
    assert grid.place_at(QPointF(20, 50)) == 4 * 10**6
    assert grid.cell(4 * 10**6).top() == ABOVE
    last = Grid(3, (60.0, 80.0), 20, 88, 16, 500)
    assert last.place_at(QPointF(16 + 2 * 102 + 5, 50)) == 2
    assert last.place_at(QPointF(16 + 3 * 102 + 5, 50)) == -1
