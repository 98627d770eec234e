# Two commands matter: `make demo` and `make test`. Both set up everything they need in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
SHARED ?= ../shared
GOLD := $(SHARED)/corpora/claims/news-dev.jsonl $(SHARED)/corpora/claims/re3d-press.jsonl
DEMO := build/demo.db
# A file's tests stay in one process: they share what they build.
SPREAD := -n auto --dist loadfile
.DEFAULT_GOAL := help
.PHONY: help demo test check lint evaluate card bench clean

help:
	@echo "make demo   set up, read the bundled sample reports, build and ask a demo ledger"
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
	@echo "Every report above is invented. Next, 83 reports on Libya, retold from real pages, into a ledger:"
	@mkdir -p build && rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm $(DEMO).key
	@$(BIN)/musterroll read samples/libya --into $(DEMO) --pack libya >/dev/null
	@echo
	@echo "How many fighters of the Wagner Group, where, counted how, on whose word?"
	@$(BIN)/musterroll findings --ledger $(DEMO) --force wagner-group --type presence
	@echo
	@echo "Who had it from whom, and what changed on the way?"
	@$(BIN)/musterroll chain --ledger $(DEMO) "$$($(BIN)/musterroll claims --ledger $(DEMO) --search "mercenaries Venezuela" \
	  --since 2021-03-27 --type movement --format csv | sed -n '2s/,.*//p')"
	@echo
	@echo "Did they leave, as the ceasefire says?"
	@$(BIN)/musterroll commitments ly-ceasefire-2020-foreign-forces --ledger $(DEMO) --on 2021-03-27 | sed -n 1,26p
	@echo "…"
	@echo
	@echo "Look round in this ledger, or read a page of your own:"
	@echo "  $(BIN)/musterroll serve --ledger $(DEMO)"
	@echo "  $(BIN)/musterroll commitments ly-ceasefire-2020-foreign-forces --ledger $(DEMO)"
	@echo "  $(BIN)/musterroll read PAGE.html"

lint: $(VENV)/.dev
	$(BIN)/ruff format --check src tests benchmarks tools
	$(BIN)/ruff check src tests benchmarks tools
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint
	$(BIN)/pytest -q -m "not slow and not journeys" $(SPREAD)

test: lint
	$(BIN)/pytest $(SPREAD)

evaluate: $(VENV)/.run
	$(BIN)/musterroll evaluate $(GOLD)

card: $(VENV)/.run
	$(BIN)/musterroll evaluate $(GOLD) training/corpus --card training/corpus

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/extract_pages.py $(SHARED)/corpora/pages
	$(BIN)/python benchmarks/extraction_quality.py $(SHARED)/corpora/pages
	$(BIN)/python benchmarks/read_speed.py training/corpus/re3d-official.jsonl
	$(BIN)/python benchmarks/places.py $(SHARED)/corpora/toponyms
	$(BIN)/python benchmarks/gate.py $(SHARED)/corpora/pages/html
	$(BIN)/python benchmarks/actors.py
	$(BIN)/python benchmarks/copies.py
	$(BIN)/python benchmarks/trace_growth.py
	$(BIN)/python benchmarks/row_growth.py
	PYTHONPATH=. $(BIN)/python benchmarks/ledger_growth.py
	$(BIN)/python benchmarks/weigh_growth.py
	PYTHONPATH=. $(BIN)/python benchmarks/desk_load.py --reports 1000

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
