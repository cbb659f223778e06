"""pad() with its mask, from values and offsets into fresh memory, beside memcpy and four libraries."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.data import offsets_of, skewed_lengths, token_values
from benchmarks.measure import Report, fresh_pages, interleaved, peer
from padviewer.core import Ragged, TensorRecipe, pad

COPY_LIMIT = 1.5
LEVEL = 1.0
Made = tuple[Any, Any]


@dataclass(frozen=True)
class Case:
    """One shape of data; every candidate pads post and cuts post at `maxlen`."""

    name: str
    maxlen: int
    values: NDArray[Any]
    lengths: NDArray[np.int64]

    @property
    def offsets(self) -> NDArray[np.int64]:
        """Row boundaries int64 [n + 1]."""
        return offsets_of(self.lengths)

    def rows(self, *, cut: bool = False) -> list[NDArray[Any]]:
        """Return the rows as views, `cut` at maxlen."""
        ends = self.offsets[1:]
        starts = ends - self.lengths
        stops = np.minimum(ends, starts + self.maxlen) if cut else ends
        return [self.values[a:b] for a, b in zip(starts.tolist(), stops.tolist(), strict=True)]


def cases() -> list[Callable[[], Case]]:
    """Return what makes each shape: they are large, and one is there at a time."""

    def tokens(rows: int, mean: int, maxlen: int) -> Case:
        lengths = skewed_lengths(rows, mean, max(2500, maxlen) if mean > 100 else 100)
        name = f"{rows:,} rows of mean {mean} at {maxlen:,}"
        return Case(name, maxlen, token_values(int(lengths.sum())), lengths)

    def floats(rows: int, mean: int, maxlen: int) -> Case:
        lengths = skewed_lengths(rows, mean, 2500)
        values = np.random.default_rng(2).random(int(lengths.sum()), np.float32)
        return Case(f"{rows:,} float32 rows of mean {mean} at {maxlen}", maxlen, values, lengths)

    def series() -> Case:
        lengths = np.random.default_rng(3).integers(10, 201, 20_000).astype(np.int64)
        values = np.random.default_rng(4).random((int(lengths.sum()), 12), np.float32)
        return Case("20,000 series of 10–200 × 12 at 128", 128, values, lengths)

    return [
        lambda: tokens(25_000, 230, 200),
        lambda: tokens(25_000, 230, 2500),
        lambda: tokens(1_000_000, 12, 32),
        lambda: floats(200_000, 300, 512),
        series,
    ]


def our_pad(case: Case) -> Callable[[], Made]:
    """Return PadViewer's candidate."""
    ragged = Ragged(case.values, case.offsets)
    recipe = TensorRecipe(maxlen=case.maxlen)

    def run() -> Made:
        made = pad(ragged, recipe)
        return made.array, made.mask

    return run


def copy_and_set(case: Case) -> Callable[[], Made]:
    """Return the floor: libc's memcpy of what is kept, memset of the array's rest and of the mask."""
    n, inner = len(case.lengths), case.values.shape[1:]
    item = case.values.itemsize * int(np.prod(inner, dtype=np.int64))
    kept = int(np.minimum(case.lengths, case.maxlen).sum()) * item

    def run() -> Made:
        array = np.empty((n, case.maxlen, *inner), case.values.dtype)
        mask = np.empty((n, case.maxlen), bool)
        ctypes.memmove(array.ctypes.data, case.values.ctypes.data, kept)
        ctypes.memset(array.ctypes.data + kept, 0, array.nbytes - kept)
        ctypes.memset(mask.ctypes.data, 1, mask.nbytes)
        return array, mask

    return run


def tensorflow_pad(case: Case, tf: Any) -> Callable[[], Made]:
    """Return tf.RaggedTensor.to_tensor with tf.sequence_mask; the ragged tensor is there already."""
    ragged = tf.RaggedTensor.from_row_splits(
        tf.constant(case.values), tf.constant(case.offsets), validate=False
    )
    lengths = tf.constant(case.lengths)
    shape = [None, case.maxlen, *case.values.shape[1:]]
    return lambda: (ragged.to_tensor(shape=shape), tf.sequence_mask(lengths, case.maxlen))


def keras_pad(case: Case, keras: Any) -> Callable[[], Made]:
    """Return keras.utils.pad_sequences on a list of arrays, with the mask from the lengths in numpy."""
    rows, cols, lengths = case.rows(), np.arange(case.maxlen), case.lengths[:, None]
    how = {"maxlen": case.maxlen, "dtype": case.values.dtype.name, "padding": "post", "truncating": "post"}
    return lambda: (keras.utils.pad_sequences(rows, **how), cols < lengths)


def torch_pad(case: Case, torch: Any) -> Callable[[], Made]:
    """Return torch's pad_sequence on tensors that are cut already, with the mask from the lengths."""
    from torch.nn.utils.rnn import pad_sequence

    rows = [torch.from_numpy(row) for row in case.rows(cut=True)]
    cols, lengths = torch.arange(case.maxlen), torch.from_numpy(case.lengths)[:, None]
    return lambda: (pad_sequence(rows, batch_first=True), cols < lengths)


def awkward_pad(case: Case, ak: Any) -> Callable[[], Made]:
    """Return awkward's pad_none, fill_none and to_numpy, with the mask from the lengths in numpy."""
    content = ak.contents.ListOffsetArray(ak.index.Index64(case.offsets), ak.from_numpy(case.values).layout)
    array, cols, lengths = ak.Array(content), np.arange(case.maxlen), case.lengths[:, None]
    fill = np.zeros(case.values.shape[1:], case.values.dtype)[()]

    def run() -> Made:
        padded = ak.fill_none(ak.pad_none(array, case.maxlen, axis=1, clip=True), fill, axis=1)
        return ak.to_numpy(padded), cols < lengths

    return run


PEERS: dict[str, tuple[str, Callable[[Case, Any], Callable[[], Made]]]] = {
    "tensorflow": ("tf to_tensor", tensorflow_pad),
    "keras": ("keras pad_sequences", keras_pad),
    "torch": ("torch pad_sequence", torch_pad),
    "awkward": ("awkward pad_none", awkward_pad),
}


def check_alike(ours: Callable[[], Made], others: dict[str, Callable[[], Made]]) -> None:
    """Raise where a peer makes another array or mask: a race between unequal works says nothing."""
    array, mask = ours()
    for name, other in others.items():
        theirs, their_mask = map(np.asarray, other())
        if (
            theirs.dtype != array.dtype
            or not np.array_equal(theirs, array)
            or not np.array_equal(their_mask, mask)
        ):
            raise RuntimeError(f"{name} does not make the same array and mask as pad().")


def run(report: Report, repetitions: int) -> None:
    """Measure all shapes."""
    modules = {module: found for module in PEERS if (found := peer(module, report)) is not None}
    report.note("Peers have their input in their own form before the clock starts; each makes its mask too.")
    if fresh_pages():
        report.note(
            "All outputs lie in fresh memory: the C library may recycle no block over 128 KiB (mallopt)."
        )
    else:
        report.note("Outputs below 32 MiB lie in recycled memory: this C library cannot be told otherwise.")
    report.note("cold: the first call on that shape. CPU seconds of all threads.")
    for make in cases():
        case = make()
        ours = our_pad(case)
        others = {PEERS[module][0]: PEERS[module][1](case, found) for module, found in modules.items()}
        copy_and_set(case)()  # the machine's own first touch of so much memory is nobody's
        found = interleaved({"pad()": ours, "memcpy + memset": copy_and_set(case), **others}, repetitions)
        check_alike(ours, others)
        for name, timing in found.items():
            report.timing(case.name, name, timing)
        report.ratio(
            case.name, "pad()", found["pad()"], "memcpy + memset", found["memcpy + memset"], COPY_LIMIT
        )
        for name in others:
            report.ratio(case.name, "pad()", found["pad()"], name, found[name], LEVEL)
