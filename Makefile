# The menu. `make demo` and `make test` are all that a newcomer needs; both install what is missing.

SWIFT ?= swift
OUTPUT ?= notebooks-output
UNTRAP = .build/release/untrap
PREFIX ?= /usr/local
# Where `make install` puts what the program brings, and where SwiftPM leaves the pages of the manual.
SHARE = $(DESTDIR)$(PREFIX)/share
MANUAL = .build/plugins/GenerateManual/outputs/untrap
# Tests see internals, so they are built apart from the program.
TEST_FLAGS = -c release --scratch-path .build/tests -Xswiftc -enable-testing

# A Python of the build's own holds what draws charts, and what only tests need.
PYTHON = .build/python
DRAWING = vl-convert-python==1.9.0.post1
TESTERS = playwright==1.65.2 axe-core-python==0.1.0 jsonschema==4.26.0 PyYAML==6.0.3

# Debian's packages, as root or with sudo.
root = $$([ "$$(id -u)" = 0 ] || echo sudo)
apt = $(root) apt-get update -q && $(root) env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends

# A Python with the charting library in a directory.
python = { python3 -c 'import ensurepip, venv' 2>/dev/null || { $(apt) python3-venv; }; } && python3 -m venv $(1) && \
  $(1)/bin/pip install --quiet --disable-pip-version-check $(DRAWING)

# A baseline against a programme and its variants; results go where the programme's name says.
compare = $(UNTRAP) compare $(patsubst %,scenarios/%.yaml,$(1) $(2)) --force --out $(OUTPUT)/$(firstword $(2))

# The comparison that the notebooks read, and the tables of it that are kept in git.
compare_kasur = $(call compare,kasur-baseline,kasur-mawakhat kasur-top-down kasur-without-organisation)
TABLES = attribution.csv course.csv datapackage.json effectiveness.csv ranking.csv

.PHONY: help demo evidence notebooks documentation test verify build install format lint benchmark prepare testers clean

help:
	@echo "make demo           compare the four programmes, look for traps and the best mix, make the report"
	@echo "make evidence       hold the model against published figures, with SURVEY=FILE from a survey"
	@echo "make notebooks      make the tables and pictures kept in notebooks-output anew, run the notebook"
	@echo "make documentation  build the guide and the model's pages, .build/documentation"
	@echo "make test           lint and run all tests"
	@echo "make verify         run the slow statistical tests"
	@echo "make build          build the command line tool, $(UNTRAP)"
	@echo "make install        install it with its manual and completions under PREFIX, $(PREFIX)"
	@echo "make format         format the sources"
	@echo "make benchmark      measure kernels and whole runs"

demo: build
	$(call compare,quetta-baseline,seher-mupp seher-without-organisation seher-first-phase seher-grants-first \
	  seher-grants-after-training)
	$(compare_kasur)
	$(call compare,ajk-baseline,ajkrsp ajkrsp-staff-only ajkrsp-coverage-40 ajkrsp-without-inclusion)
	$(call compare,national-baseline,ehsaas)
	$(call compare,ehsaas-none,ehsaas-registry ehsaas)
	$(UNTRAP) traps $(OUTPUT)/kasur-mawakhat --force --out $(OUTPUT)/kasur-mawakhat-traps
	$(UNTRAP) optimize scenarios/portfolios/kasur-best-mix.yaml --force --out $(OUTPUT)/kasur-best-mix
	$(UNTRAP) report $(addprefix $(OUTPUT)/,seher-mupp kasur-mawakhat ajkrsp ehsaas ehsaas-registry) --force \
	  --title "What gets households out of dependency" --out $(OUTPUT)/report.html

evidence: build
	$(UNTRAP) evidence $(if $(SURVEY),--survey $(SURVEY))

notebooks: build testers
	$(compare_kasur) --quiet
	cp $(TABLES:%=$(OUTPUT)/kasur-mawakhat/%) notebooks-output/kasur-tables
	for chart in paths differences plane; do \
	  $(UNTRAP) plot $(OUTPUT)/kasur-mawakhat --chart $$chart --force --out notebooks-output/pictures/kasur-$$chart.svg \
	    || exit 1; \
	done
	cp notebooks-output/pictures/kasur-differences.svg notebooks-output/pictures/kasur-plane.svg \
	  Sources/untrap/untrap.docc/Resources
	$(PYTHON)/bin/python3 notebooks-output/execute.py notebooks-output/kasur.ipynb notebooks-output/kasur.ipynb

documentation: prepare
	$(SWIFT) package --allow-writing-to-directory .build/documentation generate-documentation --target untrap \
	  --target Households --enable-experimental-combined-documentation --symbol-graph-minimum-access-level public \
	  --warnings-as-errors --output-path .build/documentation

test: lint testers
	$(SWIFT) test $(TEST_FLAGS)

verify: prepare
	UNTRAP_VERIFY=1 $(SWIFT) test $(TEST_FLAGS) --filter VerificationTests

build: prepare
	$(SWIFT) build -c release --product untrap

install: build
	rm -rf $(MANUAL)
	$(SWIFT) package generate-manual --multi-page --date $$(git log -1 --format=%cs 2>/dev/null || date +%Y-%m-%d)
	install -D $(UNTRAP) $(DESTDIR)$(PREFIX)/bin/untrap
	install -d $(SHARE)/man/man1 $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions \
	  $(SHARE)/fish/vendor_completions.d
	for page in $(MANUAL)/*.1; do \
	  awk -f Sources/untrap/manual.awk "$$page" > "$(SHARE)/man/man1/$$(basename "$$page" .1 | tr . -).1" || exit 1; \
	done
	$(call python,$(SHARE)/untrap/python)
	$(UNTRAP) --generate-completion-script bash > $(SHARE)/bash-completion/completions/untrap
	$(UNTRAP) --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_untrap
	$(UNTRAP) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/untrap.fish

lint: prepare
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Snippets Tests Benchmarks

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Snippets Tests Benchmarks

benchmark: prepare
	$(SWIFT) run -c release benchmarks

# OpenBLAS and OpenSSL with their headers, pkg-config by which Swift finds them, and the charting library.
prepare:
	@command -v $(SWIFT) >/dev/null || { echo "untrap needs Swift 6.3: https://www.swift.org/install" >&2; exit 1; }
	@if ! { command -v pkg-config && pkg-config --exists openblas libcrypto; } >/dev/null 2>&1; then \
	  $(apt) libopenblas-dev libssl-dev pkg-config; \
	fi
	@[ -e $(PYTHON)/drawing ] || { $(call python,$(PYTHON)) && touch $(PYTHON)/drawing; } \
	  || echo "no vl-convert-python: untrap report and plot cannot draw" >&2

# What tests open pages and run notebooks with; where it cannot be had they are skipped and say so.
testers: prepare
	@command -v chromium >/dev/null || { $(apt) chromium; } || echo "no Chromium: tests of pages are skipped" >&2
	@command -v pdftotext >/dev/null || { $(apt) poppler-utils; } \
	  || echo "no pdftotext: the test of printed pages is skipped" >&2
	@Rscript -e 'library(knitr); library(jsonlite)' >/dev/null 2>&1 \
	  || { $(apt) r-base-core r-cran-knitr r-cran-jsonlite; } || echo "no R: its notebook is not run" >&2
	@[ -e $(PYTHON)/testers ] || { $(PYTHON)/bin/pip install --quiet --disable-pip-version-check $(TESTERS) \
	  --requirement notebooks-output/requirements.txt && touch $(PYTHON)/testers; } \
	  || echo "no playwright or no notebooks: their tests are skipped" >&2

clean:
	$(SWIFT) package clean
	rm -rf .build/tests
