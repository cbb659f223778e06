"""NPZ archives: values with offsets or lengths, padded arrays with masks, and columns of equal length."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from padviewer.core import amounts
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.split_names import tables_of
from padviewer.core.errors import ContentError
from padviewer.core.finding import Finding
from padviewer.core.readers.arrays.columns import ArrayColumn, Column, FlatColumn, PaddedColumn
from padviewer.core.readers.arrays.cuts import LENGTHS, OFFSETS, VALUES, Cuts, offsets_of
from padviewer.core.readers.arrays.exports import own_columns, pieces_of
from padviewer.core.readers.arrays.members import damage_said, open_members
from padviewer.core.readers.arrays.rows import RowReader
from padviewer.core.readers.base import Format, ReadOptions
from padviewer.core.readers.own.rows import INSIDE, RECIPE
from padviewer.core.readers.tables import refuse_table, several_tables
from padviewer.core.sentence import Sentence, joined, say, say_count

LABELS = ("label", "labels", "y", "target", "targets")


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

    @property
    def cuts(self) -> Cuts:
        """What may cut the arrays into rows."""
        return Cuts(self.path, self.arrays)

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
        if RECIPE in self.guessed or (len(plain) == 1 and len(next(iter(plain))) == 1):
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
        """Make columns of the arrays: ragged ones first, then all that have as many rows.

        Raises
        ------
        ContentError
            No array can be shown, or labels that do not fit the rows.
        """
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
        lengths = self.cuts.integers(f"{name}_lengths", values.header.rows)
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
                self.cuts.refuse_odd(
                    name, name.removesuffix(word).removesuffix("_"), lengths=words is LENGTHS
                )
            found = None if word is None else self.cuts.integers(name, None)
            if word is None or found is None:
                continue
            base = name.removesuffix(word).removesuffix("_")
            offsets = found if words is OFFSETS else offsets_of(found)
            owner = self.cuts.owner(base)
            if offsets is None and owner is not None and len(self.arrays[owner].header.shape) == 1:
                why = say("a length is negative, or their sum is beyond 64 bits")
                raise self.cuts.no_cut(name, owner, why)
            if offsets is None or f"{base}_mask" in self.arrays:
                continue
            self.cuts.refuse_bad(base, name, offsets, lengths=words is LENGTHS)
            for values in (base, f"{base}_values") if base else VALUES:
                if self.cuts.fits(values, offsets, exact=words is LENGTHS):
                    self.columns[base or values] = FlatColumn(self.arrays[values], offsets)
                    self._took(base or values, f"values + {words[0]}", values, name)
                    return

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

    def leave_out(self, name: str, reason: str, *, other_rows: bool = False, remedy: str = "") -> None:
        """Add the finding that an array is left out."""
        why = reason.removesuffix(".") if reason.endswith(".") else reason
        message = say("Array “{name}” is left out: {why}.", name=name, why=why)
        if other_rows:
            remedy = say("Read it as a table of its own: --table {name}.", name=name)
        self.findings.append(Finding("warning", "column-left-out", message, 1, remedy=remedy, where=name))


def read_npz(path: Path, options: ReadOptions) -> Iterator[Dataset]:
    """Yield the pieces of an NPZ file.

    Read are NAME with NAME_mask and NAME_lengths (what PadViewer exports), values with offsets or lengths,
    and arrays of equal length, each a column; what does not fit is left out with a finding.
    """
    with damage_said(path), ExitStack() as stack:
        arrays, unread = open_members(path, stack)
        archive = Archive(path, arrays)
        for name, why in unread.items():
            archive.leave_out(name, why.what, remedy=why.remedy)
        if RECIPE in arrays and arrays[RECIPE].header.dtype.kind in "US":
            del arrays[RECIPE]
            archive.guessed[RECIPE] = INSIDE
            own = own_columns(arrays) if options.shape in (None, "dense") and options.table is None else {}
            if own:
                yield from pieces_of(own, {RECIPE: INSIDE}, tuple(archive.findings))
                return
        archive.choose_table(options.table)
        before = dict(archive.guessed)
        archive.sort(options.shape)
        if len(archive.columns) == 1 and RECIPE not in before:
            said = [value for key, value in archive.guessed.items() if key not in before]
            archive.guessed = before | dict(zip(["shape"], said, strict=False))
        yield from pieces_of(archive.columns, archive.guessed, tuple(archive.findings))


def _is_npz(head: bytes, _path: Path) -> bool:
    """Whether a zip archive begins with a member named .npy."""
    if not head.startswith(b"PK\x03\x04") or len(head) < 30:
        return False
    length = int.from_bytes(head[26:28], "little")
    return head[30 : 30 + length].endswith(b".npy")


NPZ = Format("NPZ", (".npz",), _is_npz, read_npz)
