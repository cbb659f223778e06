"""What stays out of the bundle, and that nothing the program needs does."""

import ast

import pytest

KEPT = [
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so",
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
    "PySide6/Qt/plugins/imageformats/libqsvg.so",
    "PySide6/Qt/translations/qtbase_de.qm",
    "PySide6/Qt/lib/libQt6Core.so.6",
    "pyarrow/libarrow.so.2600",
    "pyarrow/libarrow_substrait.so.2600",
    "pyarrow/_parquet.cpython-311-x86_64-linux-gnu.so",
    "padviewer/_assets/samples/reviews.parquet",
    "llvmlite/binding/libllvmlite.so",
]
LEFT_OUT = [
    "PySide6/Qt/plugins/platforms/libqeglfs.so",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
    "PySide6\\plugins\\tls\\qopensslbackend.dll",
    "PySide6/Qt/translations/qtbase_fr.qm",
    "PySide6/Qt/translations/designer_de.qm",
    "PySide6/Qt/qml/QtQuick/qmldir",
    "pyarrow/libarrow_flight.so.2600",
    "pyarrow/libarrow_s3.so.2600",
    "pyarrow/_flight.cpython-311-x86_64-linux-gnu.so",
    "pyarrow/include/arrow/api.h",
    "pyarrow/lib.pxd",
]


@pytest.mark.parametrize("name", KEPT)
def test_kept(script, name):
    assert script("bundle_contents").is_wanted(name)


@pytest.mark.parametrize("name", LEFT_OUT)
def test_left_out(script, name):
    assert not script("bundle_contents").is_wanted(name)


def test_libraries_that_only_a_dropped_plugin_needed_go(script):
    entries = [
        ("PySide6/QtCore.abi3.so", "/site/QtCore.abi3.so", "EXTENSION"),
        ("PySide6/Qt/lib/libQt6Core.so.6", "/site/libQt6Core.so.6", "BINARY"),
        ("PySide6/Qt/lib/libQt6Network.so.6", "/site/libQt6Network.so.6", "BINARY"),
        ("libcairo.so.2", "/usr/lib/libcairo.so.2", "BINARY"),
        ("libpython3.11.so.1.0", "/usr/lib/libpython3.11.so.1.0", "BINARY"),
    ]
    needs = {"/site/QtCore.abi3.so": {"libQt6Core.so.6", "libc.so.6"}}
    kept = script("bundle_contents").still_needed(entries, lambda path: needs.get(path, ()))
    assert [entry[0] for entry in kept] == [
        "PySide6/QtCore.abi3.so",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "libpython3.11.so.1.0",
    ]


def test_links_to_what_was_dropped_go(script):
    there = [("a/libone.so", "/x/libone.so", "BINARY")]
    links = [
        ("libone.so", "a/libone.so", "SYMLINK"),
        ("b/libone.so", "../a/libone.so", "SYMLINK"),
        ("libtwo.so", "a/libtwo.so", "SYMLINK"),
        ("note.txt", "/x/note.txt", "DATA"),
    ]
    kept = script("bundle_contents").without_dangling_links(links, there)
    assert [entry[0] for entry in kept] == ["libone.so", "b/libone.so", "note.txt"]


def test_the_program_files_are_all_there(script, tmp_path):
    root = script("package").ROOT
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "Inter-Regular.otf").touch()
    pairs = script("bundle_contents").program_files(root, tmp_path)
    held = {f"{folder}/{file.replace(chr(92), '/').rsplit('/', 1)[1]}" for file, folder in pairs}
    assert held == {
        "padviewer/_assets/fonts/Inter-Regular.otf",
        *(f"padviewer/_assets/{name}" for name in script("package").wanted_assets()),
        *(f"padviewer/_docs/{name}" for name in script("package").pages()),
    }
    assert "padviewer/_docs/findings/README.md" in held


def test_nothing_that_the_program_imports_is_excluded(script):
    contents = script("bundle_contents")
    imported = set()
    for path in (script("package").ROOT / "padviewer").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add(node.module)
    excluded = {
        name for name in imported for out in contents.EXCLUDED_MODULES if f"{name}.".startswith(f"{out}.")
    }
    assert {name.split(".")[0] for name in excluded} <= {"keras", "tensorflow", "h5py"}
