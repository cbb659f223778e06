"""Install the peers of the group `bench` that are not there; without them the benchmarks run all the same."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def missing() -> list[str]:
    """Return the requirements whose package cannot be found."""
    with PROJECT.open("rb") as file:
        group: list[str] = tomllib.load(file)["dependency-groups"]["bench"]
    return [one for one in group if importlib.util.find_spec(re.split(r"[^\w-]", one)[0]) is None]


def main() -> None:
    """Install them one by one, and name those that cannot be had."""
    for requirement in missing():
        print(f"installing {requirement}, a peer to measure against", file=sys.stderr, flush=True)
        command = [sys.executable, "-m", "pip", "install", "--quiet", requirement]
        if subprocess.run(command, stdout=sys.stderr, check=False).returncode != 0:
            print(f"{requirement} cannot be installed; the benchmarks run without it", file=sys.stderr)


if __name__ == "__main__":
    main()
