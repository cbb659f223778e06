"""The Linux bundle is installed whole and goes without a trace; what is not PadViewer's stays."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
IDENTITY = "io.github.padviewer.padviewer"
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="install.sh is for Linux")


@pytest.fixture
def bundle(script, tmp_path):
    """Return a bundle whose programs are shell scripts that say their own path."""
    folder = tmp_path / "unpacked" / "padviewer"
    (folder / "_internal").mkdir(parents=True)
    for name in ("padviewer", "padviewer-console"):
        (folder / name).write_text('#!/bin/sh\necho "$0 $*"\n', "utf-8")
        (folder / name).chmod(0o755)
    (folder / "_internal" / "lib.so").symlink_to("liba.so")
    script("package").add_desktop_files(folder)
    return folder


def install(bundle, *words, home=None):
    return subprocess.run(
        ["/bin/sh", str(bundle / "install.sh"), *words],
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "HOME": str(home or bundle.parent)},
        check=False,
    )


def files(folder):
    caches = ("mime", "mimeinfo.cache", "icon-theme.cache")  # written by the desktop's own programs
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if (path.is_file() or path.is_symlink()) and not any(part in caches for part in path.parts)
    )


def test_installed_started_and_gone(bundle, tmp_path):
    prefix = tmp_path / "home" / ".local"
    done = install(bundle, home=tmp_path / "home")
    assert (done.returncode, done.stderr) == (0, "")
    assert files(prefix) == sorted(
        [
            "bin/padviewer",
            "bin/padviewer-console",
            *(f"lib/padviewer/{name}" for name in files(bundle)),
            f"share/applications/{IDENTITY}.desktop",
            f"share/icons/hicolor/scalable/apps/{IDENTITY}.svg",
            f"share/metainfo/{IDENTITY}.metainfo.xml",
        ]
    )
    assert (prefix / "share" / "mime" / "packages" / f"{IDENTITY}.xml").is_file()
    assert (prefix / "lib" / "padviewer" / "_internal" / "lib.so").readlink() == Path("liba.so")
    said = subprocess.run([prefix / "bin" / "padviewer", "x"], capture_output=True, text=True, check=True)
    assert said.stdout == f"{prefix}/bin/padviewer x\n"
    assert install(bundle, "--uninstall", home=tmp_path / "home").returncode == 0
    assert files(prefix) == []
    assert not (prefix / "share" / "mime" / "packages" / f"{IDENTITY}.xml").exists()


@pytest.mark.parametrize("name", ["with space", "it's 100 %", 'a"b`c$d', "back\\slash"])
def test_the_menu_entry_names_the_program_whatever_the_path(bundle, tmp_path, name):
    prefix = tmp_path / name
    assert install(bundle, "--prefix", str(prefix)).returncode == 0
    entry = prefix / "share" / "applications" / f"{IDENTITY}.desktop"
    (line,) = [one for one in entry.read_text("utf-8").splitlines() if one.startswith("Exec=")]
    # read as the desktop entry's format says: first the string's escapes, then quotes, then field codes
    value = line.removeprefix("Exec=").replace("\\\\", "\\")
    assert value.startswith('"')
    assert value.endswith('" %f')
    quoted, at, program = value[1:-4], 0, ""
    while at < len(quoted):
        at += quoted[at] == "\\"
        program += quoted[at]
        at += 1
    assert program.replace("%%", "%") == f"{prefix}/lib/padviewer/padviewer"
    if validator := shutil.which("desktop-file-validate"):
        assert subprocess.run([validator, str(entry)], check=False).returncode == 0


def test_installed_again_nothing_old_stays(bundle, tmp_path):
    prefix = tmp_path / "prefix"
    assert install(bundle, "--prefix", str(prefix)).returncode == 0
    (prefix / "lib" / "padviewer" / "_internal" / "old.so").touch()
    assert install(bundle, f"--prefix={prefix}").returncode == 0
    assert not (prefix / "lib" / "padviewer" / "_internal" / "old.so").exists()


def test_somebody_elses_folder_is_left_alone(bundle, tmp_path):
    other = tmp_path / "prefix" / "lib" / "padviewer"
    other.mkdir(parents=True)
    (other / "mine.txt").write_text("mine", "utf-8")
    for words in ((), ("--uninstall",)):
        done = install(bundle, "--prefix", str(tmp_path / "prefix"), *words)
        assert done.returncode == 1
        assert "is no PadViewer" in done.stderr
    assert files(tmp_path / "prefix") == ["lib/padviewer/mine.txt"]


def test_somebody_elses_program_is_left_alone(bundle, tmp_path):
    (tmp_path / "prefix" / "bin").mkdir(parents=True)
    (tmp_path / "prefix" / "bin" / "padviewer").write_text("another", "utf-8")
    done = install(bundle, "--prefix", str(tmp_path / "prefix"))
    assert done.returncode == 1
    assert "another program" in done.stderr
    assert files(tmp_path / "prefix") == ["bin/padviewer"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--prefix"], 2, "--prefix needs a folder"),
        (["--prefix", ""], 2, "A folder to install below is needed"),
        (["--prefix", "/"], 2, "A folder to install below is needed"),
        (["--remove"], 2, "not “--remove”"),
    ],
)
def test_words_that_make_no_sense(bundle, words, code, said):
    done = install(bundle, *words)
    assert done.returncode == code
    assert said in done.stderr


def test_an_installed_bundle_does_not_install_itself(bundle, tmp_path):
    prefix = tmp_path / "prefix"
    install(bundle, "--prefix", str(prefix))
    installed = prefix / "lib" / "padviewer"
    before = files(installed)
    done = install(installed, "--prefix", str(prefix))
    assert done.returncode == 1
    assert "installed in" in done.stderr
    assert files(installed) == before
    assert install(installed, "--prefix", str(prefix), "--uninstall").returncode == 0
    assert files(prefix) == []
