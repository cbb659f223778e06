"""The set-up asks once for what the system misses, and knows what each level holds."""

import shlex
import subprocess
import sys
import tomllib

import pytest


@pytest.fixture
def prepare(script):
    return script("prepare")


def test_the_groups_are_in_pyproject(prepare):
    with (prepare.ROOT / "pyproject.toml").open("rb") as file:
        groups = tomllib.load(file)["dependency-groups"]
    for name in set(prepare.GROUPS.values()):
        assert prepare.group_requirements(name) == groups[name]
    assert any(one.startswith("pyinstaller") for one in prepare.group_requirements("package"))


@pytest.mark.parametrize(
    ("done", "enough_for"),
    [
        ("app", {"app"}),
        ("lint", {"app", "lint"}),
        ("test", {"app", "lint", "test"}),
        ("package", {"app", "package"}),
    ],
)
def test_a_level_serves_for_those_that_it_holds(prepare, done, enough_for):
    assert {level for level, held_by in prepare.LEVELS.items() if done in held_by} == enough_for


def test_what_is_done_is_not_done_again(prepare, monkeypatch, tmp_path):
    environment = prepare.Environment(tmp_path)
    environment.python.parent.mkdir()
    environment.python.touch()
    monkeypatch.setattr(prepare, "run", lambda _command: pytest.fail("it installs again"))
    key = prepare.fingerprint(
        "packages", str(prepare.ROOT), str(tmp_path), *map(str, prepare.sys.version_info[:2])
    )
    environment.stamp("package").write_text(key, "utf-8")
    environment.fill("package")
    environment.fill("app")


class Machine:
    """What the set-up asks of a machine, answered by the test: a Debian without anything, until told."""

    def __init__(self, prepare, monkeypatch, folder):
        self.ran = []
        self.root, self.programs = False, {"apt-get", "sudo"}
        self.venv, self.unknown_packages = False, set()
        self.missing = {
            *prepare.OFFSCREEN_LIBRARIES.values(),
            *prepare.X11_LIBRARIES.values(),
            *prepare.WAYLAND_LIBRARIES.values(),
        }
        self.fonts = folder / "fonts"
        self.fonts.mkdir()
        self.prepare = prepare
        self.environment = prepare.Environment(folder / "venv")
        monkeypatch.setattr(prepare.os, "geteuid", lambda: 0 if self.root else 1000)
        monkeypatch.setattr(prepare.sys, "platform", "linux")
        monkeypatch.setattr(
            prepare.shutil, "which", lambda name: f"/usr/bin/{name}" if name in self.programs else None
        )
        monkeypatch.setattr(prepare, "FONT_FOLDERS", [str(self.fonts)])
        monkeypatch.setattr(prepare, "capture", self.capture)
        monkeypatch.setattr(prepare, "run", lambda command, **_more: self.ran.append(command) or 0)
        monkeypatch.delenv("DISPLAY", raising=False)
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    def capture(self, command, **_more):
        done = subprocess.CompletedProcess(command, 0, "", "")
        if self.prepare.LIBRARY_PROBE in command:
            done.stdout = "\n".join(name for name in command[3:] if name in self.missing)
        elif "import ensurepip, venv" in command:
            done.returncode = 0 if self.venv else 1
        elif command[:2] == ["apt-cache", "show"]:
            done.returncode = 100 if command[2] in self.unknown_packages else 0
        elif str(self.environment.python) in command:
            done.returncode = 1
        return done

    def asked(self, level="app"):
        """Return the words of the command that an ordinary user is told, [] where there is none."""
        try:
            self.environment.system_packages(level)
        except self.prepare.SetUpError as error:
            introduction, line = str(error).splitlines()
            return shlex.split(shlex.split(line)[-1]) if "Run this" in introduction else [introduction]
        return []


@pytest.fixture
def machine(prepare, monkeypatch, tmp_path):
    return Machine(prepare, monkeypatch, tmp_path)


@pytest.mark.parametrize("level", ["app", "lint", "test"])
def test_one_command_names_all_that_a_bare_machine_misses(machine, prepare, level):
    words = machine.asked(level)
    assert words[:3] == ["apt-get", "update", "&&"]
    packages = [
        one for one in words[3:] if one not in ("apt-get", "install", "-y", "--no-install-recommends")
    ]
    assert packages[0] == "python{}.{}-venv".format(*sys.version_info[:2])
    assert set(packages[1:]) == {
        *prepare.OFFSCREEN_LIBRARIES,
        *prepare.X11_LIBRARIES,
        "fonts-dejavu-core",
        "fonts-inter",
        "fonts-jetbrains-mono",
    }
    assert len(packages) == len(set(packages))
    assert not machine.ran
    assert not machine.environment.folder.exists()


def test_with_what_was_asked_for_nothing_is_asked_again(machine, prepare):
    machine.venv, machine.missing = True, {*prepare.WAYLAND_LIBRARIES.values()}
    (machine.fonts / "truetype").mkdir()
    (machine.fonts / "truetype" / "DejaVuSans.TTF").touch()
    assert machine.asked("lint") == machine.asked("app") == machine.asked("test") == []


def test_what_only_a_display_needs_is_not_asked_for_without_one(machine, prepare, monkeypatch):
    machine.venv, machine.missing = True, {*prepare.X11_LIBRARIES.values()}
    (machine.fonts / "a.otf").touch()
    assert machine.asked() == []
    monkeypatch.setenv("DISPLAY", ":0")
    assert set(prepare.X11_LIBRARIES) <= set(machine.asked())
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert machine.asked() == []
    machine.missing = {"libwayland-egl.so.1"}
    assert "libwayland-egl1" in machine.asked()


def test_fonts_that_this_system_does_not_know_are_not_named(machine):
    machine.unknown_packages = {"fonts-inter"}
    assert "fonts-inter" not in machine.asked()
    machine.unknown_packages = {"fonts-inter", "libgl1"}  # no lists were fetched yet
    assert "fonts-inter" in machine.asked()


def test_root_gets_everything_in_one_go_before_anything_else(machine, prepare):
    machine.root = True
    assert machine.asked() == []
    update, install, fonts = machine.ran
    assert update[:2] == ["apt-get", "update"]
    assert {*prepare.OFFSCREEN_LIBRARIES, *prepare.X11_LIBRARIES, "fonts-dejavu-core"} <= set(install)
    assert set(prepare.FONTS) <= set(fonts)


def test_other_systems_are_left_to_the_probe_of_qt(machine, prepare):
    machine.programs, machine.venv = set(), True
    assert machine.asked() == []
    machine.venv = False
    with pytest.raises(prepare.SetUpError, match="Install what Debian calls: python"):
        machine.environment.system_packages("app")


def test_a_ready_environment_is_not_probed_again(machine, prepare, monkeypatch):
    environment = machine.environment
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    environment.stamp("app").write_text(environment.key(), "utf-8")
    environment.stamp("qt").write_text(prepare.fingerprint("qt", ""), "utf-8")
    monkeypatch.setattr(prepare, "capture", lambda *_all, **_more: pytest.fail("it probes again"))
    assert machine.asked() == []


def test_a_library_that_ends_the_probe_is_the_only_one_that_counts_as_missing(prepare, monkeypatch):
    def capture(command, **_more):
        died = "libBad.so.1" in command
        return subprocess.CompletedProcess(command, -11 if died else 0, "", "")

    monkeypatch.setattr(prepare, "capture", capture)
    assert prepare.not_loaded({"good": "libGood.so.1", "bad": "libBad.so.1"}) == ["bad"]


@pytest.mark.skipif(sys.platform != "linux", reason="names libraries of Linux")
def test_the_probe_tells_a_library_that_is_there_from_one_that_is_not(prepare):
    assert prepare.not_loaded({"there": "libc.so.6", "none": "libno-such-thing.so.9"}) == ["none"]


NO_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>"""


@pytest.mark.skipif(sys.platform != "linux", reason="fontconfig is Linux's")
def test_the_probe_of_qt_sees_that_there_is_no_font(prepare, tmp_path):
    (tmp_path / "fonts.conf").write_text(NO_FONTS.format(folder=tmp_path), "utf-8")
    none = {"QT_QPA_PLATFORM": "offscreen", "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    probe = prepare.capture([sys.executable, "-c", prepare.QT_PROBE], **none)
    assert (probe.returncode, probe.stderr.strip()) == (1, "Qt finds no font")


def test_pip_shows_what_it_does(machine, monkeypatch):
    environment = machine.environment
    monkeypatch.setattr(environment, "make", environment.folder.mkdir)
    environment.fill("app")
    assert machine.ran
    assert not any(word in ("--quiet", "-q") for command in machine.ran for word in command)
