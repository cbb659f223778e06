"""Transform: a row-local change of a column before padding."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any, ClassVar, Protocol, Self, runtime_checkable

from padviewer.core.data.ragged import Ragged
from padviewer.core.finding import Finding


@runtime_checkable
class Transform(Protocol):
    """A row-local change: ``transform(x[a:b])`` equals ``transform(x)[a:b]``.

    A transform is a frozen dataclass whose fields are its choices. `fit` turns a choice that needs the
    whole column (a vocabulary) into a concrete one and is idempotent; most return themselves.
    """

    name: ClassVar[str]

    @property
    def fitted(self) -> bool:
        """Whether `transform` can run."""
        ...

    def fit(self, column: Ragged) -> Self:
        """Return the concrete transform for this column."""
        ...

    def fit_pieces(self, pieces: Iterable[Ragged]) -> Self:
        """Return `fit`'s answer for the column that `pieces`, at least one, make together."""
        ...

    def chosen(self) -> Self:
        """Return the transform as it was chosen, without what was fitted."""
        ...

    def transform(self, rows: Ragged) -> Ragged:
        """Return the changed rows."""
        ...

    def findings(self, rows: Ragged, changed: Ragged) -> tuple[Finding, ...]:
        """Return what is worth knowing about `rows` becoming `changed` (counts of these rows alone)."""
        ...

    def to_table(self) -> dict[str, Any]:
        """Return the choices as a TOML table, ``kind`` included."""
        ...


class Ready(ABC):
    """What a transform without anything to fit has: it is itself at once."""

    @property
    def fitted(self) -> bool:
        """Always: there is nothing to fit."""
        return True

    @abstractmethod
    def fit(self, column: Ragged) -> Self:
        """Return itself, or raise ContentError where the column is none for it."""

    def fit_pieces(self, pieces: Iterable[Ragged]) -> Self:
        """Return itself, or raise ContentError where the column is none for it."""
        return self.fit(next(iter(pieces)))

    def chosen(self) -> Self:
        """Return itself."""
        return self
