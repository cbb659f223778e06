"""Written: what an export wrote, for callers and for --json."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from padviewer.core.finding import Finding


@dataclass(frozen=True)
class TensorFile:
    """Where one tensor went.

    Parameters
    ----------
    name : str
    shape : tuple of int
        [n, M1, ..., Mk, *inner].
    dtype : str
    file : Path
        The file that holds it.
    sha256 : str
        Of that file's bytes.
    """

    name: str
    shape: tuple[int, ...]
    dtype: str
    file: Path
    sha256: str

    def to_json(self) -> dict[str, Any]:
        """Return the documented JSON keys: name, shape, dtype, file, sha256."""
        return {
            "name": self.name,
            "shape": list(self.shape),
            "dtype": self.dtype,
            "file": str(self.file),
            "sha256": self.sha256,
        }


@dataclass(frozen=True)
class Written:
    """What an export wrote.

    Parameters
    ----------
    path : Path
        The file, or the folder.
    files : tuple of Path
        All files, the sidecar last.
    tensors : tuple of TensorFile
    findings : tuple of Finding
        Most serious first: what reading said, what the lengths tell, losses and collisions with the fill.
    nbytes : int
        Bytes of all files without the sidecar.
    """

    path: Path
    files: tuple[Path, ...]
    tensors: tuple[TensorFile, ...]
    findings: tuple[Finding, ...]
    nbytes: int

    def to_json(self) -> dict[str, Any]:
        """Return the documented JSON keys: path, files, tensors, findings, bytes."""
        return {
            "path": str(self.path),
            "files": [str(file) for file in self.files],
            "tensors": [tensor.to_json() for tensor in self.tensors],
            "findings": [finding.to_json() for finding in self.findings],
            "bytes": self.nbytes,
        }
