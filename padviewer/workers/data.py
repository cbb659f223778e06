"""The data child: reads files into a store, prepares columns, exports; it may be killed at any time."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from padviewer.workers.protocol import Connection, Message, serve
from padviewer.workers.said import said_of

if TYPE_CHECKING:
    from padviewer.core.data.dataset import Dataset
    from padviewer.core.recipe import Recipe
    from padviewer.core.store.folder import Commit
    from padviewer.core.store.lease import Lease

NICENESS = 5
EVERY = 0.05
_held: list[Lease] = []  # what the last request opened, until the next request: the window holds it by then


class Sha256Beside:
    """A sha256 that is counted in another thread while the next bytes are made.

    Parameters
    ----------
    pool : ThreadPoolExecutor
        The thread.
    """

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        self._pool = pool
        self._hash = hashlib.sha256()
        self._running: Future[None] | None = None

    def update(self, data: memoryview, /) -> None:
        """Take the next bytes; `data` must stay as it is until the next call."""
        self._wait()
        self._running = self._pool.submit(self._hash.update, data)

    def hexdigest(self) -> str:
        """Return the hash of all bytes so far, as hexadecimal digits."""
        self._wait()
        return self._hash.hexdigest()

    def _wait(self) -> None:
        if self._running is not None:
            self._running.result()
            self._running = None


def warm(_: Message, __: Connection) -> dict[str, str]:
    """Import what opening a file needs, and return the libraries' versions."""
    from padviewer.core.warm import warm_up

    return warm_up()


def open_file(args: Message, connection: Connection) -> dict[str, Any]:
    """Read ``path`` with ``options`` (fields of ReadOptions) into a store.

    Events ``piece``: store, generation, rows, complete, columns, at every commit. The answer has findings,
    format and guessed as well. ``cap``: bytes of all stores.
    """
    from padviewer.core.store.fill import read_into_store
    from padviewer.core.store.folder import open_store
    from padviewer.core.store.room import CAP

    _let_go()

    def announce(commit: Commit) -> None:
        connection.send_event(
            args["id"], "piece", **_said(commit), columns=_columns(open_store(commit.store))
        )

    commit, lease = read_into_store(
        Path(_need(args, "path")), _options(args), cap=int(args.get("cap", CAP)), announce=announce
    )
    _held.append(lease)
    dataset = open_store(commit.store)
    return {
        **_said(commit),
        "columns": _columns(dataset),
        "format": dataset.format,
        "guessed": dict(dataset.guessed),
        "findings": [finding.to_wire() for finding in dataset.findings],
    }


def try_reading(args: Message, _: Connection) -> dict[str, Any]:
    """Read ``path`` with other ``options`` and the choices of a ``recipe`` (a TOML file); nothing is kept.

    The answer: ``findings``, what there would be to say then.
    """
    from dataclasses import fields

    from padviewer.core.reading_trial import findings_when_read
    from padviewer.core.recipe import Recipe

    options = _options(args)
    said = {one.name: getattr(options, one.name) for one in fields(options)}
    found = findings_when_read(Path(_need(args, "path")), said, Recipe.load(_need(args, "recipe")))
    return {"findings": [finding.to_wire() for finding in found]}


def prepare(args: Message, connection: Connection) -> dict[str, Any]:
    """Fit the transforms of the ``recipe`` (a TOML file) on ``rows`` of ``store`` and prepare its columns.

    Events ``progress``: done, total, in rows. The answer: ``recipe``, the fitted recipe's TOML in ``folder``
    (a private folder of the window; tensors whose sizes cannot be fitted are fitted for maxlen 1 there),
    ``derived``: the key in the store for every tensor that has transforms, ``findings``.
    """
    from padviewer.core.recipe import Recipe

    _let_go()
    folder = Path(_need(args, "folder"))
    recipe = Recipe.load(_need(args, "recipe"))
    with_transforms, prepared, keys, _ = _prepared(recipe, args, connection)
    target = folder / f"fitted-{args['id']}.toml"
    _with_sizes(with_transforms, prepared).save(target)
    return {
        "recipe": str(target),
        "derived": keys,
        "rows": len(prepared),
        "findings": [finding.to_wire() for finding in prepared.findings],
    }


def export(args: Message, connection: Connection) -> Any:
    """Export ``store`` as the ``recipe`` (a TOML file) says to ``destination``; a store must be complete.

    ``roles``: by column, where they differ from what the reader guessed. ``replace``: whether what is there
    may be replaced though no export of ours wrote it.
    Events ``progress``: done, total. The answer is `Written.to_json` with findings as `Finding.to_wire`.
    """
    from padviewer.core.choices.fitting import fit_sizes
    from padviewer.core.errors import ContentError
    from padviewer.core.export import export as export_plan
    from padviewer.core.padding.plan import resolve
    from padviewer.core.recipe import Recipe
    from padviewer.core.sentence import say
    from padviewer.core.store.room import identity_when_read

    _let_go()
    recipe, prepared, _, source = _prepared(Recipe.load(_need(args, "recipe")), args, connection)
    if not prepared.complete:
        raise ContentError(
            "still-reading", say("The file is still being read."), where=str(source.path or ""),
            remedy=say("Export when all rows are there."),
        )  # fmt: skip
    plan = resolve(fit_sizes(recipe, prepared), prepared)
    with ThreadPoolExecutor(1, "sha256") as pool:
        written = export_plan(
            plan,
            Path(_need(args, "destination")),
            source=source.path,
            known=None if source.path is None else identity_when_read(Path(args["store"]), source.path),
            replace=bool(args.get("replace", False)),
            progress=_progress(args, connection, "progress"),
            hasher=partial(Sha256Beside, pool),
        )
    return {**written.to_json(), "findings": [finding.to_wire() for finding in written.findings]}


def tidy(args: Message, _: Connection) -> None:
    """Remove what the child with ``pid`` left, which was killed while it ran ``op`` with ``args``."""
    from padviewer.core.store.room import Room

    Room().sweep()
    if args.get("op") == "export":
        from padviewer.core.files.leftovers import remove_leftovers

        destination = Path(_need(_need(args, "args"), "destination"))
        folder = destination.resolve().parent
        if folder.is_dir():
            remove_leftovers(folder, int(_need(args, "pid")))


def _prepared(
    recipe: Recipe, args: Message, connection: Connection
) -> tuple[Recipe, Dataset, dict[str, str], Dataset]:
    """Return the recipe with fitted transforms, its prepared columns, their keys, and the source."""
    from padviewer.core.choices.fitting import fit_transforms
    from padviewer.core.choices.fitting import prepare as prepare_columns
    from padviewer.core.choices.recipe_file import transforms_key
    from padviewer.core.store.derived import DerivedColumns
    from padviewer.core.store.folder import open_store
    from padviewer.core.store.room import CAP, hold

    store = Path(_need(args, "store"))
    lease = hold(store)
    if lease is not None:
        _held.append(lease)
    rows = args.get("rows")
    source = open_store(store, rows)
    source = replace(source, roles={**source.roles, **args.get("roles", {})})
    kept = DerivedColumns(store, rows, cap=int(args.get("cap", CAP)))
    fitted = fit_transforms(recipe, source)
    keys = {
        name: transforms_key(recipe.column(name), entry.transforms, recipe.rows)
        for name, entry in fitted.fitted.items()
        if entry.transforms
    }
    prepared = prepare_columns(fitted, source, kept, _progress(args, connection, "preparing"))
    return fitted, prepared, keys, source


def _with_sizes(recipe: Recipe, prepared: Dataset) -> Recipe:
    """Fit the sizes too, tensor by tensor: a maxlen that does not suit must not hide the transforms."""
    from padviewer.core.choices.fitting import fit_sizes
    from padviewer.core.errors import ContentError
    from padviewer.core.recipe import TensorRecipe

    for name, choice in recipe.tensors.items():
        alone = replace(recipe, tensors={name: choice}, fitted={name: recipe.fitted[name]})
        try:
            alone = fit_sizes(alone, prepared)
        except ContentError:
            neutral = TensorRecipe(choice.column, choice.transforms, maxlen=1)
            alone = fit_sizes(replace(alone, tensors={name: neutral}), prepared)
        recipe = replace(
            recipe,
            tensors={**recipe.tensors, name: alone.tensors[name]},
            fitted={**recipe.fitted, name: alone.fitted[name]},
        )
    return recipe


def _options(args: Message) -> Any:
    from padviewer.core.errors import ChoiceError
    from padviewer.core.readers import ReadOptions
    from padviewer.core.sentence import say

    try:
        return ReadOptions(**args.get("options", {}))
    except TypeError as error:
        what = say("There is no such option for reading: {error}.", error=str(error))
        raise ChoiceError("options", what) from error


def _said(commit: Commit) -> dict[str, Any]:
    return {
        "store": str(commit.store),
        "generation": commit.generation,
        "rows": commit.rows,
        "complete": commit.complete,
    }


def _columns(dataset: Dataset) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "kind": column.kind,
            "dtype": column.dtype,
            "ragged_axes": column.ragged_axes,
            "inner_shape": list(column.inner_shape),
        }
        for name, column in dataset.data.items()
    ]


def _progress(args: Message, connection: Connection, name: str) -> Callable[[int, int], None]:
    """Return a function that sends events, at most 20 a second; the last one always."""
    last = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= EVERY or done >= total:
            last = now
            connection.send_event(args["id"], name, done=int(done), total=int(total))

    return progress


def _need(args: Message, key: str) -> Any:
    from padviewer.core.errors import ChoiceError
    from padviewer.core.sentence import say

    if key not in args:
        raise ChoiceError(key, say("The request needs {key}.", key=key))
    return args[key]


def _let_go() -> None:
    while _held:
        _held.pop().release()


HANDLERS = {
    "warm": warm,
    "open": open_file,
    "try": try_reading,
    "prepare": prepare,
    "export": export,
    "tidy": tidy,
}


def main() -> NoReturn:
    """Serve on standard input and output until the input ends, behind the window in the queue for the CPU."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    serve(HANDLERS, {"worker": "data"}, said_of)


if __name__ == "__main__":
    main()
