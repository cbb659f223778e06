"""What a person can run once, in Python, to make an array that is not read into one that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from padviewer.core.sentence import Sentence, say


@dataclass(frozen=True)
class Conversion:
    """The code that converts one array.

    Parameters
    ----------
    file : str
        The name of the file that holds it.
    stem : str
        What the new file's name begins with.
    member : str
        The array's name in an archive; empty where it is alone in its file.
    labels : str
        The array of labels beside it in the archive; empty where there is none.
    """

    file: str
    stem: str
    member: str = ""
    labels: str = ""

    def objects(self) -> Sentence:
        """Return how pickled rows become values and offsets.

        Empty rows are left out of the values, whose dtype they would make a float.
        """
        return say(
            "If you trust the file, convert it once in Python: z = np.load({source}, allow_pickle=True); "
            "rows = [np.asarray(r) for r in z{key}]; kept = [r for r in rows if len(r)]; "
            "np.savez({out}, values=np.concatenate(kept), offsets=np.cumsum([0, *map(len, rows)]){labels})",
            source=repr(self.file),
            key=f"[{self.member!r}]" if self.member else "",
            out=repr(f"{self.stem}_ragged.npz" if self.member else f"{self.stem}.npz"),
            labels=f", label=z[{self.labels!r}]" if self.labels else "",
        )

    def fields(self) -> Sentence:
        """Return how the fields of a structured array become arrays of their own."""
        others = f"**{{k: z[k] for k in z if k != {self.member!r}}}, " if self.member else ""
        made = f"{others}**{{n: a[n] for n in a.dtype.names}}"
        return say(
            "Save each field apart: {code}.",
            code=f"{self._load()}; np.savez({f'{self.stem}_fields.npz'!r}, {made})",
        )

    def numbers(self, dtype: np.dtype[Any]) -> Sentence:
        """Return how values that are no plain numbers become features, or numbers of 64 bits."""
        if dtype.kind == "c":
            wide = ".astype(np.float64)" if dtype.itemsize > 16 else ""
            code = self._saved(f"np.stack([a.real, a.imag], -1){wide}")
            return say("Save the real and the imaginary part as two features: {code}.", code=code)
        if dtype.kind == "V":
            code = self._saved("np.frombuffer(a.tobytes(), np.uint8).reshape(*a.shape, -1)")
            return say("Save its bytes as features: {code}.", code=code)
        code = self._saved("a.astype(np.float64)")
        return say("Save them with 64 bits, which rounds them: {code}.", code=code)

    def _load(self) -> str:
        if not self.member:
            return f"a = np.load({self.file!r})"
        return f"z = np.load({self.file!r}); a = z[{self.member!r}]"

    def _saved(self, made: str) -> str:
        if not self.member:
            return f"{self._load()}; np.save({f'{self.stem}_numbers.npy'!r}, {made})"
        return f"{self._load()}; np.savez({f'{self.stem}_numbers.npz'!r}, **{{**z, {self.member!r}: {made}}})"
