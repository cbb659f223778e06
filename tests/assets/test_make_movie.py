"""The moving picture of README: an animated PNG that any reader of PNG takes, frame by frame."""

import importlib.util
import struct
import sys
import zlib
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

ASSETS = Path(__file__).resolve().parents[2] / "assets"
SIGNATURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("make_movie", ASSETS / "make_movie.py")
    module = importlib.util.module_from_spec(spec)
    path = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = path
    yield module
    sys.modules.pop("make_screenshots", None)


def chunks_of(content):
    """Yield kind and content of every chunk, its sum checked."""
    assert content.startswith(SIGNATURE)
    at = len(SIGNATURE)
    while at < len(content):
        size, kind = struct.unpack_from(">I4s", content, at)
        data = content[at + 8 : at + 8 + size]
        (check,) = struct.unpack_from(">I", content, at + 8 + size)
        assert zlib.crc32(kind + data) == check
        yield kind, data
        at += 12 + size


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def rgba(image):
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    content = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return content[:, : image.width()].copy()


def shown(content):
    """Return every frame as it is seen, RGB, and how long: each part decoded by Qt, laid over the last."""
    found, head, control, canvas = [], {}, None, None
    numbers = []
    for kind, data in chunks_of(content):
        if kind in (b"IHDR", b"PLTE", b"tRNS", b"acTL"):
            head[kind] = data
        elif kind == b"fcTL":
            number, *control = struct.unpack(">IIIIIHHBB", data)
            numbers.append(number)
        elif kind in (b"IDAT", b"fdAT"):
            if kind == b"fdAT":
                numbers.append(struct.unpack_from(">I", data)[0])
                data = data[4:]
            width, height, left, top, stands, per, dispose, blend = control
            size = struct.pack(">II", width, height) + head[b"IHDR"][8:]
            parts = (b"IHDR", size), (b"PLTE", head[b"PLTE"]), (b"tRNS", head[b"tRNS"]), (b"IDAT", data)
            alone = SIGNATURE + b"".join(chunk(*one) for one in parts) + chunk(b"IEND", b"")
            part = rgba(QImage.fromData(alone, "PNG"))
            assert part.shape[:2] == (height, width)
            assert (dispose, blend) == (0, int(canvas is not None))
            if canvas is None:
                canvas = np.zeros(part.shape, np.uint8)
            under = canvas[top : top + height, left : left + width]
            under[...] = np.where(part[..., 3:] == 255, part, under)
            found.append((canvas[..., :3].copy(), stands * 1000 // per))
    assert numbers == list(range(len(numbers)))
    assert struct.unpack(">II", head[b"acTL"]) == (len(found), 0)
    return found


def test_every_frame_is_the_one_that_was_given(script):
    random = np.random.default_rng(3)
    palette = random.permutation(1 << 24)[:255].tolist()
    first = random.integers(0, 255, (20, 30), dtype=np.uint8)
    second = first.copy()
    second[5:9, 12:30] = random.integers(0, 255, (4, 18))
    third = second.copy()
    third[19, 0], third[0, 29] = (third[19, 0] + 1) % 255, (third[0, 29] + 1) % 255
    frames = [first, second, second, third]
    colours = np.array([[one >> 16, one >> 8 & 255, one & 255] for one in palette], np.uint8)
    seen = shown(script.animated(frames, palette, [900, 110, 110, 30]))
    assert [stands for _, stands in seen] == [900, 110, 110, 30]
    for (pixels, _), frame in zip(seen, frames, strict=True):
        np.testing.assert_array_equal(pixels, colours[frame])


def test_pictures_share_one_palette(script):
    images = []
    for colour in (0x102030, 0xA0B0C0):
        image = QImage(7, 5, QImage.Format.Format_RGB32)
        image.fill(colour | 0xFF000000)
        image.setPixel(1, 2, 0xFFFFFFFF)
        images.append(image)
    frames, palette = script.in_common_colours(images)
    assert len(palette) <= 255
    for frame, image in zip(frames, images, strict=True):
        colours = [[palette[at] for at in row] for row in frame]
        assert colours == [[image.pixel(x, y) & 0xFFFFFF for x in range(7)] for y in range(5)]


def test_the_moving_picture_moves_and_is_small(script):
    content = script.MOVIE.read_bytes()
    assert len(content) < 1_500_000
    seen = shown(content)
    assert seen[0][0].shape == (*reversed(script.SIZE), 3)
    assert len(seen) == 1 + script.STEPS * (len(script.STOPS) - 1)
    moved = [(one != other).any() for (one, _), (other, _) in pairwise(seen)]
    assert all(moved)
    assert f"assets/screenshots/{script.MOVIE.name}" in (ASSETS.parent / "README.md").read_text("utf-8")
