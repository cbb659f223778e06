"""Draw the moving picture of README, maxlen dragged in the running program: python assets/make_movie.py."""

from __future__ import annotations

import os
import struct
import sys
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import make_screenshots as pictures  # noqa: E402 - beside this file

MOVIE = HERE / "screenshots" / "maxlen.png"
SIZE = (1200, 750)
STOPS = (128, 240, 40, 128)  # maxlens that the pointer goes to, one after the other
STEPS = 9  # frames from one stop to the next
MILLISECONDS, REST = 110, 900  # that a frame stands, and one at a stop
COLOURS = 255  # and one more that is transparent: what a frame leaves as it was
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def main() -> None:
    """Write the moving picture."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSettings

    from padviewer.gui import app as application

    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        settings = QSettings(str(Path(folder) / "light.ini"), QSettings.Format.IniFormat)
        _, window = application.make("light", settings)
        window.resize(*SIZE)
        window.show()
        stage = pictures.Stage(window, application)
        stage.open("reviews.parquet")
        stage.choose(maxlen=STOPS[0])
        stage.controller.model.choose_template("embedding_rnn", {})
        stage.settle(lambda: not stage.controller.model.state.busy)
        stage.pause()
        shown = list(dragged(stage))
        window.close()
    frames, palette = in_common_colours([image for image, _ in shown])
    MOVIE.write_bytes(animated(frames, palette, [stands for _, stands in shown]))
    print(f"{MOVIE.name}: {len(frames)} frames, {MOVIE.stat().st_size / 1000:,.0f} kB")


def dragged(stage: pictures.Stage) -> Iterator[tuple[Any, int]]:
    """Drag maxlen from stop to stop, and yield the window and how long it stands, in milliseconds."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    chart = stage.window.lengths_panel.chart
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton

    def mouse(kind: Any, place: QPointF, held: Any) -> None:
        button = none if kind == QEvent.Type.MouseMove else left
        there = chart.mapToGlobal(place)
        event = QMouseEvent(kind, place, there, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(chart.viewport(), event)
        stage.settle()

    at = chart.badge_rect().center()
    grip = at.x() - chart.handle_x()
    yield with_pointer(stage.window, chart, at), REST
    mouse(QEvent.Type.MouseButtonPress, at, left)
    for start, stop in pairwise(STOPS):
        for step in range(1, STEPS + 1):
            part = (1 - np.cos(np.pi * step / STEPS)) / 2  # begins and ends gently
            x = chart.x_of(start) + part * (chart.x_of(stop) - chart.x_of(start))
            at = QPointF(x + grip, at.y())
            mouse(QEvent.Type.MouseMove, at, left)
            yield with_pointer(stage.window, chart, at), REST if step == STEPS else MILLISECONDS
    mouse(QEvent.Type.MouseButtonRelease, at, none)


def with_pointer(window: Any, widget: Any, place: Any) -> Any:
    """Return a picture of a window with a pointer at a place of one of its widgets."""
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

    image = window.grab().toImage()
    tip = widget.mapTo(window, place)
    outline = ((0, 0), (0, 16), (4, 12), (7, 18), (9, 17), (6, 11), (11, 11))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("white"), 1.2))
    painter.setBrush(QColor("#202124"))
    painter.drawPolygon(QPolygonF([tip + QPointF(x, y) for x, y in outline]))
    painter.end()
    return image


def in_common_colours(images: Sequence[Any]) -> tuple[list[NDArray[np.uint8]], list[int]]:
    """Return pictures of one size as indices [height, width] into one palette, and the palette."""
    from PySide6.QtGui import QImage, QPainter

    width, height = images[0].width(), images[0].height()
    together = QImage(width, height * len(images), QImage.Format.Format_RGB32)
    painter = QPainter(together)
    for number, image in enumerate(images):
        painter.drawImage(0, number * height, image)
    painter.end()
    made = pictures.indexed(together, COLOURS)
    rows = np.frombuffer(made.constBits(), np.uint8).reshape(made.height(), made.bytesPerLine())[:, :width]
    frames = [rows[at : at + height].copy() for at in range(0, made.height(), height)]
    return frames, [colour & 0xFFFFFF for colour in made.colorTable()]


def animated(frames: Sequence[NDArray[np.uint8]], palette: Sequence[int], stands: Sequence[int]) -> bytes:
    """Return an animated PNG, as https://www.w3.org/TR/png-3/ has it, that is repeated for ever.

    Parameters
    ----------
    frames : sequence of uint8 [height, width]
        Indices into the palette; of a later frame only what differs from the one before is written.
    palette : sequence of int
        At most 255 colours, 0xRRGGBB.
    stands : sequence of int
        For how many milliseconds each frame stands.
    """
    height, width = frames[0].shape
    clear = len(palette)
    colours = b"".join(struct.pack(">I", colour)[1:] for colour in (*palette, 0))
    parts = [
        SIGNATURE,
        _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        _chunk(b"acTL", struct.pack(">II", len(frames), 0)),
        _chunk(b"PLTE", colours),
        _chunk(b"tRNS", b"\xff" * clear + b"\x00"),
    ]
    number = 0
    for at, (frame, milliseconds) in enumerate(zip(frames, stands, strict=True)):
        left, top, part = (0, 0, frame) if at == 0 else _changed(frames[at - 1], frame, clear)
        size = (part.shape[1], part.shape[0], left, top)
        control = struct.pack(">IIIIIHHBB", number, *size, milliseconds, 1000, 0, int(at > 0))
        parts.append(_chunk(b"fcTL", control))
        number += 1
        content = zlib.compress(b"".join(b"\0" + row.tobytes() for row in part), 9)  # 0: no filter
        if at == 0:
            parts.append(_chunk(b"IDAT", content))
        else:
            parts.append(_chunk(b"fdAT", struct.pack(">I", number) + content))
            number += 1
    return b"".join([*parts, _chunk(b"IEND", b"")])


def _changed(
    before: NDArray[np.uint8], after: NDArray[np.uint8], clear: int
) -> tuple[int, int, NDArray[np.uint8]]:
    """Return the least rectangle that holds every change, where it stands, what is the same in it clear."""
    differs = before != after
    rows, columns = np.flatnonzero(differs.any(1)), np.flatnonzero(differs.any(0))
    if not len(rows):
        return 0, 0, np.full((1, 1), clear, np.uint8)
    place = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
    return int(columns[0]), int(rows[0]), np.where(differs[place], after[place], np.uint8(clear))


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


if __name__ == "__main__":
    main()
