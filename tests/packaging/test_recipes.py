"""The recipes that other systems run are well formed and agree with each other on files, types and names."""

import ast
import plistlib
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
IDENTITY = "io.github.padviewer.padviewer"
DESKTOP = PACKAGING / f"{IDENTITY}.desktop"
METAINFO = PACKAGING / f"{IDENTITY}.metainfo.xml"
MIME = PACKAGING / f"{IDENTITY}.mime.xml"
INSTALLER = PACKAGING / "windows" / "padviewer.iss"
# As Inno Setup 6 has them
SECTIONS = {
    "Setup", "Types", "Components", "Tasks", "Dirs", "Files", "Icons", "INI", "InstallDelete", "Languages",
    "Messages", "CustomMessages", "LangOptions", "Registry", "Run", "UninstallDelete", "UninstallRun", "Code",
}  # fmt: skip
ENTRY_KEYS = {
    "Languages": {"Name", "MessagesFile"},
    "Tasks": {"Name", "Description", "GroupDescription", "Flags"},
    "Files": {"Source", "DestDir", "Flags"},
    "InstallDelete": {"Type", "Name"},
    "Icons": {"Name", "Filename", "Tasks"},
    "Registry": {"Root", "Subkey", "ValueType", "ValueName", "ValueData", "Flags"},
    "Run": {"Filename", "Description", "Flags"},
}
ENTRY = re.compile(r'(\w+): ("(?:[^"]|"")*"|[^;"]+)(?:; |$)')


def validator(name):
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"{name} is not installed")
    return program


def suffixes_of_types():
    """Return the suffixes that the MIME types name."""
    globs = ET.parse(MIME).iter("{http://www.freedesktop.org/standards/shared-mime-info}glob")  # noqa: S314 - our own
    return {one.get("pattern").removeprefix("*.") for one in globs}


# -- Linux ----------------------------------------------------------------------------------------
def test_the_desktop_entry_is_valid():
    subprocess.run([validator("desktop-file-validate"), str(DESKTOP)], check=True)


def test_the_metadata_is_valid():
    command = [validator("appstreamcli"), "validate", "--no-net", str(METAINFO)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "path", [METAINFO, MIME, ROOT / "assets" / "padviewer.svg"], ids=lambda path: path.name
)
def test_xml_is_well_formed(path):
    ET.parse(path)  # noqa: S314 - our own files
    if linter := shutil.which("xmllint"):
        subprocess.run([linter, "--noout", str(path)], check=True)


def test_the_types_are_taken_by_the_desktop(tmp_path):
    program = validator("update-mime-database")
    (tmp_path / "packages").mkdir()
    shutil.copy(MIME, tmp_path / "packages" / "padviewer.xml")
    subprocess.run([program, str(tmp_path)], check=True, capture_output=True)
    globs = (tmp_path / "globs").read_text("utf-8")
    assert {
        line.rpartition(".")[2] for line in globs.splitlines() if not line.startswith("#")
    } == suffixes_of_types()


def test_the_menu_entry_opens_every_type_that_is_declared():
    declared = set(re.findall(r'<mime-type type="([^"]+)"', MIME.read_text("utf-8")))
    offered = set(re.search(r"^MimeType=(.*)$", DESKTOP.read_text("utf-8"), re.MULTILINE)[1].split(";"))
    told = {one.text for one in ET.parse(METAINFO).iter("mediatype")}  # noqa: S314 - our own
    assert declared <= offered
    assert declared == told


# -- PyInstaller ----------------------------------------------------------------------------------
def test_the_spec_is_python_and_makes_two_programs():
    tree = ast.parse((PACKAGING / "padviewer.spec").read_text("utf-8"))
    names = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert {"Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE"} <= names
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert {"padviewer", "padviewer-console", IDENTITY} <= texts


def test_the_files_that_the_spec_names_are_there():
    for name in ("entry.py", "bundle_contents.py", "macos/document_types.plist"):
        assert (PACKAGING / name).is_file()


# -- macOS ----------------------------------------------------------------------------------------
def test_mac_types_are_the_desktops_types():
    with (PACKAGING / "macos" / "document_types.plist").open("rb") as file:
        said = plistlib.load(file)
    imported = {
        one["UTTypeIdentifier"]: one["UTTypeTagSpecification"] for one in said["UTImportedTypeDeclarations"]
    }
    offered = {name for one in said["CFBundleDocumentTypes"] for name in one["LSItemContentTypes"]}
    assert {name for name in offered if not name.startswith("public.")} == set(imported)
    suffixes = {suffix for tags in imported.values() for suffix in tags["public.filename-extension"]}
    assert suffixes == suffixes_of_types()
    types = {kind for tags in imported.values() for kind in tags["public.mime-type"]}
    assert types == set(re.findall(r'<mime-type type="([^"]+)"', MIME.read_text("utf-8")))


def test_mac_programs_may_compile():
    with (PACKAGING / "macos" / "entitlements.plist").open("rb") as file:
        assert plistlib.load(file)["com.apple.security.cs.allow-jit"] is True


# -- shells ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(("shell", "path"), [("bash", "macos/package.sh"), ("sh", "linux/install.sh")])
def test_shell_scripts_parse(shell, path):
    script = PACKAGING / path
    subprocess.run([validator(shell), "-n", str(script)], check=True)
    assert script.stat().st_mode & 0o111


def without_strings(text):
    """Return PowerShell source without comments and quoted strings."""
    return re.sub(r"#[^\n]*|'(?:[^']|'')*'|\"(?:[^\"`]|`.|\"\")*\"", "", text)


def test_the_powershell_script_is_balanced():
    text = (PACKAGING / "windows" / "package.ps1").read_text("utf-8")
    assert text.isascii()  # Windows PowerShell 5 reads a file without a mark in the old code page
    code = without_strings(text)
    assert not set(code) & {'"', "'"}
    opened = []
    for one in code:
        if one in "([{":
            opened.append(one)
        elif one in ")]}":
            assert opened.pop() + one in {"()", "[]", "{}"}
    assert opened == []
    commands = set(re.findall(r"\b([A-Z][a-z]+-[A-Z]\w+)\b", code))
    known = {"Set-StrictMode", "Set-Location", "Join-Path", "Test-Path", "Get-Command", "Write-Host"}
    assert commands == known | {"Invoke-Checked"}
    variables = {name.lower() for name in re.findall(r"\$(?!_)(\w+)", code)}
    set_here = {name.lower() for name in re.findall(r"\$(\w+)\s*(?:=|,|\n\))", code)}
    set_here |= {name.lower() for name in re.findall(r"\]\$(\w+)", code)}
    assert variables - set_here <= {"psscriptroot", "lastexitcode", "null"}


# -- Inno Setup -----------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def sections():
    """Return the installer's sections: their lines, without comments and preprocessor lines."""
    found, name = {}, None
    for line in INSTALLER.read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            name = line[1:-1]
            found[name] = []
        elif line.strip() and not line.startswith((";", "#", "  #")):
            found[name].append(line)
    return found


def test_the_installers_sections_are_known(sections):
    assert set(sections) <= SECTIONS
    assert all(sections.values())


def test_the_installers_setup_is_keys_with_values(sections):
    setup = dict(line.split("=", 1) for line in sections["Setup"])
    assert len(setup) == len(sections["Setup"])
    assert setup["AppId"] == IDENTITY
    assert {"AppName", "AppVersion", "DefaultDirName", "OutputBaseFilename"} <= set(setup)
    assert (ROOT / setup["LicenseFile"].removeprefix("{#Root}\\")).is_file()


def test_the_installers_entries_are_parameters(sections):
    for name, keys in ENTRY_KEYS.items():
        for line in sections[name]:
            parameters = ENTRY.findall(line)
            assert "; ".join(f"{key}: {value}" for key, value in parameters) == line
            assert {key for key, _ in parameters} <= keys


def test_the_installers_constants_are_defined():
    text = INSTALLER.read_text("utf-8")
    used = set(re.findall(r"\{#(\w+)\}", text))
    assert used <= {*re.findall(r"#define (\w+)", text), "Version"}


def test_the_installer_offers_the_program_for_the_desktops_types(sections):
    subkeys = re.findall(r"Classes\\\.(\w+)\\OpenWithProgids", "\n".join(sections["Registry"]))
    assert sorted(subkeys) == sorted(suffixes_of_types())
