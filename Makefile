# Two commands matter: `make run` and `make test`. The rest is listed by `make help`.
.DEFAULT_GOAL := help
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
SHELL := /bin/sh

.PHONY: help run test setup setup-dev check browsers lock crash

help: ## what can be made
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/'

setup: $(VENV)/.run-stamp ## builds .venv with the command .venv/bin/thuocdo

setup-dev: $(VENV)/.dev-stamp ## the same, with what the tests and checks need

$(VENV)/.run-stamp: requirements.lock pyproject.toml setup.sh
	@sh setup.sh requirements.lock
	@touch $@

$(VENV)/.dev-stamp: requirements-dev.lock pyproject.toml setup.sh
	@sh setup.sh requirements-dev.lock
	@touch $@ $(VENV)/.run-stamp

run: setup ## everything up to a served demo on http://127.0.0.1:8000 (PORT= moves it)
	@PORT=$(PORT) $(BIN)/thuocdo serve --demo

test: setup-dev check ## everything up to a finished test run
	@sh tests/run.sh

check: setup-dev ## format, lint, types, imports; no tests, no network
	@$(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo > build-imports.txt 2>&1 || { cat build-imports.txt; rm -f build-imports.txt; exit 1; }; rm -f build-imports.txt

browsers: ## Chromium and poppler from Debian, for the tests in a real browser (needs root)
	apt-get update -qq && apt-get install -y -qq chromium poppler-utils

crash: setup-dev ## kills processes at random; KILLS=1000 for the long run
	@$(BIN)/pytest -m crash tests/crash

lock: ## writes both lock files anew from pyproject.toml
	@sh lock.sh
