"""NPZ archives: values with offsets or lengths, padded arrays with masks, and columns of equal length."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from padviewer.core import amounts
from padviewer.core.dataset import LABEL_NAMES, Dataset
from padviewer.core.errors import ContentError, PadViewerError, PathError, UnsafeError
from padviewer.core.finding import Finding
from padviewer.core.offsets import offsets_from_lengths
from padviewer.core.ragged import Ragged
from padviewer.core.readers.array_columns import ArrayColumn, Column, FlatColumn, PaddedColumn
from padviewer.core.readers.base import Format, ReadOptions
from padviewer.core.readers.limits import MEMBERS, check_memory, check_ratio
from padviewer.core.readers.npy import row_spans
from padviewer.core.readers.npy_rows import RowReader, conversion_said, read_header
from padviewer.core.readers.tables import refuse_table, several_tables
from padviewer.core.sentence import Sentence, joined, say, say_count
from padviewer.core.split_names import tables_of

if TYPE_CHECKING:
    import zipfile

Int64 = NDArray[np.int64]
LABELS = ("label", "labels", "y", "target", "targets")
OFFSETS = ("offsets", "row_splits", "splits", "indptr")
LENGTHS = ("lengths", "row_lengths", "lens")
VALUES = ("values", "flat_values", "data", "flat", "x", "tokens")
RECIPE = "recipe"


@dataclass
class Archive:
    """The arrays of an NPZ file, opened, with what was found while they were sorted into columns.

    Parameters
    ----------
    path : Path
    arrays : mapping of str to RowReader
        By member name without ``.npy``; taken out as they are used.
    """

    path: Path
    arrays: dict[str, RowReader]
    columns: dict[str, Column] = field(default_factory=dict)
    guessed: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    table: str = ""

    def choose_table(self, asked: str | None) -> None:
        """Keep the arrays of one table where their names make several, such as x_train and x_test.

        Without such names an array's own name asks for all that have as many rows.

        Raises
        ------
        ChoiceError
            There is no such table.
        """
        tables = tables_of(self.arrays)
        plain = {array.header.shape for array in self.arrays.values()}
        if "recipe" in self.guessed or (len(plain) == 1 and len(next(iter(plain))) == 1):
            tables = {}  # our own export, and scores such as train_score and test_score, are one table
        if not tables:
            counts = {array.header.rows for array in self.arrays.values() if array.header.shape}
            if asked is not None and (asked not in self.arrays or len(counts) < 2):
                raise refuse_table(asked, list(self.arrays) if len(counts) > 1 else ())
            self.table = asked or ""
            return
        own = {name: table for table, names in tables.items() for name in names}
        shown = own.get(asked or "", asked) or ("train" if "train" in tables else next(iter(tables)))
        if shown not in tables:
            raise refuse_table(shown, list(tables))
        others = {table: names for table, names in tables.items() if table != shown}
        self.findings.append(
            several_tables(shown, {table: self._holds(names) for table, names in others.items()})
        )
        for name in [name for names in others.values() for name in names]:
            del self.arrays[name]
        self.guessed |= {"table": shown, "other tables": ", ".join(others)}

    def _holds(self, names: tuple[str, ...]) -> Sentence:
        rows = max(self.arrays[name].header.rows if self.arrays[name].header.shape else 0 for name in names)
        return say_count("{names}, {count} row", "{names}, {count} rows", rows, names=", ".join(names))

    def sort(self, asked: str | None) -> None:
        """Make columns of the arrays: ragged ones first, then all that have as many rows."""
        order = list(self.arrays)
        for name in order:
            self._padded(name)
        for name in order:
            self._flat(name)
        rows = self._row_count()
        for name in [name for name in order if name in self.arrays]:
            header = self.arrays[name].header
            misfits = bool(header.shape) and header.rows != rows and not self.table
            if misfits and name.casefold() in LABELS:
                raise self._label_misfits(name, header.rows, rows)
            if not header.shape or header.rows != rows:
                if header.shape:
                    why = say(
                        "it has {rows} where the others have {others}",
                        rows=amounts.rows(header.rows),
                        others=rows,
                    )
                else:
                    why = say("it has a single value where the others have {others}", others=rows)
                self.leave_out(name, why, other_rows=bool(header.shape))
            else:
                self._whole(name, asked)
        self.columns = {name: self.columns[name] for name in order if name in self.columns} | self.columns
        for name in [name for name, column in self.columns.items() if column.rows != rows]:
            self.leave_out(
                name,
                say(
                    "it has {rows} where the others have {others}",
                    rows=amounts.rows(self.columns.pop(name).rows),
                    others=rows,
                ),
                other_rows=True,
            )
        if not self.columns:
            said = joined(finding.message for finding in self.findings) or say("It holds no arrays.")
            raise ContentError(
                "no-columns", say("No array can be shown. {said}", said=said), where=str(self.path)
            )

    def _label_misfits(self, name: str, rows: int, others: int) -> ContentError:
        return ContentError(
            "other-count",
            say(
                "“{name}” has {values} for {rows}, so no row's label is known.",
                name=name,
                values=amounts.values(rows),
                rows=amounts.rows(others),
            ),
            where=str(self.path),
            remedy=say("Save the labels again with one entry a row, or leave them out of the file."),
        )

    def _row_count(self) -> int:
        """Count the rows of the ragged columns, or else those that most arrays have (then the larger)."""
        if self.table:
            column = self.columns.get(self.table)
            return self.arrays[self.table].header.rows if column is None else column.rows
        counts = [column.rows for column in self.columns.values()]
        counts = counts or [array.header.rows for array in self.arrays.values() if array.header.shape]
        return max(counts, key=lambda rows: (counts.count(rows), rows), default=0)

    def _padded(self, name: str) -> None:
        """Take NAME with NAME_mask, NAME_lengths or both."""
        values, mask = self.arrays.get(name), self.arrays.get(f"{name}_mask")
        if values is None or len(values.header.shape) < 2:
            return
        if mask is not None and (
            mask.header.dtype.kind != "b" or mask.header.shape != values.header.shape[:2]
        ):
            message = say(
                "The mask of “{name}” is not of its rows and steps; the rows are read whole.", name=name
            )
            self.findings.append(Finding("warning", "mask-not-used", message, 1, where=name))
            return
        lengths = self._integers(f"{name}_lengths", values.header.rows)
        if lengths is not None and not ((lengths >= 0) & (lengths <= values.header.shape[1])).all():
            lengths = None
        if mask is None and lengths is None:
            return
        self.columns[name] = PaddedColumn(values, mask, lengths)
        used = [f"{name}_mask" if mask is not None else "", f"{name}_lengths" if lengths is not None else ""]
        self._took(name, "padded rows", *used)

    def _flat(self, name: str) -> None:
        """Take values with the offsets or lengths that `name` is, if it is."""
        for words in (OFFSETS, LENGTHS):
            word = next((word for word in words if name == word or name.endswith(f"_{word}")), None)
            if word is not None:
                self._refuse_odd(name, name.removesuffix(word).removesuffix("_"), lengths=words is LENGTHS)
            found = None if word is None else self._integers(name, None)
            if word is None or found is None:
                continue
            base = name.removesuffix(word).removesuffix("_")
            offsets = found if words is OFFSETS else _offsets(found)
            owner = self._owner(base)
            if offsets is None and owner is not None and len(self.arrays[owner].header.shape) == 1:
                why = say("a length is negative, or their sum is beyond 64 bits")
                raise self._no_cut(name, owner, why)
            if offsets is None or f"{base}_mask" in self.arrays:
                continue
            self._refuse_bad(base, name, offsets, lengths=words is LENGTHS)
            for values in (base, f"{base}_values") if base else VALUES:
                if self._fits(values, offsets, exact=words is LENGTHS):
                    self.columns[base or values] = FlatColumn(self.arrays[values], offsets)
                    self._took(base or values, f"values + {words[0]}", values, name)
                    return

    def _owner(self, base: str) -> str | None:
        """Return the array that `base` with its offsets or lengths must be about, if there is one."""
        names = (base, f"{base}_values") if base else ("values", "flat_values", "flat")
        return next((one for one in names if one in self.arrays and self.arrays[one].header.shape), None)

    def _refuse_odd(self, name: str, base: str, *, lengths: bool) -> None:
        """Raise ContentError where offsets or lengths of an array are no whole numbers in one line."""
        owner, array = self._owner(base), self.arrays.get(name)
        if owner is None or array is None:
            return
        if array.header.dtype.kind not in "iuf":
            raise self._no_cut(name, owner, say("they are no numbers"))
        if len(array.header.shape) != 1:
            if lengths:
                return  # lengths along a further axis
            raise self._no_cut(name, owner, say("they have {axes} axes", axes=str(len(array.header.shape))))
        if array.header.dtype.kind == "u" and self._integers(name, None) is None:
            raise self._no_cut(name, owner, say("they are beyond 64 bits with a sign"))
        if array.header.dtype.kind == "f":
            found = array.rows(0, array.header.rows)
            if np.isnan(found).any():
                raise self._no_cut(name, owner, say("they hold NaN"))
            raise self._no_cut(name, owner, say("they are fractions of type {d}", d=str(found.dtype)))

    def _refuse_bad(self, base: str, name: str, offsets: Int64, *, lengths: bool) -> None:
        """Raise ContentError where these whole numbers cannot cut the array that they are about."""
        owner = self._owner(base)
        if owner is None or not len(offsets):
            return
        total = self.arrays[owner].header.rows
        if lengths:
            padded = len(self.arrays[owner].header.shape) > 1 and total == len(offsets) - 1
            if int(offsets[-1]) != total and not padded:
                raise self._no_cut(
                    name,
                    owner,
                    say(
                        "their sum is {last}, the number of values {total}",
                        last=int(offsets[-1]),
                        total=total,
                    ),
                )
            return
        falls = np.flatnonzero(offsets[1:] < offsets[:-1])
        if int(offsets[0]) < 0:
            raise self._no_cut(name, owner, say("the first is {first}", first=int(offsets[0])))
        if len(falls):
            raise self._no_cut(name, owner, say("they fall behind row {row}", row=int(falls[0])))
        if int(offsets[-1]) > total:
            raise self._no_cut(
                name,
                owner,
                say("the last is {last}, the number of values {total}", last=int(offsets[-1]), total=total),
            )

    def _no_cut(self, name: str, owner: str, why: Sentence) -> ContentError:
        return ContentError(
            "bad-offsets",
            say("“{name}” cannot cut “{owner}” into rows: {why}.", name=name, owner=owner, why=why),
            where=str(self.path),
            remedy=say("Write the file again, with whole numbers from 0 to the number of values."),
        )

    def _fits(self, name: str, offsets: Int64, exact: bool) -> bool:
        """Whether `name` is an array that these offsets can cut."""
        if name not in self.arrays or not self.arrays[name].header.shape:
            return False
        last = int(offsets[-1]) if len(offsets) else -1
        total = self.arrays[name].header.rows
        ascending = len(offsets) > 0 and int(offsets[0]) >= 0 and bool((offsets[1:] >= offsets[:-1]).all())
        return ascending and (last == total if exact else last <= total)

    def _integers(self, name: str, rows: int | None) -> Int64 | None:
        """Read a one-dimensional array of integers, of that many rows if given; None where it is none."""
        array = self.arrays.get(name)
        if array is None or array.header.dtype.kind not in "iu" or len(array.header.shape) != 1:
            return None
        if rows is not None and array.header.rows != rows:
            return None
        check_memory(8 * array.header.rows, array.where)
        found = array.rows(0, array.header.rows)
        if found.dtype == np.uint64 and found.max(initial=0) > np.iinfo(np.int64).max:
            return None
        return found.astype(np.int64)

    def _took(self, column: str, shape: str, *names: str) -> None:
        self.guessed[f"shape of {column}"] = shape
        for name in (column, *names):
            self.arrays.pop(name, None)

    def _whole(self, name: str, asked: str | None) -> None:
        reader = self.arrays[name]
        if len(reader.header.shape) == 1 or (asked == "nan-tail" and reader.header.dtype.kind != "f"):
            asked = None
        try:
            column = ArrayColumn(name, reader, asked)
        except ContentError as error:
            self.leave_out(name, error.what)
            return
        self.columns[name] = column
        if column.guessed:
            self.guessed[f"shape of {name}"] = column.guessed

    def leave_out(self, name: str, reason: str, *, other_rows: bool = False) -> None:
        """Add the finding that an array is left out."""
        why = reason.removesuffix(".") if reason.endswith(".") else reason
        message = say("Array “{name}” is left out: {why}.", name=name, why=why)
        remedy = say("Read it as a table of its own: --table {name}.", name=name) if other_rows else ""
        self.findings.append(Finding("warning", "column-left-out", message, 1, remedy=remedy, where=name))


def read_npz(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the pieces of an NPZ file.

    Read are NAME with NAME_mask and NAME_lengths (what PadViewer exports), values with offsets or lengths,
    and arrays of equal length, each a column; what does not fit is left out with a finding.
    """
    with _damage_said(path), ExitStack() as stack:
        archive = Archive(path, {})
        _open_members(archive, stack)
        if RECIPE in archive.arrays and archive.arrays[RECIPE].header.dtype.kind in "US":
            del archive.arrays[RECIPE]
            archive.guessed["recipe"] = "inside"
        archive.choose_table(options.table)
        before = dict(archive.guessed)
        archive.sort(options.shape)
        if len(archive.columns) == 1 and "recipe" not in before:
            said = [value for key, value in archive.guessed.items() if key not in before]
            archive.guessed = before | dict(zip(["shape"], said, strict=False))
        rows = next(iter(archive.columns.values())).rows
        row_bytes = sum(column.row_bytes for column in archive.columns.values())
        findings = tuple(archive.findings)
        for start, stop in row_spans(rows, row_bytes):
            yield _piece(archive.columns, start, stop, archive.guessed, findings)
            findings = ()


def _piece(
    columns: Mapping[str, Column],
    start: int,
    stop: int,
    guessed: dict[str, str],
    findings: tuple[Finding, ...],
) -> Dataset:
    data: dict[str, Ragged] = {}
    for name, column in columns.items():
        data[name], said = column.read(start, stop)
        findings += said
    return Dataset(data, guessed=guessed, findings=findings)


def _offsets(lengths: Int64) -> Int64 | None:
    """Offsets from lengths; None where a length is negative or their sum passes 64 bits."""
    if lengths.min(initial=0) < 0 or float(lengths.sum(dtype=np.float64)) > 2.0**62:
        return None
    return offsets_from_lengths(lengths)


def _open_members(archive: Archive, stack: ExitStack) -> None:
    """Open every member, check its sizes, method and header; raises UnsafeError and ContentError."""
    import zipfile

    path, arrays = archive.path, archive.arrays
    opened = stack.enter_context(zipfile.ZipFile(path))
    members = opened.infolist()
    if len(members) > MEMBERS:
        raise UnsafeError(
            "over-member-limit",
            say(
                "The archive has {members} members; at most {most} are read.",
                members=len(members),
                most=MEMBERS,
            ),
            where=str(path),
        )
    packed = sum(member.compress_size for member in members)
    if packed > path.stat().st_size:
        raise _damaged(path, say("its members say they are larger than the file"))
    ours = any(member.filename == f"{RECIPE}.npy" for member in members)
    for member in members:
        if ours and not member.filename.endswith(".npy"):
            continue  # a vocabulary of the recipe inside
        name = member.filename.removesuffix(".npy")
        where = f"{path}, array {name}"
        if name in arrays:
            raise _damaged(path, say("it has two arrays “{name}”", name=name))
        if name == member.filename:
            raise ContentError(
                "not-npz",
                say("The archive holds “{name}”, which is no .npy array.", name=name),
                where=str(path),
            )
        _check_member(member, where)
        conversion = conversion_said(
            source=repr(path.name),
            key=f"[{name!r}]",
            out=repr(f"{path.stem}_ragged.npz"),
            labels=_labels_beside(name, members),
        )
        array = stack.enter_context(opened.open(member))
        try:
            header = read_header(array, member.file_size, where, conversion)
        except ContentError as error:
            if error.code == "damaged":
                raise
            archive.leave_out(name, error.what)
        else:
            arrays[name] = RowReader(array, header, where, strips=False)


def _labels_beside(name: str, members: list[zipfile.ZipInfo]) -> str:
    """Return, as code, the labels beside an array of rows: x_train has y_train, x has y, any has label."""
    known = {member.filename.removesuffix(".npy") for member in members} - {name}
    wanted = [f"y{name[1:]}" if name[:1] == "x" else "", *LABEL_NAMES]
    found = next((one for one in wanted if one in known), None)
    return "" if found is None else f", label=z[{found!r}]"


def _check_member(member: zipfile.ZipInfo, where: str) -> None:
    import zipfile

    if member.flag_bits & 1:
        raise ContentError(
            "encrypted", say("The array is encrypted."), where=where, remedy=say("Decrypt the file first.")
        )
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnsafeError(
            "unknown-compression",
            say("The array is packed with a method other than deflate."),
            where=where,
            remedy=say("Save the file again with numpy.savez or numpy.savez_compressed."),
        )
    if member.compress_type == zipfile.ZIP_DEFLATED:
        check_ratio(member.file_size, member.compress_size, where)
        check_memory(member.file_size, where)


@contextmanager
def _damage_said(path: Path) -> Iterator[None]:
    """Turn every error of reading an archive into a sentence."""
    import zipfile

    try:
        yield
    except PadViewerError:
        raise
    except OSError as error:
        if error.errno is None:
            raise _damaged(path, str(error).rstrip(".")) from error
        raise PathError(
            "unreadable",
            say("The file cannot be read: {strerror}.", strerror=str(error.strerror)),
            where=str(path),
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise _damaged(path, str(error).rstrip(".")) from error


def _damaged(path: Path, why: str) -> ContentError:
    return ContentError(
        "damaged",
        say("The NPZ file is damaged or cut off: {why}.", why=why or say("it ends too early")),
        where=str(path),
        remedy=say("Get the file again."),
    )


def _is_npz(head: bytes, _path: Path) -> bool:
    """Whether a zip archive begins with a member named .npy."""
    if not head.startswith(b"PK\x03\x04") or len(head) < 30:
        return False
    length = int.from_bytes(head[26:28], "little")
    return head[30 : 30 + length].endswith(b".npy")


NPZ = Format("NPZ", (".npz",), _is_npz, read_npz)
