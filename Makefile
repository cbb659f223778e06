# PadViewer's commands. A Python (3.11 or newer) and make are all they need: what is missing is installed or named.

PYTHON ?= python3
VENV ?= .venv

python := "$(VENV)/bin/python"
prepare := "$(PYTHON)" packaging/prepare.py --venv "$(VENV)"
# an environment of its own: what else is installed in the other one must not get into the bundle
packager := "build/package-venv/bin/python" packaging/package.py --keras $(python)
# on every core up to four; the tests of a file stay together, many of them share a window
tested := QT_QPA_PLATFORM=offscreen $(python) -m pytest -n logical --maxprocesses 4 --dist loadfile
# whose tests are counted: the others would run at half the speed for lines that these reach already
core := tests/core tests/cases tests/commands tests/models
checked := padviewer tests benchmarks assets packaging
build := build
PREFIX ?= $(HOME)/.local

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# kept bytecode: the tests start hundreds of programs, each of which would be compiled anew
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test soak lint bench package package-linux install uninstall

help:
	@echo "make run    open the window on a bundled sample; without a display, render it and export"
	@echo "make test   lint, then all tests with coverage (installs TensorFlow into $(VENV))"
	@echo "make lint   ruff and mypy"
	@echo "make bench  PadViewer beside its peers, in one run"
	@echo "make soak   the tests with their long counts"
	@echo "make package            wheel, sdist and a bundle that needs no Python, in dist/, tried out"
	@echo "make package-linux      the same, and the bundle as one .tar.gz"
	@echo "make install PREFIX=…   the bundle, its menu entry and file types for one user; make uninstall"
	@echo
	@echo "make PYTHON=python3.12 VENV=/some/folder … uses another Python, another environment"

run:
	@$(prepare) app
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		exec $(python) -m padviewer --sample reviews; \
	else \
		echo "There is no display: the window is drawn into $(build)/padviewer.png, and its arrays are exported." && \
		mkdir -p $(build) && \
		$(python) -m padviewer --sample reviews --render $(build)/padviewer.png --export $(build)/reviews.parquet && \
		$(python) -m padviewer info $(build)/reviews.parquet; \
	fi

lint:
	@$(prepare) lint
	$(python) -m ruff check $(checked)
	$(python) -m ruff format --check $(checked)
	$(python) -m mypy

test:
	@$(prepare) test
	@$(MAKE) --no-print-directory lint
	$(tested) $(core) --cov=padviewer/core --cov-branch --cov-report=
	$(python) -m coverage report --include='padviewer/core/*' --fail-under=95
	$(tested) $(core:%=--ignore=%)

soak:
	@$(prepare) test
	PADVIEWER_SOAK=20 $(tested)

bench:
	@$(prepare) test
	@$(python) -m benchmarks.peers
	$(python) -m benchmarks

package:
	@"$(PYTHON)" packaging/prepare.py --venv build/package-venv package
	$(packager)

package-linux:
	@"$(PYTHON)" packaging/prepare.py --venv build/package-venv package
	$(packager) --archive

install:
	@test -x dist/padviewer/install.sh || $(MAKE) package
	@sh dist/padviewer/install.sh --prefix "$(PREFIX)"

uninstall:
	@sh packaging/linux/install.sh --prefix "$(PREFIX)" --uninstall
