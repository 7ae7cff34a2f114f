SHELL := bash
.SHELLFLAGS := -euo pipefail -c

with := . tools/env &&
listen ?= 127.0.0.1:8080
# What prettier formats.
scripts := 'public/*.{js,css,d.ts}' 'tools/*.{mjs,d.ts}'

.PHONY: help setup run build rules package test backends fuzz bench-rules conformance model schemas size e2e soak machines load engines routes slow bench effort bench-catalogue bench-engines deny reproduce shots lint lint-scripts fmt

help:
	@echo 'make run              build everything and serve the wizard on http://$(listen)'
	@echo 'make test             every check and test'
	@echo 'make setup            install the tools that are missing'
	@echo 'make build            dist/ and the programs check and intake'
	@echo 'make package          dist/npm and dist/cdn, the widget to publish; dist/release: sums, and what is in it'
	@echo 'make reproduce        build twice in two folders, and compare every byte'
	@echo 'make deny             licences, sources, duplicates and advisories of the crates'
	@echo 'make rules            dist/rules: rules.wasm and the npm package around it'
	@echo 'make schemas          write public/schema and docs/rules.md again'
	@echo 'make conformance      all conformance cases in one file, target/conformance.jsonl'
	@echo 'make backends         run backends in other languages on these cases'
	@echo 'make fuzz             fuzz everything that reads bytes, for a minute'
	@echo 'make size             the bytes of dist/ against their limits'
	@echo 'make e2e              test the built wizard in Chromium'
	@echo 'make soak             kill the browser, its page or intake 100 times while applications are filled in and sent'
	@echo 'make machines         four intakes on one object store that fails, killed while 4,000 posts arrive'
	@echo 'make load             applications a second, and memory, of one intake'
	@echo 'make engines          a few whole journeys in Firefox and WebKitGTK'
	@echo 'make routes           every route by mouse, by touch and by keyboard, in all engines'
	@echo 'make slow             ten megabytes over a slow line, in all engines'
	@echo 'make bench            time on a slow phone, and memory'
	@echo 'make effort           screens, choices, text boxes and words that three applicants pass'
	@echo 'make bench-catalogue  step 1 with 10,000 services'
	@echo 'make model            explore the machine that sends with all that may fail, for minutes'
	@echo 'make bench-rules      applications checked per second, against zod and Ajv'
	@echo 'make bench-engines    size and time of other form engines, with a small form'
	@echo 'make shots            a screenshot of every screen'
	@echo 'make lint             format, clippy, and the types of the scripts'
	@echo 'make fmt              format the code and the scripts'

setup:
	@tools/setup

# Serves until stopped. Applications are stored in target/applications; test organisations can be looked up.
run:
	@tools/setup build
	@$(MAKE) --no-print-directory build
	@echo 'The wizard: http://$(listen)  (stop with Ctrl-C)'
	@$(with) exec "$$TARGET/native/intake" --listen $(listen) --store target/applications \
		--dist dist --offer dist/offer.json --catalogue dist/catalogue.json --lookup

build:
	@tools/build

rules:
	@tools/rules

package: build
	@$(with) node tools/package.mjs

reproduce:
	@tools/setup build
	@tools/reproduce

deny:
	@tools/setup deny
	@tools/deny

test: setup
	@$(with) node tools/test.mjs

# Needs dist/rules.
backends: conformance
	@$(with) node --test --test-reporter=spec tests/backends/*.test.mjs

# seconds=1800 make fuzz: half an hour in all, divided among the targets.
fuzz: conformance
	@tools/setup fuzz
	@$(with) tests/fuzz/run $(or $(seconds),70)

bench-rules: conformance
	@tools/setup bench-rules
	@tools/rules
	@$(with) node tests/bench-rules/run.mjs

# `make test` explores smaller worlds.
model:
	@$(with) WIDER=1 cargo test --locked --profile model --test model -- --nocapture --test-threads 1

conformance:
	@$(with) mkdir -p "$$TARGET" && cargo run --quiet --locked --example conformance > "$$TARGET/conformance.jsonl"
	@$(with) wc -l "$$TARGET/conformance.jsonl"

schemas:
	@$(with) cargo run --quiet --locked --features check -- schema --write public/schema
	@$(with) cargo run --quiet --locked --features check -- rules --write docs/rules.md

size:
	@$(with) node tools/size.mjs

e2e:
	@$(with) node --test --test-concurrency=2 --test-reporter=spec tests/e2e/*.test.mjs

# kills=500 make soak: more of them. seed=… make soak: the same again, with round=… only one applicant.
soak:
	@$(with) KILLS=$(or $(kills),100) SEED=$(seed) ROUND=$(round) node --test --test-reporter=spec tests/e2e/soak.test.mjs

# keys=1000 kills=300 make machines: for longer. seed=… make machines: the same chances again. `make test` has 30 keys.
machines:
	@tools/setup machines
	@$(with) KEYS=$(or $(keys),200) KILLS=$(or $(kills),60) SEED=$(seed) node --test --test-reporter=spec tests/machines/*.test.mjs

# count=2000 make load: fewer applications.
load:
	@tools/setup machines
	@$(with) COUNT=$(count) node tests/load/load.mjs

engines:
	@$(with) node --test --test-concurrency=1 --test-reporter=spec tests/engines/*.test.mjs

routes:
	@tools/setup routes
	@$(with) node --test --test-reporter=spec tests/routes/*.test.mjs

# MEGABYTES=1 make slow: for a quick look.
slow:
	@$(with) node --test --test-reporter=spec tests/slow/*.test.mjs

bench-engines:
	@tools/setup bench-engines
	@$(with) node tests/bench-engines/run.mjs

bench: effort
	@$(with) node tests/e2e/bench.mjs

effort:
	@$(with) node tests/e2e/effort.mjs

shots:
	@$(with) node tests/e2e/shots.mjs

# Generates a catalogue of the scheme with 10,000 services, imports it, and searches it in a slowed browser.
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
	@$(with) cargo clippy --features pdf --bin pdf --target wasm32-unknown-unknown -- -D warnings

lint-scripts:
	@$(with) prettier --check $(scripts)
	@$(with) tsc --project tools/tsconfig.json

fmt:
	@$(with) cargo fmt
	@$(with) prettier --write $(scripts)
