# make install   everything the program needs, in .venv
# make chat      index corpus/documents, then ask in the browser
# make test      tests and doctests            make lint    ruff and mypy
# make eval      quality on the questions in ../shared/eval, where they are
# make bench     how long starting, asking and indexing take
# make clean     remove what was made, the index and .venv included

# The first that is new enough; the pinned versions were tested on 3.11.
PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3,\
	$(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
BIN := .venv/bin
PORT ?= 7860
SHARED ?= ../shared

.PHONY: install chat test lint eval bench clean

install: .venv/installed

# Made anew when the dependencies change. Editable, so that changed code needs no new install.
.venv/installed: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --editable . --constraint constraints.txt
	@touch $@

# With what the program itself needs: resolved once.
.venv/installed-dev: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --editable '.[dev]' --constraint constraints.txt
	@touch .venv/installed $@

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: make install PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv .venv

chat: install
	$(BIN)/youju index
	$(BIN)/youju serve --port $(PORT)

# Two files at a time; what fails beside another file, as too slow, is asked once more, alone. Each
# on one core: numpy's threads that wait for a core that is busy take it from those that work.
test: .venv/installed-dev
	OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 $(BIN)/python -m pytest --numprocesses 2 --dist loadfile \
	|| $(BIN)/python -m pytest --last-failed --last-failed-no-failures none

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

eval: .venv/installed-dev
	@if [ -d $(SHARED)/eval ]; then $(BIN)/python tests/benchmarks/quality.py $(SHARED); \
	else echo "skipped: there are no questions in $(SHARED)/eval"; fi

bench: .venv/installed-dev
	$(BIN)/python tests/benchmarks/times.py $(SHARED)

clean:
	rm -rf .venv data build dist *.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
