# `make build` and `make test` do their own set-up, once; `make help` says what else there is.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PLAN   ?= content
INNER  := language diagnostics quantity model document read link

# Without its bytecode a command takes twice as long to start, and the tests start hundreds.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup build test check lint style types floors cover conform bench mutate wheel lock clean distclean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: $(VENV)/runtime ## check the plan in content/ and write DOCX, PDF and HTML to build/
	@$(BIN)/plan build $(PLAN)

test: $(VENV)/dev ## the tests
	$(BIN)/pytest -n auto -m 'not conform'

check: lint cover ## every gate: what a commit must pass

lint: style types floors ## style, types, and the floors of the design

style: $(VENV)/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/dev
	$(BIN)/mypy

floors: $(VENV)/dev
	$(BIN)/lint-imports

cover: $(VENV)/dev ## the tests, which must cover 95 % of the branches of the inner floors
	$(BIN)/pytest -n auto -m 'not conform' $(INNER:%=--cov=plan_compiler.%) --cov-branch --cov-report=term:skip-covered --cov-fail-under=95

conform: $(VENV)/conform/stamp ## slow: the documents before validators and other programs, the wheel in an empty environment
	$(BIN)/pytest -m conform

bench: $(VENV)/dev ## speed and memory beside other tools
	$(BIN)/python -m bench

mutate: $(VENV)/dev ## change every figure of content/ by every slip: the share that the checker catches
	$(BIN)/python -m bench.mutation

screenshots: $(VENV)/dev ## the pictures of docs/screenshots.md
	$(BIN)/python scripts/screenshots.py

wheel: $(VENV)/runtime ## dist/plan_compiler-*.whl
	$(BIN)/pip wheel -q --no-deps --no-build-isolation --wheel-dir dist .

setup: $(VENV)/dev ## the environment for build, tests and editors

# What is installed, as stamps: the system's packages, the compiler in a virtual environment, the tools for working on it.
# A lock names versions and hashes, never an address: pip takes the packages from wherever it is configured to.
# A lock is whole, so pip need not (and, with an extra such as coverage[toml], cannot) look for what else is wanted.

$(VENV)/system: scripts/system.sh scripts/apt.sh
	@scripts/system.sh $(PYTHON)
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/runtime: $(VENV)/system requirements/runtime.txt pyproject.toml
	$(BIN)/pip install -q --no-deps --require-hashes -r requirements/runtime.txt
	$(BIN)/pip install -q --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: $(VENV)/runtime requirements/dev.txt
	$(BIN)/pip install -q --no-deps --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/conform/stamp: $(VENV)/dev scripts/conform.sh scripts/apt.sh $(wildcard tests/conform/package*.json)
	@scripts/conform.sh $(VENV)/conform
	@touch $@

COMPILE = CUSTOM_COMPILE_COMMAND='make lock' $(VENV)/lock/bin/pip-compile -q $(UPGRADE) --generate-hashes --strip-extras \
	--no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

lock: $(VENV)/system ## renew requirements/*.txt (UPGRADE=--upgrade for the newest versions)
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/pip install -q pip-tools
	$(COMPILE) -o requirements/runtime.txt --build-deps-for editable pyproject.toml
	$(COMPILE) -o requirements/dev.txt -c requirements/runtime.txt requirements/dev.in

clean: ## remove what was built
	find build -mindepth 1 ! -name .gitkeep -delete
	rm -rf dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage*

distclean: clean ## remove the environment as well
	rm -rf $(VENV)
