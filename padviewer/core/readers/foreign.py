"""Formats that are not read, by their first bytes or their suffix: each is refused by its name."""

from __future__ import annotations

from padviewer.core.sentence import Sentence, say

MAGIC: tuple[tuple[bytes, Sentence], ...] = (
    (b"\x89HDF\r\n\x1a\n", say("an HDF5 file")),
    (b"PK\x03\x04", say("a zip archive that is neither a workbook nor an NPZ file")),
    (b"PK\x05\x06", say("an empty zip archive")),
    (b"\x1f\x8b", say("a gzip-compressed file")),
    (b"\x28\xb5\x2f\xfd", say("a zstd-compressed file")),
    (b"BZh", say("a bzip2-compressed file")),
    (b"\xfd7zXZ\x00", say("an xz-compressed file")),
    (b"Obj\x01", say("an Avro file")),
    (b"\xd0\xcf\x11\xe0", say("an old Word file or an encrypted workbook")),
    (b"SQLite format 3\x00", say("an SQLite database")),
    (b"%PDF", say("a PDF document")),
    (b"\x89PNG", say("a PNG picture")),
    (b"\xff\xd8\xff", say("a JPEG picture")),
    (b"MATLAB 5.0 MAT-file", say("a MATLAB file")),
)
HDF5 = say("an HDF5 file")
TFRECORD, MATLAB = say("a TFRecord file"), say("a MATLAB file")
PICKLE, TORCH = say("a pickle"), say("a file of PyTorch")
SUFFIXES: dict[str, Sentence] = {
    ".ts": say("a time series file of sktime"),
    ".arff": say("an ARFF file"),
    ".h5": HDF5,
    ".hdf5": HDF5,
    ".hdf": HDF5,
    ".nc": say("a NetCDF file"),
    ".tfrecord": TFRECORD,
    ".tfrecords": TFRECORD,
    ".gz": say("a gzip-compressed file"),
    ".bz2": say("a bzip2-compressed file"),
    ".xz": say("an xz-compressed file"),
    ".zst": say("a zstd-compressed file"),
    ".zip": say("a zip archive"),
    ".tar": say("a tar archive"),
    ".tgz": say("a gzip-compressed file"),
    ".7z": say("a 7z archive"),
    ".rar": say("a RAR archive"),
    ".pkl": PICKLE,
    ".pickle": PICKLE,
    ".joblib": PICKLE,
    ".mat": MATLAB,
    ".pt": TORCH,
    ".pth": TORCH,
    ".safetensors": say("a safetensors file"),
    ".onnx": say("an ONNX model"),
    ".avro": say("an Avro file"),
    ".db": say("a database"),
    ".sqlite": say("an SQLite database"),
    ".sqlite3": say("an SQLite database"),
    ".rds": say("a file of R"),
    ".rdata": say("a file of R"),
    ".xml": say("an XML document"),
    ".html": say("an HTML page"),
    ".htm": say("an HTML page"),
    ".yaml": say("a YAML file"),
    ".yml": say("a YAML file"),
    ".pdf": say("a PDF document"),
    ".xlsb": say("a binary workbook of Excel"),
    ".docx": say("a Word document"),
    ".pb": say("a protocol buffer"),
}
PACKED = (".gz", ".bz2", ".xz", ".zst", ".zip", ".tar", ".tgz", ".7z", ".rar")


def foreign_by_content(head: bytes) -> Sentence | None:
    """Return what the first bytes are; None where they are of no format that is known and not read."""
    return next((what for magic, what in MAGIC if head.startswith(magic)), None)


def remedy_for(suffix: str, names: str) -> Sentence:
    """Return what to do with a file of this suffix."""
    if suffix in PACKED:
        return say("Unpack it first. PadViewer reads: {names}.", names=names)
    if suffix == ".xlsb":
        return say("Save the sheet as CSV. PadViewer reads: {names}.", names=names)
    return say("Load it in Python and save it in a format that it reads: {names}.", names=names)
