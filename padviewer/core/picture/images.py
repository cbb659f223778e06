"""The pixels of padded images: grey or colour, a border at the padding, cut edges."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from padviewer.core.data.ragged import Int64
from padviewer.core.padding.plan import CellKind, Plan
from padviewer.core.padding.slots import Axis, Slots
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.picture.letters import LEAST_CELL, letter_cell

CELLS_AT_ONCE = 1 << 20
COLOUR_SIDES = (1, 3, 4)
CUT_EDGE = 3
Pixels = NDArray[np.uint32]
Bools = NDArray[np.bool_]
T = TypeVar("T", bound=np.generic)


@dataclass(frozen=True)
class Zoom:
    """How the values of an image become device pixels: `scale` pixels each, or every `stride`-th value one.

    Parameters
    ----------
    scale, stride : int
        1 or more, and one of them 1.
    """

    scale: int
    stride: int

    @classmethod
    def fitting(cls, height: int, width: int, side: int) -> Zoom:
        """Return the largest zoom at which an image of height × width values stands in side × side pixels."""
        longest = max(height, width, 1)
        if longest <= side:
            return cls(max(1, side // longest), 1)
        return cls(1, -(-longest // max(1, side)))

    def pixels(self, values: int) -> int:
        """Return the device pixels of so many values."""
        return -(-values // self.stride) * self.scale


@dataclass(frozen=True, eq=False)
class Image:
    """One padded image.

    Parameters
    ----------
    pixels : uint32 [h, w]
        Device pixels, 0xAARRGGBB; 0, which is transparent, in padding.
    size : (int, int)
        Height and width before padding and cutting.
    is_cut : bool
    """

    pixels: Pixels
    size: tuple[int, int]
    is_cut: bool


@dataclass(frozen=True)
class ImageStyle:
    """Everything but the row that decides an image's pixels.

    Parameters
    ----------
    plan : Plan
    tensor : str
    zoom : Zoom
    levels : (float, float)
        The values that are black and white.
    border, cut, missing : int
        Colours, 0xFFRRGGBB.
    infinite : (int, int)
        Colours of +∞ and −∞, as in the heatmap.
    edge : int
        Width of a cut edge in device pixels; the border has a third of it.
    """

    plan: Plan
    tensor: str
    zoom: Zoom
    levels: tuple[float, float]
    border: int
    cut: int
    missing: int
    infinite: tuple[int, int]
    edge: int


class Gathering(Protocol):
    """The job that reads images: it may be stopped, and is told how far it is."""

    def should_stop(self) -> bool:
        """Whether nobody wants the answer any more."""
        ...

    def progress(self, done: int, total: int) -> None:
        """Say how much of the work is done."""
        ...


@dataclass(frozen=True)
class ImagesWish:
    """Which rows as images, in which style.

    Parameters
    ----------
    style : ImageStyle
    rows : tuple of int
        Tensor rows in view.
    there : frozenset of int
        Rows whose images are there already; not part of what is wished for.
    """

    style: ImageStyle
    rows: tuple[int, ...]
    there: frozenset[int] = field(default_factory=frozenset, compare=False)

    def gather(self, context: Gathering) -> dict[int, Image]:
        """Read the images that are not there yet, a few at a time."""
        style = self.style
        own = style.plan.of(style.tensor)
        height, width = image_shape(own) or (1, 1)
        todo = [row for row in self.rows if row not in self.there]
        each = max(1, -(-height // style.zoom.stride) * width)
        piece = max(1, CELLS_AT_ONCE // each)
        found: dict[int, Image] = {}
        for at in range(0, len(todo), piece):
            if context.should_stop():
                break
            rows = np.array(todo[at : at + piece], np.int64)
            found.update(zip(rows.tolist(), read_images(style, own, rows), strict=True))
            context.progress(at, len(todo))
        return found


def image_shape(own: TensorPlan) -> tuple[int, int] | None:
    """Return height and width where the rows of a tensor are images, else None.

    Images have two axes, ragged or fixed, and a fixed third one of 1, 3 or 4 for colour.
    """
    sides = (own.axes[0].width, *own.inner_shape)
    if len(sides) == 3 and len(own.axes) <= 2 and sides[2] in COLOUR_SIDES:
        sides = sides[:2]
    return (sides[0], sides[1]) if len(sides) == 2 else None


def read_images(style: ImageStyle, own: TensorPlan, rows: Int64) -> list[Image]:
    """Return the images of some rows [m]."""
    stride, (height, width) = style.zoom.stride, image_shape(own) or (1, 1)
    down, along = np.arange(0, height, stride), np.arange(0, width, stride)
    values, kinds = style.plan.cells(style.tensor, rows, down)
    values, kinds = values[:, :, ::stride], kinds[:, :, ::stride]
    if values.ndim == 4:
        missing = (kinds == CellKind.MISSING).any(axis=3)
        pad = (kinds == CellKind.PAD).all(axis=3)
    else:
        missing, pad = kinds == CellKind.MISSING, kinds == CellKind.PAD
    colours = coloured(values, style.levels)
    infinite = _infinite(values, pad)
    for there, colour in zip(infinite, style.infinite, strict=True):
        colours[there] = colour
    colours[missing] = style.missing
    edges = _Edges(own, rows)
    images = []
    for at in range(len(rows)):
        pixels: Pixels = _zoomed(colours[at], style.zoom)
        padding: Bools = _zoomed(pad[at], style.zoom)
        border = _border(padding, max(1, style.edge // 3))
        pixels[padding] = 0
        pixels[border] = style.border
        marks = edges.marks(at, style, (down, along), pixels.shape) & ~padding
        for there, sign in zip(infinite, ("+∞", "−∞"), strict=True):
            _sign(pixels, there[at], sign, style)
        pixels[marks] = style.cut
        images.append(Image(pixels, edges.sizes[at], edges.cut[at]))
    return images


def coloured(values: NDArray[np.generic], levels: tuple[float, float]) -> Pixels:
    """Return values [m, h, w] or [m, h, w, c] as colours uint32 [m, h, w], low black and high white.

    Three channels are red, green and blue; a fourth one is how much they cover.
    """
    low, high = levels
    with np.errstate(invalid="ignore", over="ignore"):
        share = (values.astype(np.float64) - low) * (255 / (high - low) if high > low else 0.0)
    share = np.nan_to_num(np.clip(share, 0, 255), nan=0.0) + 0.5
    levelled = share.astype(np.uint32)
    if levelled.ndim == 3:
        levelled = levelled[..., None]
    sides = levelled.shape[3]
    red, green, blue = (levelled[..., k if sides >= 3 else 0] for k in range(3))
    alpha = levelled[..., 3] if sides == 4 else np.full(red.shape, 255, np.uint32)
    packed: Pixels = (alpha << np.uint32(24) | red << np.uint32(16) | green << np.uint32(8) | blue).astype(
        np.uint32
    )
    return packed


def _infinite(values: NDArray[np.generic], pad: Bools) -> tuple[Bools, Bools]:
    """Return which real pixels [m, h, w] hold +∞, and which −∞; of colours, in one of the channels."""
    if values.dtype.kind != "f":
        return np.zeros_like(pad), np.zeros_like(pad)
    signs = []
    for sign in (np.inf, -np.inf):
        there: Bools = np.asarray(values == sign)
        signs.append((there.any(axis=3) if there.ndim == 4 else there) & ~pad)
    return signs[0], signs[1]


def _sign(pixels: Pixels, there: Bools, sign: str, style: ImageStyle) -> None:
    """Draw the outlined sign of an infinite value into each of its pixels of the image, where it has room."""
    scale, ratio = style.zoom.scale, style.edge / CUT_EDGE
    if scale < LEAST_CELL * ratio or not there.any():
        return
    cell = letter_cell(sign, scale, scale, ratio)
    if sign == "+∞":  # light on dark, as in the heatmap
        thick = max(1, round(ratio))
        cell[thick:-thick, thick:-thick] ^= True
    ink = np.where(cell, np.uint32(style.infinite[0]), np.uint32(style.infinite[1]))
    for row, col in zip(*np.nonzero(there), strict=True):
        pixels[row * scale : (row + 1) * scale, col * scale : (col + 1) * scale] = ink


def _zoomed(cells: NDArray[T], zoom: Zoom) -> NDArray[T]:
    return cells.repeat(zoom.scale, 0).repeat(zoom.scale, 1)


def _border(padding: Bools, thick: int) -> Bools:
    """Return the pixels of the padding that are next to something real: bool [h, w]."""
    near = np.zeros_like(padding)
    real = ~padding
    for by in range(1, thick + 1):
        near[by:] |= real[:-by]
        near[:-by] |= real[by:]
        near[:, by:] |= real[:, :-by]
        near[:, :-by] |= real[:, by:]
    found: Bools = near & padding
    return found


class _Edges:
    """Where the images of some rows were cut, and how large they were."""

    def __init__(self, own: TensorPlan, rows: Int64) -> None:
        self._own = own
        self._outer = Slots.of(own.offsets_of[0], own.source_rows(rows), own.axes[0])
        heights = self._outer.length.tolist()
        widths = [own.inner_shape[0]] * len(rows)
        self._inner: list[Slots] = []
        if len(own.axes) > 1:
            widths = []
            most = max([*heights, 1])
            for at in range(len(rows)):
                source = self._outer.source[at : at + 1]
                whole = Slots.of(own.offsets_of[0], source, Axis(most, "post", "post", "constant"))
                lines = Slots.of(own.offsets_of[1], whole.sources(), own.axes[1])
                widths.append(int(lines.length.max(initial=0)))
                kept = Slots.of(own.offsets_of[0], source, own.axes[0])
                self._inner.append(Slots.of(own.offsets_of[1], kept.sources(), own.axes[1]))
        self.sizes = list(zip(heights, widths, strict=True))
        across = [bool((one.length > one.kept).any()) for one in self._inner] or [False] * len(rows)
        down = (self._outer.length > self._outer.kept).tolist()
        self.cut = [a or b for a, b in zip(down, across, strict=True)]

    def marks(self, at: int, style: ImageStyle, shown: tuple[Int64, Int64], shape: tuple[int, ...]) -> Bools:
        """Return the device pixels beside what was cut from the image `at`: bool of `shape`.

        Parameters
        ----------
        at : int
        style : ImageStyle
        shown : (int64 [h], int64 [w])
            Which lines and columns of the image are drawn.
        shape : (int, int)
        """
        marks = np.zeros(shape, bool)
        if not self.cut[at]:
            return marks
        down, along = shown
        scale, thick = style.zoom.scale, min(style.edge, max(1, min(shape) // 4))
        left = int(self._outer.left[at])
        _mark_sides(marks, self._outer, at, down, scale, thick)
        if self._inner:
            inner = self._inner[at]
            for place, line in enumerate((down - left).tolist()):
                if 0 <= line < len(inner.kept):
                    band = marks[place * scale : (place + 1) * scale]
                    _mark_sides(band.T, inner, line, along, scale, thick)
        return marks


def _mark_sides(marks: Bools, slots: Slots, at: int, shown: Int64, scale: int, thick: int) -> None:
    """Mark the first and last lines of `marks` [h, w], or those before the gap, where a row was cut."""
    start, kept, gap = int(slots.start[at]), int(slots.kept[at]), int(slots.gap[at])
    if start:
        marks[:thick] = True
    if start + kept + gap < slots.length[at]:
        marks[-thick:] = True
    if gap:
        line = int(np.searchsorted(shown, slots.left[at] + slots.gap_at[at])) * scale
        marks[max(0, line - thick) : line] = True
