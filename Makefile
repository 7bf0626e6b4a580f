# The menu. `make demo` and `make test` are all that a newcomer needs; both install what is missing.

SWIFT ?= swift
OUTPUT ?= notebooks-output
UNTRAP = .build/release/untrap
# Tests see internals, so they are built apart from the program.
TEST_FLAGS = -c release --scratch-path .build/tests -Xswiftc -enable-testing

# A baseline against a programme and its variants; results go where the programme's name says.
compare = $(UNTRAP) compare $(patsubst %,scenarios/%.yaml,$(1) $(2)) --force --out $(OUTPUT)/$(firstword $(2))

.PHONY: help demo test verify build format lint benchmark prepare clean

help:
	@echo "make demo       compare the four programmes with baselines and variants, look for traps and the best mix"
	@echo "make test       lint and run all tests"
	@echo "make verify     run the slow statistical tests"
	@echo "make build      build the command line tool, $(UNTRAP)"
	@echo "make format     format the sources"
	@echo "make benchmark  measure kernels and whole runs"

demo: build
	$(call compare,quetta-baseline,seher-mupp seher-without-organisation seher-first-phase seher-grants-first \
	  seher-grants-after-training)
	$(call compare,kasur-baseline,kasur-mawakhat kasur-top-down kasur-without-organisation)
	$(call compare,ajk-baseline,ajkrsp ajkrsp-staff-only ajkrsp-coverage-40 ajkrsp-without-inclusion)
	$(call compare,national-baseline,ehsaas)
	$(call compare,ehsaas-none,ehsaas-registry ehsaas)
	$(UNTRAP) traps $(OUTPUT)/kasur-mawakhat --force --out $(OUTPUT)/kasur-mawakhat-traps
	$(UNTRAP) optimize scenarios/portfolios/kasur-best-mix.yaml --force --out $(OUTPUT)/kasur-best-mix

test: lint
	$(SWIFT) test $(TEST_FLAGS)

verify: prepare
	UNTRAP_VERIFY=1 $(SWIFT) test $(TEST_FLAGS) --filter VerificationTests

build: prepare
	$(SWIFT) build -c release --product untrap

lint: prepare
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

benchmark: prepare
	$(SWIFT) run -c release benchmarks

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
