# Two commands matter: `make run` and `make test`. The rest is listed by `make help`.
.DEFAULT_GOAL := help
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
SHELL := /bin/sh
# Where bytecode is not kept, every start compiles every library anew, which takes longer than the work itself.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test setup setup-dev check browsers lock crash benchmark

help: ## what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F '|' '{ printf "%-18s %s\n", $$1, $$2 }'

setup: $(VENV)/.run-stamp ## builds .venv with the command .venv/bin/thuocdo

setup-dev: $(VENV)/.dev-stamp ## the same, with what the tests and checks need

$(VENV)/.run-stamp: requirements.lock pyproject.toml setup.sh
	@sh setup.sh requirements.lock
	@touch $@

$(VENV)/.dev-stamp: requirements-dev.lock pyproject.toml setup.sh
	@sh setup.sh requirements-dev.lock
	@touch $@ $(VENV)/.run-stamp

run: setup ## everything up to a served demo on http://127.0.0.1:8000 (PORT= moves it)
	@PORT=$(PORT) exec $(BIN)/thuocdo serve --demo

test: setup-dev check ## everything up to a finished test run
	@sh tests/run.sh

check: setup-dev ## format, lint, types, imports, lock files; no tests, no network
	@$(BIN)/ruff format --check --quiet . || { echo "Some files are not formatted: run $(BIN)/ruff format ."; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@found=$$($(BIN)/lint-imports --no-logo 2>&1) || { echo "$$found"; exit 1; }
	@sh lock.sh --check

browsers: ## Chromium and poppler from Debian, for the tests in a real browser (needs root)
	@sh tests/browsers.sh

crash: setup-dev ## kills processes at random; KILLS=1000 for the long run
	@KILLS=$(KILLS) $(BIN)/pytest -q -m crash tests/crash

benchmark: setup-dev ## how long linting, importing, scoring and writing documents take
	@$(BIN)/python benchmarks/lint_and_import.py
	@$(BIN)/python benchmarks/score_and_report.py

lock: setup-dev ## writes both lock files anew from pyproject.toml
	@sh lock.sh
