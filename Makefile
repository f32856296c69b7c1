# All that is needed is Python 3.11 or later and make. `make help` lists what can be done.

PYTHON ?= python3
PORT ?= 8000
NAME ?= project

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/made
# Not everything exists in every state of the project; mypy refuses a folder that does not.
CODE := $(wildcard scheduler constraints web tests benchmarks)

# Node comes with the requirements, the same on every machine.
export PATH := $(CURDIR)/$(BIN):$(PATH)
# Trust the certificates that the machine trusts, also behind an office's own gateway.
export NODE_USE_SYSTEM_CA := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup styles system demo test coverage conformance bench lock clean
.PHONY: check check-format check-lint check-types check-imports check-style

help:  ## list what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' Makefile

setup: $(STAMPS)/compiled styles  ## everything to run and to work on it, in .venv; no root needed
	@echo "setup: ready"

styles: web/static/build/manifest.json  ## build web/styles into web/static/build

system:  ## what only the system can give for the tests (Debian, as root; elsewhere says what is left out)
	@.ci/system

demo: setup  ## try it with an example; PORT=8000
	@echo "demo: http://127.0.0.1:$(PORT)/ (Ctrl+C stops it)"
	@$(BIN)/commonground demo --port $(PORT)

test: setup system  ## run every test
	@echo "test: every test, two at a time"
	@$(BIN)/python -m pytest -n 2 --dist worksteal

coverage: setup system  ## run every test and say which lines none of them reaches (twice as long)
	@echo "coverage: every test, two at a time, with each line it runs noted"
	@$(BIN)/python -m pytest -n 2 --dist worksteal --cov --cov-report=term

conformance: setup $(STAMPS)/conformance  ## ask calendar programs too heavy for every run; says which are not here
	@.ci/system readers
	@echo "conformance: our calendars in other people's programs"
	@$(BIN)/python -m tests.readers.conformance

check: check-format check-lint check-types check-imports check-style  ## all of them; with -k it goes on after a failure

check-format: setup
	@echo "check: format"
	@$(BIN)/ruff format --check --output-format concise $(CODE)

check-lint: setup
	@echo "check: lint"
	@$(BIN)/ruff check --quiet $(CODE)

check-types: setup
	@echo "check: types"
	@$(BIN)/mypy --no-error-summary $(CODE)

check-imports: setup
	@echo "check: import contracts"
	@$(BIN)/lint-imports --no-logo

check-style: setup
	@echo "check: style bar"
	@$(BIN)/python -m pytest -q tests/test_house.py

bench: setup  ## run one measurement; NAME=project, or programme, replan, explain ...
	@$(BIN)/python -m benchmarks $(NAME)

lock: $(STAMPS)/requirements  ## write the locks anew from pyproject.toml and package.json
	@echo "lock: requirements and package-lock.json"
	@$(LOCK) -o requirements/base.txt
	@$(LOCK) --extra test --extra build -o requirements/develop.txt
	@$(LOCK) --extra conformance -c requirements/develop.txt -o requirements/conformance.txt
	@$(BIN)/npm install --package-lock-only --loglevel=error

LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

clean:  ## remove everything that `make` made
	@echo "clean: .venv, node_modules, built styles, caches"
	@rm -rf $(VENV) node_modules web/static/build dist
	@rm -rf .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Each step leaves a stamp, so that it runs again only when what it is made from has changed.

$(STAMPS)/venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "setup: Python 3.11 or later is needed; name one: make setup PYTHON=python3.12"; exit 1; }
	@echo "setup: environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "setup: this Python cannot make an environment; on Debian: sudo apt-get install python3-venv"; exit 1; }
	@mkdir -p $(STAMPS) && touch $@

# The lock is whole, so nothing is left to resolve: a resolver would ask for the newest release of a package
# named with an extra (coverage[toml]) and then refuse it for its hash, as soon as there is a newer one.
# Not compiled here: Python does it on first use, for the small part that is ever used.
$(STAMPS)/requirements: requirements/develop.txt $(STAMPS)/venv
	@echo "setup: requirements, each checked against its hash (the longest step)"
	@$(BIN)/python -m pip install --quiet --no-compile --no-deps --require-hashes -r requirements/develop.txt
	@touch $@

$(STAMPS)/conformance: requirements/conformance.txt $(STAMPS)/requirements
	@echo "conformance: Radicale and a client for it"
	@$(BIN)/python -m pip install --quiet --no-compile --no-deps --require-hashes -r requirements/conformance.txt
	@touch $@

$(STAMPS)/product: pyproject.toml $(STAMPS)/requirements
	@echo "setup: the product itself, as it stands in this folder"
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

# The search's loops are compiled on first use and kept; compiled here, nobody waits for it later.
$(STAMPS)/compiled: scheduler/kernel.py scheduler/linked.py $(STAMPS)/product
	@echo "setup: a first plan, for which the search is compiled (15 to 40 seconds)"
	@$(BIN)/commonground plan examples/rural --out $(STAMPS)/first-plan > /dev/null
	@touch $@

$(STAMPS)/node_modules: package.json package-lock.json .npmrc $(STAMPS)/requirements
	@echo "setup: what the styles are built from"
	@$(BIN)/npm ci --ignore-scripts --prefer-offline --loglevel=error
	@touch $@

web/static/build/manifest.json: $(wildcard web/styles/*) $(STAMPS)/node_modules
	@$(BIN)/npm run --silent build
	@touch $@
