"""The commands that start a child: this program again, in a bundle, or under another Python."""

import os
import subprocess
import sys
from pathlib import Path

from padviewer.gui.tasks import child as worker_child
from padviewer.gui.tasks.child import child_command


def test_a_child_is_this_program_again(monkeypatch):
    assert child_command("data") == [sys.executable, "-m", "padviewer", "--worker", "data"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command("data") == [sys.executable, "--worker", "data"]
    other = child_command("model", "/opt/keras/bin/python")
    assert (other[0], other[-2:]) == ("/opt/keras/bin/python", ["--worker", "model"])


def test_another_interpreter_runs_this_program_beside_its_own_libraries(tmp_path):
    elsewhere = tmp_path / "padviewer"  # another PadViewer, installed there
    elsewhere.mkdir()
    (elsewhere / "__init__.py").write_text("raise ImportError('the wrong one')", "utf-8")
    program = child_command("model", sys.executable)[2].replace(
        "from padviewer.cli import main\nsys.exit(main())",
        "import padviewer.workers.protocol as p; print(p.__file__); print(*sys.path, sep='\\n')",
    )

    def run(code):
        environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
        command = [sys.executable, "-c", code]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout.splitlines()

    file, *path = run(program)
    root = Path(worker_child.__file__).resolve().parents[3]
    assert Path(file) == root / "padviewer" / "workers" / "protocol.py"
    assert str(tmp_path) in path
    assert path == run("import sys; print(*sys.path, sep='\\n')")


def test_a_bundle_on_windows_has_children_with_streams(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "executable", "padviewer.exe")
    assert child_command("data") == ["padviewer-console.exe", "--worker", "data"]
