# The two that matter: `make run` tries the bot out, `make test` checks everything.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test setup lint bench soak pins

run: setup
	$(BIN)/python -m bot serve --console

test: lint
	$(BIN)/python -m pytest -n auto --dist loadfile

setup: $(READY)

$(READY): requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	touch $@

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: setup
	$(BIN)/python -m tests.bench

# The long simulations and kill tests.
soak: setup
	$(BIN)/python -m pytest -m soak

# Pins anew what pyproject.toml asks for. Needs uv; what is installed changes only by this.
PIN := uv pip compile pyproject.toml --quiet --upgrade --python-version 3.11 \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links
pins:
	{ echo '# Everything that the bot runs with, pinned. Made from pyproject.toml by `make pins`.'; \
	  $(PIN); } > requirements.txt
	{ echo '# Everything that the bot is run, checked and tested with, pinned. Made from pyproject.toml by `make pins`.'; \
	  $(PIN) --extra dev; } > requirements-dev.txt
	{ echo '# What the bot runs with where all is kept in PostgreSQL, pinned: as well as requirements.txt.'; \
	  echo '-r requirements.txt'; grep '^asyncpg==' requirements-dev.txt; } > requirements-postgres.txt
