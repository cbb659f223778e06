"""What the bundle takes from the build machine: whole fonts with their licence, icons that others read."""

import struct

import pytest

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
    '<rect width="16" height="16" fill="#2A7F7F"/></svg>'
)


@pytest.fixture
def gather(script):
    return script("gather")


def install_fonts(folder, stems, licence="OFL.txt"):
    folder.mkdir(parents=True, exist_ok=True)
    for stem in stems:
        (folder / f"{stem}.otf").write_bytes(stem.encode())
    if licence:
        (folder / licence).write_text("free", "utf-8")


def test_a_whole_family_with_its_licence_is_taken(gather, monkeypatch, tmp_path):
    monkeypatch.setattr(gather, "DEBIAN_COPYRIGHT", dict.fromkeys(gather.FONTS, str(tmp_path / "none")))
    install_fonts(tmp_path / "fonts" / "inter", [*gather.FONTS["Inter"], "Inter-Thin"])
    parts = tmp_path / "parts"
    assert gather.gather_fonts(parts, (str(tmp_path / "fonts"),)) == ["Inter"]
    assert {path.stem for path in (parts / "fonts").iterdir()} == set(gather.FONTS["Inter"])
    assert (parts / "licences" / "Inter" / "OFL.txt").read_text("utf-8") == "free"


@pytest.mark.parametrize("lacking", ["a weight", "the licence"])
def test_half_a_family_is_not_taken(gather, monkeypatch, tmp_path, lacking):
    monkeypatch.setattr(gather, "DEBIAN_COPYRIGHT", dict.fromkeys(gather.FONTS, str(tmp_path / "none")))
    stems = gather.FONTS["Inter"][:-1] if lacking == "a weight" else gather.FONTS["Inter"]
    install_fonts(tmp_path / "fonts", stems, "" if lacking == "the licence" else "OFL.txt")
    assert gather.gather_fonts(tmp_path / "parts", (str(tmp_path / "fonts"),)) == []
    assert not (tmp_path / "parts").exists()


def test_debian_names_the_common_licence(gather, monkeypatch, tmp_path):
    common = tmp_path / "common-licenses"
    common.mkdir()
    for name in ("Apache-2.0", "GPL-3", "BSD"):
        (common / name).write_text(name, "utf-8")
    said = tmp_path / "copyright"
    said.write_text(
        "see `/usr/share/common-licenses/Apache-2.0'. debian/*: `/usr/share/common-licenses/GPL-3'.", "utf-8"
    )
    monkeypatch.setattr(gather, "COMMON_LICENCES", common)
    monkeypatch.setattr(gather, "DEBIAN_COPYRIGHT", {"Inter": str(said)})
    found = gather.font_licences("Inter", tmp_path / "Inter-Regular.otf")
    assert found == [said, common / "Apache-2.0"]


def test_licences_of_what_is_installed(gather, tmp_path):
    without = gather.gather_licences(tmp_path, ("numpy", "orjson", "platformdirs"))
    assert without == []
    assert "MIT License" in (tmp_path / "licences" / "PadViewer" / "LICENSE").read_text("utf-8")
    for name in ("numpy", "orjson", "platformdirs"):
        assert any(path.stat().st_size > 500 for path in (tmp_path / "licences" / name).iterdir())


def test_files_of_one_name_are_all_kept(gather, tmp_path):
    for folder, text in (("a", "one"), ("b", "two"), ("c", "one")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "LICENSE.txt").write_text(text, "utf-8")
    gather._copy_all([tmp_path / name / "LICENSE.txt" for name in "abc"], tmp_path / "all")
    kept = {path.name: path.read_text("utf-8") for path in (tmp_path / "all").iterdir()}
    assert kept == {"LICENSE.txt": "one", "LICENSE-2.txt": "two"}


def test_system_libraries_bring_what_debian_says_of_them(gather, tmp_path):
    import shutil

    library = next(iter(sorted(gather.Path("/usr/lib").glob("*/libstdc++.so.6"))), None)
    if shutil.which("dpkg-query") is None or library is None:
        pytest.skip("no Debian, or no libstdc++, here")
    packages = gather.gather_system_licences([library, tmp_path / "ours.so"], tmp_path)
    assert packages == {"libstdc++6"}
    assert "GCC" in (tmp_path / "system" / "libstdc++6").read_text("utf-8")


def test_nothing_of_the_system_nothing_asked(gather, tmp_path):
    assert gather.gather_system_licences([tmp_path / "ours.so"], tmp_path) == set()
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def svg(tmp_path):
    path = tmp_path / "icon.svg"
    path.write_text(SVG, "utf-8")
    return path


def test_windows_icon_is_read_by_qt(gather, qapp, svg, tmp_path):
    from PySide6.QtGui import QColor, QIcon, QImage

    icon = tmp_path / "icon.ico"
    icon.write_bytes(gather.pack_ico({side: gather.draw_icon(svg, side) for side in (16, 48, 256)}))
    assert sorted(size.width() for size in QIcon(str(icon)).availableSizes()) == [16, 48, 256]
    assert QColor(QImage(str(icon)).pixel(3, 3)) == QColor("#2A7F7F")


def test_mac_icon_holds_what_its_table_says(gather, qapp, svg):
    from PySide6.QtGui import QImage

    icon = gather.pack_icns({side: gather.draw_icon(svg, side) for side in gather.ICNS_TYPES.values()})
    assert icon[:4] == b"icns"
    assert struct.unpack(">I", icon[4:8]) == (len(icon),)
    at, sides = 8, {}
    while at < len(icon):
        length = struct.unpack(">I", icon[at + 4 : at + 8])[0]
        sides[icon[at : at + 4]] = QImage.fromData(icon[at + 8 : at + length]).width()
        at += length
    assert sides == gather.ICNS_TYPES
