"""Presets: choices of one tensor under a name, built in or saved by the person, to give to another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from padviewer.core.choices.recipe_file import to_toml
from padviewer.core.errors import ChoiceError, ContentError, PadViewerError, PathError
from padviewer.core.files.user_folders import presets_folder
from padviewer.core.files.whole_file import refusal, write_whole
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.gui.style.words import mark, problem_words, tr

SUFFIX = ".toml"
TENSOR = "preset"
LARGEST = 1 << 16
LONGEST_NAME = 80
MOST = 500
NOT_IN_A_NAME = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f]')
DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


@dataclass(frozen=True)
class Preset:
    """Choices under a name.

    Parameters
    ----------
    name : str
        As it is shown.
    changes : mapping of str to object
        Fields of `TensorRecipe` and what they become; what is not named stays as it is. Without
        ``transforms`` those of the tensor stay, for a text needs its own to be padded at all.
    path : Path or None
        Where it is saved; None for one that comes with PadViewer.
    problem : str
        Why it cannot be used, as a sentence; empty where it can.
    """

    name: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    path: Path | None = None
    problem: str = ""

    @property
    def is_built_in(self) -> bool:
        """Whether it comes with PadViewer."""
        return self.path is None


_BUILT_IN: tuple[tuple[str, Mapping[str, Any]], ...] = (
    (
        mark("Keras pad_sequences defaults (pre/pre)"),
        {
            "padding": "pre", "truncating": "pre", "maxlen": "max",
            "value": 0, "mode": "constant", "multiple_of": 1,
        },
    ),
    (
        mark("Right-padded, p95, multiple of 8"),
        {
            "padding": "post", "truncating": "post", "maxlen": "p95",
            "mode": "constant", "multiple_of": 8,
        },
    ),
    (
        mark("Left-padded for decoders"),
        {"padding": "pre", "truncating": "pre", "mode": "constant"},
    ),
)  # fmt: skip


def built_in() -> tuple[Preset, ...]:
    """Return the presets that come with PadViewer."""
    return tuple(Preset(tr(name), changes) for name, changes in _BUILT_IN)


class Presets:
    """The presets of one person.

    Parameters
    ----------
    folder : Path or None
        Where they are saved, one file each; None: the user's own (`presets_folder`).
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or presets_folder()

    def all(self) -> tuple[Preset, ...]:
        """Return those built in, then those saved, by name; a broken one has a `problem`."""
        try:
            paths = sorted(
                (one for one in self.folder.glob(f"*{SUFFIX}") if not one.name.startswith(".")),
                key=lambda one: one.stem.casefold(),
            )
        except OSError:
            paths = []
        return (*built_in(), *(_read(path) for path in paths[:MOST]))

    def save(self, name: str, choice: TensorRecipe, *, replaces: bool = False) -> Preset:
        """Save the choices of a tensor, without its column and what was fitted.

        Parameters
        ----------
        name : str
            What the preset is called, and its file.
        choice : TensorRecipe
        replaces : bool
            Whether a preset of this name may be replaced.

        Raises
        ------
        ChoiceError
            A name that cannot be a file's, that is taken, or is one of those built in.
        PathError
            The folder or the disk refuses.
        """
        name = checked_name(name)
        taken = {one.name.casefold(): one for one in self.all()}
        same = taken.get(name.casefold())
        if same is not None and same.is_built_in:
            raise ChoiceError("name", tr("“{name}” comes with PadViewer. Give another name.", name=name))
        if same is not None and not replaces:
            raise ChoiceError("name", tr("There is a preset “{name}” already.", name=same.name))
        chosen = tuple(one.chosen() for one in choice.transforms)
        text, _ = to_toml(Recipe({TENSOR: replace(choice, column=None, transforms=chosen)}), TENSOR)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise refusal(error, self.folder) from error
        path = self.folder / f"{name}{SUFFIX}"
        write_whole(path, text.encode())
        if same is not None and same.path is not None and same.path.name != path.name:
            self.delete(same)  # the same name in other capitals
        return _read(path)

    def delete(self, preset: Preset) -> None:
        """Remove a saved preset; one that is gone already is no error.

        Raises
        ------
        ChoiceError
            It comes with PadViewer.
        PathError
            The folder refuses.
        """
        if preset.path is None:
            said = tr("“{name}” comes with PadViewer and cannot be deleted.", name=preset.name)
            raise ChoiceError("name", said)
        try:
            preset.path.unlink(missing_ok=True)
        except OSError as error:
            said = tr("The preset cannot be deleted: {reason}.", reason=error.strerror or str(error))
            raise PathError("cannot-write", said, where=str(preset.path)) from error


def apply(preset: Preset, choice: TensorRecipe) -> TensorRecipe:
    """Return the choices of a tensor with those of a preset; its column stays.

    Raises
    ------
    ChoiceError
        The two together can never be valid, such as a fill value that does not fit the dtype.
    """
    return replace(choice, **preset.changes)


def checked_name(name: str) -> str:
    """Return a name as it is saved; raises ChoiceError, field ``name``, where it cannot be a file's."""
    name = " ".join(name.split())
    if not name:
        raise ChoiceError("name", tr("A preset needs a name."))
    if len(name) > LONGEST_NAME or len(name.encode("utf-8", "replace")) > 2 * LONGEST_NAME:
        raise ChoiceError("name", tr("The name is longer than {most} characters.", most=LONGEST_NAME))
    odd = NOT_IN_A_NAME.search(name)
    if odd is not None or not name.isprintable():
        raise ChoiceError("name", tr("A name is also a file's: it cannot hold / \\ : * ? \" < > or |."))
    if name.startswith(".") or name.endswith(".") or DEVICES.fullmatch(name):
        raise ChoiceError("name", tr("“{name}” cannot be a file's name. Give another name.", name=name))
    return name


def _read(path: Path) -> Preset:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            return Preset(path.stem, path=path, problem=tr("The file is larger than any preset."))
        recipe = Recipe.from_toml(content.decode("utf-8"), _no_attachment)
        if len(recipe.tensors) != 1:
            said = tr("The file holds a recipe of several tensors, no preset. Open it as a recipe.")
            return Preset(path.stem, path=path, problem=said)
    except UnicodeDecodeError:
        return Preset(path.stem, path=path, problem=tr("The file is no text."))
    except OSError as error:
        said = tr("The file cannot be read: {reason}.", reason=error.strerror or str(error))
        return Preset(path.stem, path=path, problem=said)
    except PadViewerError as error:
        return Preset(path.stem, path=path, problem=problem_words(error))
    (choice,) = recipe.tensors.values()
    changes = {one.name: getattr(choice, one.name) for one in fields(choice) if one.name != "column"}
    if not choice.transforms:
        del changes["transforms"]
    return Preset(path.stem, changes, path)


def _no_attachment(name: str) -> bytes:
    raise ContentError("bad-recipe", tr("A preset has no files beside it; this one names {file}.", file=name))
