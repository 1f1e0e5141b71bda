# `make read` opens a story, `make tutor` teaches the keys, `make test` checks the project.
# They need Python 3.11 or newer and nothing else; what they install stays in .venv.
PYTHON ?= python3
STORY ?= seeds/lavrov-wang-2025
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: read tutor test lint types unit slow coverage quality torture bench snapshots pictures readme lock clean

read: .venv/ready
	@$(BIN)/rashomon $(STORY) $(ARGS)

tutor: .venv/ready
	@$(BIN)/rashomon tutor

test: lint types unit

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "rashomon needs Python 3.11 or newer; name one with: make PYTHON=python3.12")'
	@echo "Setting up .venv; this takes a minute the first time." >&2
	@$(PYTHON) -m venv --clear .venv
	@$(PIP) install --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q tui
	@touch $@

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/ready
	$(BIN)/mypy

unit: .venv/ready
	$(BIN)/python -m pytest -n auto --dist worksteal

# Long sweeps that the default run leaves out.
slow: .venv/ready
	$(BIN)/python -m pytest -m slow

coverage: .venv/ready
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report --skip-covered --fail-under=90

# What the program finds in the labelled stories; fails when it finds less than before.
quality: .venv/ready
	@$(BIN)/python bench/quality.py

# Every promise on tags, files and the terminal, tried hard; some minutes. See bench/README.md.
torture: .venv/ready
	$(BIN)/python bench/saving.py
	$(BIN)/python bench/anchors.py
	$(BIN)/python bench/torture.py $(ARGS)

# Ratios against a yardstick in the same run; see bench/README.md.
bench: .venv/ready
	$(BIN)/python -m compileall -q tui
	@for script in startup.py memory.py keys.py "cost.py --large" pairs.py; do $(BIN)/python bench/$$script || exit 1; done

# Accept the screens as they are now; look at them first.
snapshots: .venv/ready
	$(BIN)/python -m pytest tests/view --snapshot-update

# The README's pictures, drawn by the program, and its tables of keys and settings.
pictures: .venv/ready
	$(BIN)/python docs/make_pictures.py

readme: .venv/ready
	$(BIN)/python docs/make_tables.py

# Newest versions that pyproject.toml allows; run the tests before committing.
lock: .venv/ready
	$(PIP) install uv
	$(BIN)/python -m uv pip compile pyproject.toml --group dev --universal \
		--python-version 3.11 --upgrade --no-header --no-annotate -o requirements.lock

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage dist build
