# PadViewer's commands. A Python (3.11 or newer) and make are all they need: what is missing is installed or named.

PYTHON ?= python3
VENV ?= .venv

python := "$(VENV)/bin/python"
prepare := "$(PYTHON)" packaging/prepare.py --venv "$(VENV)"
checked := padviewer tests benchmarks assets packaging
build := build

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help run test soak lint bench

help:
	@echo "make run    open the window on a bundled sample; without a display, render it and export"
	@echo "make test   lint, then all tests with coverage (installs TensorFlow into $(VENV))"
	@echo "make lint   ruff and mypy"
	@echo "make bench  PadViewer beside its peers, in one run"
	@echo "make soak   the tests with their long counts"
	@echo
	@echo "make PYTHON=python3.12 VENV=/some/folder … uses another Python, another environment"

run:
	@$(prepare) app
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		exec $(python) -m padviewer --sample reviews; \
	else \
		mkdir -p $(build) && \
		exec $(python) -m padviewer --sample reviews --render $(build)/padviewer.png --export $(build)/reviews.npz; \
	fi

lint:
	@$(prepare) lint
	$(python) -m ruff check $(checked)
	$(python) -m ruff format --check $(checked)
	$(python) -m mypy

test: lint
	@$(prepare) test
	QT_QPA_PLATFORM=offscreen $(python) -m pytest --cov=padviewer --cov-branch --cov-report=
	$(python) -m coverage report --include='padviewer/core/*' --fail-under=95

soak:
	@$(prepare) test
	PADVIEWER_SOAK=20 QT_QPA_PLATFORM=offscreen $(python) -m pytest

bench:
	@$(prepare) test
	@$(python) -m benchmarks.peers
	$(python) -m benchmarks
