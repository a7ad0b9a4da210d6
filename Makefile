# Two commands on a fresh machine: `make run` and `make test`. Everything lands in .venv; nothing else is touched.
PYTHON ?= python3.11
VENV ?= .venv
BIN = $(VENV)/bin
# A CPU build of torch for the Stanza engine and for training the parser. Another one: make test STANZA=1 TORCH='torch==2.13.0'
TORCH ?= torch --index-url https://download.pytorch.org/whl/cpu
STANZA ?=
SEED ?=
DATA ?=
# make bench FULL=1 links 100,000 articles, not 10,000, and fills a store with 1,000,000 quotes, not 20,000
FULL ?=
# make bench PAGES=<folder> measures extraction on real pages too; see tests/bench/pages.py
PAGES ?=
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test lint bench profile train train-stanza eval-models clean

run: $(VENV)/.run
	$(BIN)/talstreck run configs/demo.yaml --show

test: $(VENV)/.dev $(if $(STANZA),$(VENV)/.stanza)
	SEED="$(SEED)" $(BIN)/python -m pytest tests

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.bench
	$(BIN)/python -m tests.bench.side_by_side
	$(BIN)/python -m tests.bench.stages
	$(BIN)/python -m tests.bench.pages $(if $(PAGES),--pages "$(PAGES)")
	$(BIN)/python -m tests.bench.linking $(if $(FULL),--full)
	$(BIN)/python -m tests.bench.store --quotes $(if $(FULL),1000000,20000)
	$(BIN)/python -m tests.bench.runs $(if $(FULL),--full)

profile: $(VENV)/.dev
	$(BIN)/python -m tests.bench.profile

eval-models: $(VENV)/.dev
	@test -n "$(DATA)" || { echo "make eval-models needs DATA=<folder with the training data>; see models/recipe/README.md"; exit 2; }
	$(BIN)/python -m models.recipe --data "$(DATA)" evaluate

train: $(VENV)/.train
	@test -n "$(DATA)" || { echo "make train needs DATA=<folder with the training data>; see models/recipe/README.md"; exit 2; }
	$(BIN)/python -m models.recipe --data "$(DATA)"

train-stanza: $(VENV)/.train $(VENV)/.stanza
	@test -n "$(DATA)" || { echo "make train-stanza needs DATA=<folder with the training data>; see models/recipe/README.md"; exit 2; }
	$(BIN)/python -m models.recipe.stanza_models --data "$(DATA)" --vectors build/train/vectors/sv.floret

$(VENV)/.made:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.run: $(VENV)/.made pyproject.toml
	$(PIP) -e .
	touch $@

$(VENV)/.dev: $(VENV)/.run
	$(PIP) -e '.[dev]'
	touch $@

$(VENV)/.bench: $(VENV)/.dev
	$(PIP) -e '.[bench]'
	touch $@

$(VENV)/.train: $(VENV)/.dev
	$(PIP) $(TORCH)
	$(PIP) -e '.[train]'
	touch $@

$(VENV)/.stanza: $(VENV)/.dev
	$(PIP) $(TORCH)
	$(PIP) -e '.[stanza]'
	touch $@

clean:
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache
