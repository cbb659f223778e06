"""The limits: what passes, what is refused, and a machine that does not say what it has."""

import os

import psutil
import pytest

from padviewer.core.errors import UnsafeError
from padviewer.core.readers import limits


def test_memory_is_the_machine_s(monkeypatch):
    assert limits.machine_memory() == psutil.virtual_memory().total
    assert limits.memory_limit() == psutil.virtual_memory().total // 4
    monkeypatch.delattr(os, "sysconf")
    assert limits.machine_memory() == 8 << 30


def test_memory_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "machine_memory", lambda: 400)
    limits.check_memory(100, "x")
    with pytest.raises(UnsafeError, match="quarter"):
        limits.check_memory(101, "x")


def test_ratio_counts_from_64_mib_on():
    limits.check_ratio(64 << 20, 1, "x")
    limits.check_ratio(200 << 20, 1 << 20, "x")
    with pytest.raises(UnsafeError, match="200 times"):
        limits.check_ratio((200 << 20) + 1, 1 << 20, "x")
    with pytest.raises(UnsafeError):
        limits.check_ratio((64 << 20) + 1, 0, "x")
