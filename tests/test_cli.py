"""The command: what it runs, and how every ending becomes an exit code and one line."""

import json
import os
import signal
import subprocess
import sys
import types
from pathlib import Path

import numpy as np
import pytest

import padviewer
from padviewer.cli import main
from padviewer.core.errors import Stopped

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "x.npy"
    np.save(path, np.arange(12, dtype=np.int32).reshape(3, 4))
    return path


def run_command(*words, program=("-m", "padviewer"), stdout=subprocess.PIPE, **environment):
    return subprocess.run(
        [sys.executable, "-W", "error", *program, *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.fixture
def window(monkeypatch):
    """A window that only notes how it was opened."""
    opened = []

    def run(file, **flags):
        opened.append((file, flags))
        return 7

    app = types.ModuleType("padviewer.gui.app")
    app.run = run
    import padviewer.gui

    monkeypatch.setitem(sys.modules, "padviewer.gui.app", app)
    monkeypatch.setattr(padviewer.gui, "app", app, raising=False)
    return opened


NO_FLAGS = {
    "model": None,
    "options": None,
    "recipe_for": None,
    "label": None,
    "sample": None,
    "render": None,
    "export": None,
    "force": False,
    "theme": "",
    "size": None,
}


@pytest.mark.parametrize(
    ("words", "file", "flags"),
    [
        ([], None, {}),
        (["a.jsonl"], "a.jsonl", {}),
        (["./info"], "./info", {}),
        (["--", "-odd"], "-odd", {}),
        (
            ["--sample", "reviews", "--render", "p.png", "--export", "o.npz", "--theme", "dark"],
            None,
            {"sample": "reviews", "render": "p.png", "export": "o.npz", "theme": "dark"},
        ),
        (["a.csv", "--size", "1440x900"], "a.csv", {"size": (1440, 900)}),
        (["m.keras"], None, {"model": "m.keras"}),
        (["m.keras", "a.csv", "--label", "y"], "a.csv", {"model": "m.keras", "label": "y"}),
    ],
)
def test_the_window_gets_its_flags(window, words, file, flags):
    assert main(words) == 7
    assert window == [(file, NO_FLAGS | flags)]


def test_a_window_that_cannot_be_imported_is_a_missing_extra():
    without = "import sys; sys.modules['PySide6'] = None"
    program = f"{without}\nfrom padviewer.cli import main\nraise SystemExit(main([]))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("padviewer: The window cannot be opened: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("kind", ["data", "model"])
def test_a_worker_serves_until_its_input_ends(kind):
    done = subprocess.run(
        [sys.executable, "-m", "padviewer", "--worker", kind],
        input=b"",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0
    assert json.loads(done.stdout.splitlines()[0])["worker"] == kind


def test_the_worker_is_hidden_from_the_help(capsys):
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert "--worker" not in out
    assert all(f"\n  {command} " in out for command in ("info", "stats", "pad", "check", "summary"))


@pytest.mark.parametrize("words", [["--version"], ["info", "--version"]])
def test_the_version(capsys, words):
    assert main(words) == 0
    assert capsys.readouterr().out == f"padviewer {padviewer.__version__}\n"


@pytest.mark.parametrize("command", ["info", "stats", "pad", "check", "summary"])
def test_help_documents_the_json_keys_and_exit_codes(capsys, command):
    assert main([command, "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "JSON keys: path, " in said
    assert "130 interrupted" in said


def test_the_program_s_own_words_are_taken(monkeypatch, capsys, file):
    monkeypatch.setattr(sys, "argv", ["padviewer", "info", str(file), "--json"])
    assert main() == 0
    assert json.loads(capsys.readouterr().out)["rows"] == 3


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (KeyError("x"), 1, "This is a fault of PadViewer: KeyError: 'x'. Set PADVIEWER_DEBUG=1 to see where"),
        (AssertionError(), 1, "This is a fault of PadViewer: AssertionError. "),
        (OSError("odd"), 1, "This is a fault of PadViewer: OSError: odd. "),
        (MemoryError(), 1, "There is not enough memory for this."),
        (PermissionError(13, "Permission denied", "/a\nb"), 4, "/a b: Permission denied."),
        (KeyboardInterrupt(), 130, "Interrupted."),
        (Stopped(), 130, "Stopped on request."),
    ],
)
def test_every_ending_is_one_line(monkeypatch, capsys, file, raised, code, said):
    def fail(*_args, **_options):
        raise raised

    monkeypatch.setattr("padviewer.core.opening.open_dataset", fail)
    assert main(["info", str(file), "--json"]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"padviewer: {said}")
    assert err.count("\n") == 1


@pytest.mark.parametrize(("debug", "shown"), [("1", True), ("0", False), ("", False)])
def test_the_traceback_is_there_for_who_asks(monkeypatch, capsys, file, debug, shown):
    def fail(*_args, **_options):
        raise KeyError("x")

    monkeypatch.setattr("padviewer.core.opening.open_dataset", fail)
    monkeypatch.setenv("PADVIEWER_DEBUG", debug)
    assert main(["info", str(file)]) == 1
    assert ("Traceback (most recent call last)" in capsys.readouterr().err) is shown


def test_a_closed_pipe_is_quiet(file):
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        done = run_command("info", file, stdout=closed)
        refused = run_command("check", file, "--dtype", "bool", stdout=closed)
    assert (done.returncode, done.stderr) == (0, "")
    assert (refused.returncode, refused.stderr) == (1, "")  # 2 to 11 are no bools


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_standard_output_is_said(file):
    with Path("/dev/full").open("wb") as full:
        done = run_command("info", file, "--json", stdout=full)
    assert done.returncode == 4
    assert (
        done.stderr == "padviewer: standard output: No space left on device. Check the path and the disk.\n"
    )


def test_an_interrupt_leaves_nothing(file, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    program = f"""
import os, signal, sys
from padviewer import cli
from padviewer.core.padding.plan import Plan
block = Plan.block
def interrupted(*args, **options):
    made = block(*args, **options)
    os.kill(os.getpid(), signal.{signal.SIGINT.name})
    return made
Plan.block = interrupted
sys.exit(cli.main(["pad", {str(file)!r}, "-o", {str(out / "o.npz")!r}, "--json"]))
"""
    done = run_command(program=("-c", program))
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == "padviewer: Interrupted. Nothing was left half-written.\n"
    assert list(out.iterdir()) == []


def test_a_path_and_a_table_survive_an_encoding_that_lacks_their_letters(tmp_path):
    path = tmp_path / "größe.jsonl"
    path.write_text('{"s": 1, "“q”": [1, 2]}\n{"s": 2, "“q”": [3]}\n', "utf-8")
    done = run_command("info", path, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "gr\\xf6\\xdfe.jsonl" in done.stdout
    asked = run_command("info", path, "--json", PYTHONIOENCODING="ascii")
    assert json.loads(asked.stdout)["columns"][1]["name"] == "“q”"


def test_info_of_an_array_imports_no_other_library(file):
    program = f"""
import sys
from padviewer.cli import main
main(["info", {str(file)!r}])
print(*sorted({{name.split(".")[0] for name in sys.modules}}))
"""
    modules = set(run_command(program=("-c", program)).stdout.splitlines()[-1].split())
    assert "numpy" in modules
    assert not modules & {"pandas", "pyarrow", "numba", "orjson", "platformdirs", "PySide6", "keras"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a.csv b.csv", "Give one dataset at a time, not a.csv and b.csv."),
        ("a.keras a.csv b.keras", "Give one model at a time"),
        ("a.csv r.toml --recipe s.toml", "Give one recipe at a time"),
        ("a.csv --sample reviews", "Give one of FILE and --sample, not both"),
        ("--maxlen 3", "--maxlen is about a dataset, and none is given."),
        ("m.keras --no-header", "--no-header is about a dataset, and none is given."),
        ("m.keras --export o.npz", "--export needs a dataset, and none is given."),
        ("a.csv --force", "--force is about --export and --render"),
        ("a.csv --export o.npz --theme dark", "--theme is about the window"),
        ("a.csv --export o.npz --size 9x9", "--size is about the window"),
        ("a.csv --render p.jpg", "--render: A picture is .png or .svg, not p.jpg."),
        ("a.csv --padding left", "--padding: Padding is pre, post or both, not 'left'."),
        ("stats a.csv --sample reviews", "Give one of FILE and --sample, not both"),
        ("stats a.csv --padding pre", "--padding changes no length"),
        ("stats a.csv --column x --label y", "--label changes no length"),
        ("info --sample kittens", "--sample: The samples are basics, reviews,"),
    ],
)
def test_what_would_be_ignored_is_refused(window, capsys, words, said):
    assert main(words.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"padviewer: {said}")
    assert err.count("\n") == 1
    assert window == []


def test_how_the_window_reads_and_pads_is_what_the_flags_say(window, tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text('{"a": [1, 2, 3]}\n{"a": [4]}\n', "utf-8")
    assert main([str(path), "--format", "JSON lines", "--maxlen", "2", "--padding", "pre"]) == 7
    ((file, flags),) = window
    assert file == str(path)
    assert flags["options"]["format"] == "JSON lines"
    from padviewer.core.opening import open_dataset

    recipe = flags["recipe_for"](open_dataset(path))
    assert (recipe["a"].maxlen, recipe["a"].padding, recipe["a"].truncating) == (2, "pre", "post")


def test_a_recipe_alone_opens_the_dataset_of_its_name(window, tmp_path, capsys):
    data, recipe = tmp_path / "x.jsonl", tmp_path / "x.toml"
    data.write_text('{"a": [1, 2, 3]}\n{"a": [4]}\n', "utf-8")
    assert main(["pad", str(data), "-o", str(tmp_path / "o.npz"), "--save-recipe", str(recipe)]) == 0
    assert main([str(recipe)]) == 7
    assert window[0][0] == str(data)
    assert window[0][1]["recipe_for"] is not None
    capsys.readouterr()
    (tmp_path / "x.csv").write_text("a\n1\n", "utf-8")  # two of that name: nobody knows which
    assert main([str(recipe)]) == 1
    assert "This is a recipe, and does not say which dataset it is for." in capsys.readouterr().err
    assert len(window) == 1


@pytest.mark.parametrize("words", ["info", "stats --column tokens", "check --maxlen 5", "detect"])
def test_a_sample_stands_for_a_file(capsys, words):
    command, *flags = words.split()
    assert main([command, "--sample", "reviews", *flags, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["path"].endswith("reviews.parquet")


def test_a_library_that_the_window_needs_is_named_with_its_package(monkeypatch, capsys):
    said = "libEGL.so.1: cannot open shared object file: No such file or directory"
    monkeypatch.delitem(sys.modules, "padviewer.gui.app", raising=False)
    real = __import__

    def fail(name, *args, **kwargs):
        if name == "padviewer.gui" and args[2] == ("app",):
            raise ImportError(said)
        return real(name, *args, **kwargs)

    monkeypatch.setattr("builtins.__import__", fail)
    assert main([]) == 1
    err = capsys.readouterr().err
    assert "without libEGL.so.1. On Debian and Ubuntu: sudo apt install libegl1." in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("word", ["post", "pre", "max", "constant", "refuse"])
def test_the_help_says_the_defaults(capsys, word):
    assert main(["--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert f"(default {word}" in said or f"pad_sequences of Keras: {word})" in said
