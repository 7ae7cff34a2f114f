SHELL := bash
.SHELLFLAGS := -euo pipefail -c

with := . tools/env &&
listen ?= 127.0.0.1:8080
# What prettier formats.
scripts := 'public/*.{js,css,d.ts}' 'tools/*.{mjs,d.ts}'

.PHONY: help setup run build rules package test backends fuzz bench-rules conformance size e2e engines bench bench-catalogue shots lint lint-scripts fmt

help:
	@echo 'make run     build all, start intake, serve the wizard on http://$(listen)'
	@echo 'make test    every check and test'
	@echo 'make setup   install the tools that are missing'
	@echo 'make build   dist/ and the programs check and intake'
	@echo 'make package dist/npm and dist/cdn: the widget to publish, with its sums'
	@echo 'make rules   dist/rules: rules.wasm, and the npm package around it'
	@echo 'make conformance  the conformance cases in one file, target/conformance.jsonl'
	@echo 'make backends     backends in other languages against these cases'
	@echo 'make fuzz    any bytes against everything that reads, for a minute'
	@echo 'make bench-rules  applications checked per second, against zod and Ajv'
	@echo 'make size    bytes of dist/ against their bars'
	@echo 'make e2e     the wizard in a browser, against what is built'
	@echo 'make engines the same in Firefox and WebKitGTK, a few whole journeys'
	@echo 'make bench   what the wizard costs a person: time on a slow phone, memory'
	@echo 'make shots   a screenshot of every screen'
	@echo 'make bench-catalogue   how quick step 1 is with 10,000 services'
	@echo 'make lint    format, clippy, and the types of the scripts'
	@echo 'make fmt     format the code and the scripts'

setup:
	@tools/setup

# Serves until stopped. Applications are kept under target/applications.
run:
	@tools/setup build
	@$(MAKE) --no-print-directory build
	@echo 'The wizard: http://$(listen)  (stop with Ctrl-C)'
	@$(with) exec "$$TARGET/native/intake" --listen $(listen) --store target/applications \
		--dist dist --offer dist/offer.json --catalogue dist/catalogue.json

build:
	@tools/build

rules:
	@tools/rules

package: build
	@$(with) node tools/package.mjs

test: setup
	@$(with) node tools/test.mjs

# Needs dist/rules.
backends: conformance
	@$(with) node --test --test-reporter=spec tests/backends/*.test.mjs

# seconds=1800 make fuzz: so long in all, shared among the targets.
fuzz: conformance
	@tools/setup fuzz
	@$(with) tests/fuzz/run $(or $(seconds),70)

bench-rules: conformance
	@tools/setup bench-rules
	@tools/rules
	@$(with) node tests/bench-rules/run.mjs

conformance:
	@$(with) mkdir -p "$$TARGET" && cargo run --quiet --locked --example conformance > "$$TARGET/conformance.jsonl"
	@$(with) wc -l "$$TARGET/conformance.jsonl"

size:
	@$(with) node tools/size.mjs

e2e:
	@$(with) node --test --test-concurrency=1 --test-reporter=spec tests/e2e/*.test.mjs

engines:
	@$(with) node --test --test-concurrency=1 --test-reporter=spec tests/engines/*.test.mjs

bench:
	@$(with) node tests/e2e/bench.mjs

shots:
	@$(with) node tests/e2e/shots.mjs

# A catalogue of the scheme with 10,000 services, made, imported, and searched in a slowed browser.
bench-catalogue:
	@mkdir -p target/bench
	@$(with) cargo run --locked --quiet --features check --example generate_catalogue -- 10000 > target/bench/ServiceCatalogue.xml
	@$(with) "$$TARGET/native/check" catalogue import target/bench/ServiceCatalogue.xml -o target/bench/catalogue.json
	@$(with) node tests/e2e/bench-catalogue.mjs target/bench/catalogue.json

lint: lint-scripts
	@$(with) cargo fmt --check
	@$(with) cargo clippy --all-targets --features check,intake -- -D warnings
	@$(with) cargo clippy --features web --target wasm32-unknown-unknown -- -D warnings
	@$(with) cargo clippy --features rules --bin rules --target wasm32-unknown-unknown -- -D warnings

lint-scripts:
	@$(with) prettier --check $(scripts)
	@$(with) tsc --project tools/tsconfig.json

fmt:
	@$(with) cargo fmt
	@$(with) prettier --write $(scripts)
