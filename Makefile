# Two commands matter: `make demo` and `make test`. Both set up everything they need in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
SHARED ?= ../shared
GOLD := $(SHARED)/corpora/claims/news-dev.jsonl $(SHARED)/corpora/claims/re3d-press.jsonl
.DEFAULT_GOAL := help
.PHONY: help demo test check lint evaluate card bench clean

help:
	@echo "make demo   set up and read the bundled sample reports"
	@echo "make test   set up and run every check"
	@echo "make check  the quick checks (under two minutes)"
	@echo "make evaluate  score the reader on the development sets in $(SHARED)"
	@echo "make card   the same, and the reports kept out of training, into the model card"
	@echo "make bench  speeds and sizes"

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit("Musterroll needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.5"

$(VENV)/.run: $(UV) uv.lock pyproject.toml
	@$(UV) sync --quiet --frozen --no-dev --inexact
	@touch $@

$(VENV)/.dev: $(UV) uv.lock pyproject.toml
	@$(UV) sync --quiet --frozen --all-groups --inexact
	@touch $@ $(VENV)/.run

demo: $(VENV)/.run
	@$(BIN)/musterroll read samples/*.html samples/*.txt samples/field-notes.md samples/*.jsonl --format table
	@echo
	@echo "Every report above is invented. Next, try one of your own:"
	@echo "  $(BIN)/musterroll read PAGE.html --format jsonl"
	@echo "  $(BIN)/musterroll read https://… --format csv --out claims.csv"

lint: $(VENV)/.dev
	$(BIN)/ruff format --check src tests benchmarks tools
	$(BIN)/ruff check src tests benchmarks tools
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint
	$(BIN)/pytest -q -m "not slow"

test: lint
	$(BIN)/pytest

evaluate: $(VENV)/.run
	$(BIN)/musterroll evaluate $(GOLD)

card: $(VENV)/.run
	$(BIN)/musterroll evaluate $(GOLD) training/corpus --card training/corpus

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/extract_pages.py $(SHARED)/corpora/pages
	$(BIN)/python benchmarks/extraction_quality.py $(SHARED)/corpora/pages
	$(BIN)/python benchmarks/read_speed.py training/corpus/re3d-official.jsonl
	$(BIN)/python benchmarks/places.py $(SHARED)/corpora/toponyms
	$(BIN)/python benchmarks/actors.py
	$(BIN)/python benchmarks/copies.py
	$(BIN)/python benchmarks/trace_growth.py
	PYTHONPATH=. $(BIN)/python benchmarks/ledger_growth.py
	$(BIN)/python benchmarks/weigh_growth.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
