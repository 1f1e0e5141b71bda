# Two commands do everything: `make read` opens the first story, `make test` checks the project.
PYTHON ?= python3
STORY ?= seeds/lavrov-wang-2025
BIN := .venv/bin

.PHONY: read test check lint types unit coverage snapshots lock clean

read: .venv/ready
	@$(BIN)/rashomon $(STORY) $(ARGS)

test: lint types unit

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "rashomon needs Python 3.11 or newer; name one with: make PYTHON=python3.12")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q tui
	@touch $@

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/ready
	$(BIN)/mypy

unit: .venv/ready
	$(BIN)/python -m pytest

coverage: .venv/ready
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report --skip-covered

# Accept the screens as they are now; look at them first.
snapshots: .venv/ready
	$(BIN)/python -m pytest tests/view --snapshot-update

lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --no-header --no-annotate -o requirements.lock

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache dist build
