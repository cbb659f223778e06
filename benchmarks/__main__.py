"""`python -m benchmarks [GROUP …]`: PadViewer beside its peers, as ratios with their limits."""

from __future__ import annotations

import argparse
import importlib
import os
import subprocess
import sys

from benchmarks.measure import REPETITIONS, Report, machine

GROUPS = {
    "pad": "pad() with its mask beside memcpy, TensorFlow, torch, Keras and awkward",
    "block": "200 rows of a million, and a frame of the heatmap",
    "lengths": "ten million lengths under a moving maxlen",
    "memory": "what each check takes at one and at ten million rows",
    "opening": "a 1 GB Parquet file to its first rows, and what the event loop feels meanwhile",
    "start": "from nothing to a window that can be used",
    "views": "frames of every view over ten million rows, the search in texts",
    "export": "4 GB to .npy and .npz beside a plain write",
}


def main() -> int:
    """Run the groups, each in a process of its own so that none pays for another's memory and threads."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "groups", nargs="*", metavar="GROUP", help="; ".join(f"{g}: {w}" for g, w in GROUPS.items())
    )
    parser.add_argument(
        "--repetitions", type=int, default=REPETITIONS, help="of every candidate (default %(default)s)"
    )
    options = parser.parse_args()
    groups = options.groups or list(GROUPS)
    if unknown := sorted(set(groups) - set(GROUPS)):
        parser.error(f"there is no group {', '.join(unknown)}; the groups are {', '.join(GROUPS)}")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
    if len(groups) > 1:
        print(machine(), flush=True)
        command = [sys.executable, "-m", "benchmarks", "--repetitions", str(options.repetitions)]
        return max([subprocess.run([*command, group], check=False).returncode for group in groups])
    report = Report(groups[0], GROUPS[groups[0]])
    importlib.import_module(f"benchmarks.{groups[0]}").run(report, options.repetitions)
    report.show()
    return 0


if __name__ == "__main__":
    sys.exit(main())
