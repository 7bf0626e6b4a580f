# The menu. `make demo` and `make test` are all that a newcomer needs; both install what is missing.

SWIFT ?= swift
OUTPUT ?= notebooks-output
UNTRAP = .build/release/untrap
# Tests see internals, so they are built apart from the program.
TEST_FLAGS = -c release --scratch-path .build/tests -Xswiftc -enable-testing

.PHONY: help demo test check build format lint benchmark prepare clean

help:
	@echo "make demo       compare the four programmes with their baselines, into $(OUTPUT)/"
	@echo "make test       lint and run all tests"
	@echo "make build      build the command line tool, $(UNTRAP)"
	@echo "make format     format the sources"
	@echo "make benchmark  measure kernels and whole runs"

demo: build
	$(UNTRAP) compare scenarios/quetta-baseline.yaml scenarios/seher-mupp.yaml --force --out $(OUTPUT)/seher-mupp
	$(UNTRAP) compare scenarios/kasur-baseline.yaml scenarios/kasur-mawakhat.yaml --force --out $(OUTPUT)/kasur-mawakhat
	$(UNTRAP) compare scenarios/ajk-baseline.yaml scenarios/ajkrsp.yaml --force --out $(OUTPUT)/ajkrsp
	$(UNTRAP) compare scenarios/national-baseline.yaml scenarios/ehsaas.yaml --force --out $(OUTPUT)/ehsaas

test: lint
	$(SWIFT) test $(TEST_FLAGS)

build: prepare
	$(SWIFT) build -c release --product untrap

lint: prepare
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

benchmark: prepare
	$(SWIFT) run -c release --package-path Benchmarks benchmarks

# OpenBLAS with its headers, and pkg-config by which Swift finds it.
prepare:
	@command -v $(SWIFT) >/dev/null || { echo "untrap needs Swift 6.3: https://www.swift.org/install" >&2; exit 1; }
	@if ! { command -v pkg-config && pkg-config --exists openblas; } >/dev/null 2>&1; then \
	  root=$$( [ "$$(id -u)" = 0 ] || echo sudo ); \
	  $$root apt-get update -q && $$root env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -q -y libopenblas-dev pkg-config; \
	fi

clean:
	$(SWIFT) package clean
	rm -rf .build/tests
