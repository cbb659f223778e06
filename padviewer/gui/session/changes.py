"""Sessions made from a session, by pure functions; and the undo list that they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from padviewer.core.choices.reading import Reading
from padviewer.core.choices.tensor_recipe import each
from padviewer.core.data.dataset import Dataset, Role, can_be_sequence
from padviewer.core.data.ragged import Kind
from padviewer.core.errors import ContentError
from padviewer.core.recipe import Recipe, TensorRecipe, default_transforms, safe_name
from padviewer.gui.session.state import Session
from padviewer.gui.style.words import mark, tr

KIND_WORDS: Mapping[Kind, str] = {
    "integer": mark("integer"),
    "float": mark("float"),
    "boolean": mark("boolean"),
    "text": mark("text"),
    "category": mark("category"),
}


def with_role(session: Session, dataset: Dataset, column: str, role: Role) -> Session:
    """Return the session with another role of a column; a sequence becomes a tensor of its own.

    Raises
    ------
    ContentError
        No such column, one value a row, or the last sequence.
    ChoiceError
        Two tensors whose names collide in an export.
    """
    roles = {**session.roles, column: role}
    recipe = session.recipe
    tensors = {} if recipe is None else dict(recipe.tensors)
    mine = [name for name, one in tensors.items() if (one.column or name) == column]
    tensor, looked = session.tensor, session.looked
    if role == "sequence" and not mine:
        _check_sequence(dataset, column)
        chosen = TensorRecipe(column, default_transforms(dataset[column]))
        if looked is not None and looked.column == column:
            chosen, looked = looked, None  # as it is shown, and under the same name
        else:
            tensor, looked = free_name(column, tensors), None
        tensors[tensor] = chosen
    elif role != "sequence" and mine:
        if len(tensors) == len(mine):
            raise ContentError(
                "last-sequence", tr("One column stays the sequence."), remedy=tr("Make another one it first.")
            )
        for name in mine:
            del tensors[name]
        tensor = tensor if tensor in tensors or looked is not None else next(iter(tensors))
    dataset[column]
    recipe = _with_tensors(recipe, tensors)
    if recipe is not None:
        recipe = replace(recipe, reading=_reading(session))
    return replace(session, roles=roles, recipe=recipe, tensor=tensor, looked=looked)


def looking_at(session: Session, dataset: Dataset, column: str) -> Session:
    """Return the session in which a column without a tensor is looked at; recipe and roles stay.

    It is padded on the sides of the recipe's first tensor.

    Raises as `with_role` does.
    """
    _check_sequence(dataset, column)
    recipe = session.recipe
    assert recipe is not None  # noqa: S101 - the caller looked
    first = next(iter(recipe.tensors.values()))
    looked = TensorRecipe(
        column,
        default_transforms(dataset[column]),
        padding=each(first.padding)[0],
        truncating=each(first.truncating)[0],
        mode=each(first.mode)[0],
    )
    made = replace(session, tensor=free_name(column, recipe.tensors), looked=looked)
    made.planned  # noqa: B018 - names that would collide in an export are refused here
    return made


def with_recipe(
    session: Session,
    dataset: Dataset,
    recipe: Recipe,
    roles: Mapping[str, Role] | None = None,
    tensor: str = "",
) -> Session:
    """Return the session with another recipe; its columns become the sequences.

    `roles` are those of the other columns (None: as they are); `tensor` is shown where the recipe has it.

    Raises
    ------
    ContentError
        A column that this dataset does not have.
    """
    columns = [recipe.column(name) for name in recipe.tensors]
    for column in columns:
        dataset[column]
    all_roles: dict[str, Role] = {
        name: "ignored" if role == "sequence" else role
        for name, role in {**session.roles, **(roles or {})}.items()
        if name in dataset.data
    }
    all_roles.update(dict.fromkeys(columns, "sequence"))
    shown = tensor if tensor in recipe.tensors else next(iter(recipe.tensors))
    recipe = replace(recipe, reading=_reading(session))
    return replace(session, recipe=recipe, roles=all_roles, tensor=shown, looked=None)


def with_number(session: Session, tensor: str) -> Session:
    """Return the session with maxlen 1 for a tensor whose rows have no steps to take it from."""
    return with_choices(session, tensor, maxlen=1)


def with_choices(session: Session, tensor: str, **choices: Any) -> Session:
    """Return the session with other choices of a tensor, which may be the one that is only looked at.

    Raises
    ------
    ChoiceError
        A choice that cannot be.
    """
    if session.looked is not None and tensor == session.tensor:
        return replace(session, looked=replace(session.looked, **choices))
    recipe = session.recipe
    assert recipe is not None  # noqa: S101 - its tensor was planned
    return replace(session, recipe=recipe.with_tensor(tensor, **choices))


def with_empty_rows(session: Session, empty: str) -> Session:
    """Return the session whose recipe keeps, or leaves out, the rows in which no tensor has a step."""
    recipe = session.recipe
    assert recipe is not None  # noqa: S101 - the caller looked
    return replace(session, recipe=replace(recipe, rows=replace(recipe.rows, empty=empty)))


def free_name(column: str, tensors: Mapping[str, TensorRecipe]) -> str:
    """Return a tensor name for a column that no other tensor has."""
    name = safe_name(column)
    while name in tensors:
        name += "_"
    return name


def name_of(path: str) -> str:
    """Return a file's name without its folder."""
    return Path(path).name


def _check_sequence(dataset: Dataset, column: str) -> None:
    if not can_be_sequence(dataset[column]):
        raise ContentError(
            "not-a-sequence",
            tr(
                "“{column}” holds one {kind} value a row, no sequence.",
                column=column,
                kind=tr(KIND_WORDS[dataset[column].kind]),
            ),
        )


def _reading(session: Session) -> Reading:
    """Return how the open file is read, where that was said."""
    return Reading() if session.source is None else Reading.of(session.source.options)


def _with_tensors(recipe: Recipe | None, tensors: Mapping[str, TensorRecipe]) -> Recipe | None:
    """Return the recipe with these tensors, and of what was fitted what is still theirs."""
    if recipe is None:
        return Recipe(tensors) if tensors else None
    fitted = {name: one for name, one in recipe.fitted.items() if tensors.get(name) == recipe.tensors[name]}
    return replace(recipe, tensors=tensors, fitted=fitted)


@dataclass(frozen=True)
class History:
    """What can be undone and done again.

    Parameters
    ----------
    done, undone : tuple of (str, Session)
        What undo takes back and what redo does again: a change's name and the session on its other side,
        the next one last.
    """

    done: tuple[tuple[str, Session], ...] = ()
    undone: tuple[tuple[str, Session], ...] = ()


class Undo:
    """The history of one open file."""

    def __init__(self) -> None:
        self._history = History()
        self._before_gesture: Session | None = None
        self._held: tuple[Session, History] | None = None

    @property
    def undo_name(self) -> str:
        """What undo would take back; empty for nothing."""
        return self._history.done[-1][0] if self._history.done else ""

    @property
    def redo_name(self) -> str:
        """What redo would do again; empty for nothing."""
        return self._history.undone[-1][0] if self._history.undone else ""

    def names(self) -> tuple[str, ...]:
        """Return the names of all changes in the order in which they are made: those done, those undone."""
        done = (name for name, _ in self._history.done)
        return (*done, *(name for name, _ in reversed(self._history.undone)))

    @property
    def at(self) -> int:
        """How many of `names` are done."""
        return len(self._history.done)

    def clear(self) -> None:
        """Forget everything: another file was opened."""
        self._history, self._before_gesture, self._held = History(), None, None

    # -- changes ---------------------------------------------------------------------------------
    def record(self, name: str, before: Session) -> None:
        """Remember the session before a change called `name`; in a gesture, its end does."""
        if self._before_gesture is None:
            self._history = History((*self._history.done, (name, before)))

    def begin(self, now: Session) -> None:
        """From now on changes are one step, until `end` or `cancel`."""
        if self._before_gesture is None:
            self._before_gesture = now

    def end(self, name: str, now: Session) -> None:
        """Make what changed since `begin` one step."""
        before, self._before_gesture = self._before_gesture, None
        if before is None or same_choices(before, now):
            return
        was_held = self.holds(now)
        self.record(name, before)
        if was_held:
            self.hold(now)

    def cancel(self, now: Session) -> Session:
        """Return the session before the gesture; `now` where there is none."""
        before, self._before_gesture = self._before_gesture, None
        return now if before is None else replace(before, source=now.source)

    def undo(self, now: Session) -> Session:
        """Return the session before the gesture that is under way, or else before the last change."""
        if self._before_gesture is not None:
            return self.cancel(now)
        if not self._history.done:
            return now
        *done, (name, before) = self._history.done
        self._history = History(tuple(done), (*self._history.undone, (name, now)))
        return replace(before, source=now.source)

    def redo(self, now: Session) -> Session:
        """Return the session that the last `undo` left."""
        if self._before_gesture is not None or not self._history.undone:
            return now
        *undone, (name, after) = self._history.undone
        self._history = History((*self._history.done, (name, now)), tuple(undone))
        return replace(after, source=now.source)

    def travel(self, now: Session, to: int) -> Session:
        """Return the session in which the first `to` of `names` are done; a gesture is taken back first.

        Parameters
        ----------
        now : Session
        to : int
            0 to the number of names; what lies beyond means the nearest of them.
        """
        now = self.cancel(now)
        to = min(max(to, 0), len(self.names()))
        while self.at > to:
            now = self.undo(now)
        while self.at < to:
            now = self.redo(now)
        return now

    # -- the last session that held --------------------------------------------------------------
    def hold(self, now: Session) -> None:
        """Remember that `now` has a plan, and the list that belongs to it."""
        self._held = (now, self._history)

    def holds(self, now: Session) -> bool:
        """Whether `now` is the last that had a plan."""
        return self._held is not None and same_choices(self._held[0], now)

    @property
    def held(self) -> Session | None:
        """The last session that had a plan."""
        return None if self._held is None else self._held[0]

    def restore(self, now: Session) -> Session:
        """Return the last session that had a plan, with its list: what failed is no step of redo."""
        if self._held is None:
            return now
        session, self._history = self._held
        self._before_gesture = None
        return replace(session, source=now.source)


def same_choices(one: Session, other: Session) -> bool:
    """Whether two sessions differ in nothing but how far their source has been read."""
    return replace(one, source=other.source) == other
