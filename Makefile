# The two that matter: `make run` tries the bot out, `make test` checks everything.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUNS := $(VENV)/.runs
READY := $(VENV)/.ready
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement

.PHONY: run test setup lint bench soak pins licences sbom

run: setup
	@$(BIN)/python -m bot serve --console

# Hundreds of processes are started: what they all import is compiled once, also where Python is told to keep nothing.
test: lint
	$(BIN)/python -m compileall -q bot
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

# What running needs, and no tool of those who work on the bot: these are in READY.
setup: $(RUNS)

$(RUNS): requirements.txt
	@echo "Installing what Somebot runs with into $(VENV): once, about a minute."
	@$(PYTHON) -m venv $(VENV)
	@$(INSTALL) requirements.txt
	@touch $@

$(READY): requirements-dev.txt
	@echo "Installing what Somebot is checked and tested with into $(VENV): once, about two minutes."
	@$(PYTHON) -m venv $(VENV)
	@$(INSTALL) requirements-dev.txt
	@touch $(RUNS) $@

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(READY)
	$(BIN)/python -m tests.bench

# The long simulations and kill tests.
soak: $(READY)
	$(BIN)/python -m pytest -m soak

# What runs in the bot, with versions and licences; and the same as CycloneDX 1.5, for scanners.
licences: $(READY)
	@$(BIN)/python deploy/inventory.py

sbom: $(READY)
	@mkdir -p build
	@$(BIN)/python deploy/inventory.py --sbom > build/sbom.json
	@echo "Written to build/sbom.json."

# Pins anew what pyproject.toml asks for. Needs uv; what is installed changes only by this. By the hashes pip refuses
# whatever is not the file that was pinned.
PIN := uv pip compile pyproject.toml --quiet --upgrade --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links
# A pin with its hashes, which are on the lines below it.
PINNED = awk '/^[a-z]/ { wanted = /^($(1))==/ } wanted' requirements-dev.txt
pins:
	{ echo '# Everything that the bot runs with, pinned. Made from pyproject.toml by `make pins`.'; \
	  $(PIN); } > requirements.txt
	{ echo '# Everything that the bot is run, checked and tested with, pinned. Made from pyproject.toml by `make pins`.'; \
	  $(PIN) --extra dev; } > requirements-dev.txt
	{ echo '# What the bot runs with where all is kept in PostgreSQL, pinned: as well as requirements.txt.'; \
	  echo '-r requirements.txt'; $(call PINNED,asyncpg); } > requirements-postgres.txt
	{ echo '# What the bot runs with in Microsoft Teams, pinned: as well as requirements.txt.'; \
	  echo '-r requirements.txt'; $(call PINNED,cffi|cryptography|pycparser|pyjwt); } > requirements-teams.txt
