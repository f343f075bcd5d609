# SPDX-License-Identifier: MIT
#
# seam: a terminal console for AI-agent meshes
#
#   make              build ./seam (libraries missing? make deps)
#   make demo         install what is missing, build, start the demo mesh and its console
#   make test         install what is missing, build, run every test: ends in "N passed, N failed"
#   make test-unit    the unit tests alone; also test-oracle, test-screens, test-e2e
#   make lint         format, static checks, layers, and what has grown too long
#   make analyze      clang --analyze and gcc -fanalyzer: clean, or justified in tests/analyze.known; T=bus/, T=gcc
#   make fmt          clang-format everything in place
#   make bench        build and run the benchmarks
#   make fuzz         run every fuzzer, MINUTES=1 each (clang); T=schema: only that one
#   make fuzz-planted plant a bug in front of each fuzzer that strangers' bytes go by: each has to find its own
#   make fuzz-coverage how many lines of contract/ and base/json.c they have run: 90 % at least
#   make schemas      SCHEMAS=10000 random JSON schemas, judged by an independent validator as well; SEED=n
#   make chaos        kill, stop, cut and fill up a hub for MINUTES=1 and judge what is left; SEED=n
#   make install      to PREFIX=/usr/local, below DESTDIR; make uninstall takes it away again
#   make deps         install what building, testing and linting need
#   make clean        remove all that make has made
#   make help         this list
#
#   SAN=1     a second build beside the first, with address and undefined-behaviour sanitizers
#   T=word    only the tests whose file name has this word in it: make test-unit T=table
#   V=1       show the commands      WERROR=0  warnings are not errors      -jN  default: all cores
#   SEAM_NO_INSTALL=1   never install; say what is missing and stop

PREFIX ?= /usr/local
MINUTES ?= 1
SCHEMAS ?= 10000

ifeq ($(origin CC),default)
CC = cc
endif
# What is installed has no lines and names for a debugger; STRIP=: leave them in
STRIP ?= strip

# What a folder may include: tests/layers.sh. All of it but main() goes into libseam.a.
FOLDERS = base contract mesh bus tui views app
SRC = $(wildcard $(FOLDERS:=/*.c))
UNIT = $(wildcard tests/unit/test_*.c)
SCREENS = $(wildcard tests/screens/*.c)
BENCH = $(wildcard tests/bench/bench_*.c)
FUZZ = $(wildcard tests/fuzz/fuzz_*.c)
FUZZED = $(filter %$(T),$(FUZZ:tests/fuzz/%.c=%))

# The variants stand side by side: build/plain, build/san, build/fuzz, build/cover.
VARIANT = $(if $(SAN),san,plain)
B = build/$(VARIANT)
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
ifeq ($(VARIANT),plain)
CFLAGS ?= -O2 -g -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
WERROR ?= 1
else
# Instrumented code makes gcc warn of what cannot be: the plain build is the judge of warnings.
# -g1: lines for the traces, which is what sanitizers print.
CFLAGS ?= -O1 -g1 -U_FORTIFY_SOURCE
WERROR ?= 0
VARIANT_FLAGS_san = $(SANITIZE) -Wno-format-truncation
VARIANT_FLAGS_fuzz = $(SANITIZE) -fsanitize=fuzzer-no-link
VARIANT_FLAGS_cover = -fprofile-instr-generate -fcoverage-mapping -fsanitize=fuzzer-no-link
endif
VARIANT_FLAGS = $(VARIANT_FLAGS_$(VARIANT))

WARN = -Wall -Wextra -Wshadow -Wpointer-arith -Wstrict-prototypes -Wmissing-prototypes \
	-Wwrite-strings -Wundef -Wvla
# Sanitizers add a quarter of a million addresses; a program at a fixed place need not mend them at
# each of the thousands of starts that tests make.
ifdef SAN
HARDEN = -fno-pie
HARDEN_LINK = -no-pie
else
# tests/e2e/test_hardening.py looks for them in the binary. Of control flow, what this compiler has.
HARDEN = -fstack-protector-strong -fPIE $(HARDEN_MORE)
HARDEN_LINK = -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,separate-code
endif
takes = $(shell $(CC) -Werror $1 -x c -c -o /dev/null /dev/null 2>/dev/null && echo $1)
HARDEN_MORE = $(eval HARDEN_MORE := $$(foreach f,-fstack-clash-protection -fcf-protection=full \
	-mbranch-protection=standard -ftrivial-auto-var-init=zero,$$(call takes,$$f)))$(HARDEN_MORE)
FLAGS = -std=c11 -D_GNU_SOURCE -I. $(WARN) $(HARDEN) $(VARIANT_FLAGS) -pthread $(CPPFLAGS) $(CFLAGS)
LINK = $(HARDEN_LINK) -pthread $(VARIANT_FLAGS) $(LDFLAGS)

# Asked of pkg-config once, when the first compiler runs: by then "make test" and "make demo"
# have installed it. Debian's ncursesw would also define _XOPEN_SOURCE, which is ours to choose.
PACKAGES = ncursesw libzmq jansson sqlite3 libsodium libzstd libpcre2-8
HEADERS = libcurl libmicrohttpd # loaded when they are needed: bus/late.h
pkg = $(if $(shell pkg-config --print-errors --exists $2 && echo found),$(shell pkg-config $1 $2) \
	,$(error libraries are missing: run "make deps"))
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(filter-out -D%,$$(call pkg,--cflags,$(PACKAGES) $(HEADERS))))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $$(call pkg,--libs,$(PACKAGES)))$(PKG_LIBS)

COMPILE = $(CC) $(FLAGS) $(if $(filter-out 0,$(WERROR)),-Werror) $(PKG_CFLAGS) -MMD -MP
LIBS = $(PKG_LIBS) -lm

LIB = $(B)/libseam.a
OBJ = $(SRC:%.c=$(B)/%.o)
REPLAY = $(FUZZ:tests/fuzz/%.c=$(B)/tests/replay/%)
TEST_BIN = $(UNIT:%.c=$(B)/%) $(SCREENS:%.c=$(B)/%) $(REPLAY)
RUN_TESTS = B=$(B) tests/run $(if $(T),-k '$(T)')

# All cores, unless told otherwise or called from another make.
ifeq ($(MAKELEVEL)$(filter -j% --jobserver%,$(MAKEFLAGS)),0)
MAKEFLAGS += -j$(shell nproc)
endif
MAKEFLAGS += --no-print-directory
# Several goals follow one another; the makes below them use all cores again.
RUNS = demo test test-unit test-oracle test-screens test-e2e lint analyze fmt bench fuzz fuzz-planted fuzz-coverage schemas chaos deps clean
ifneq ($(filter $(RUNS),$(MAKECMDGOALS)),)
.NOTPARALLEL:
endif
say = $(if $(V),,@printf '%-5s %s\n' $1 $@;)

# ---- build

all: $(B)/seam $(if $(SAN),,seam)

seam: build/plain/seam
	@ln -sf $< $@

lib: $(LIB)

$(B)/seam: $(B)/app/main.o $(LIB)
	$(call say,LINK)$(CC) $(LINK) -o $@ $^ $(LIBS)

$(LIB): $(filter-out $(B)/app/main.o,$(OBJ)) $(B)/sources
	$(call say,AR)rm -f $@ && $(AR) rcs $@ $(filter %.o,$^)

$(B)/%.o: %.c $(B)/flags
	@mkdir -p $(@D)
	$(call say,CC)$(COMPILE) -DSEAM_SHARE_DIR='"$(PREFIX)/share/seam"' -c -o $@ $<

# Touched only when their text has changed: new flags compile anew, a new file makes a new archive.
$(B)/flags: text = $(CC) $(FLAGS) $(LINK) $(PREFIX)
$(B)/sources: text = $(SRC)
$(B)/flags $(B)/sources: FORCE
	@mkdir -p $(@D)
	@echo '$(text)' | cmp -s - $@ || echo '$(text)' >$@

# A program of tests/ is one file and libseam.a.
PROGRAM = $(COMPILE) -MF $@.d -MT $@ $(LINK) -o $@ $< $(LIB)

$(B)/tests/unit/%: LIBS += -lcmocka
$(B)/tests/fuzz/%: LIBS += -fsanitize=fuzzer
$(B)/tests/fuzz/fuzz_console $(B)/tests/replay/fuzz_console: LIBS += -lcmocka # tests/scene.h
$(B)/tests/%: tests/%.c $(LIB) $(B)/flags
	@mkdir -p $(@D)
	$(call say,CC)$(PROGRAM) $(LIBS)

# A fuzzer without libFuzzer: it takes the files that it is given.
$(B)/tests/replay/%: tests/fuzz/%.c tests/fuzz/replay.h $(LIB) $(B)/flags
	@mkdir -p $(@D)
	$(call say,CC)$(PROGRAM) -include tests/fuzz/replay.h $(LIBS)

unit-bins: $(UNIT:%.c=$(B)/%)
test-bins: all $(TEST_BIN)
bench-bins: all $(BENCH:%.c=$(B)/%)
fuzz-bins: $(FUZZ:%.c=$(B)/%)
unit-bins test-bins bench-bins fuzz-bins: ; @:

-include $(OBJ:.o=.d) $(wildcard $(B)/tests/*/*.d)

# ---- run: what must be installed first is a make of its own

demo:
	@.ci/deps build
	@$(MAKE) all
	@./seam demo

test:
	@.ci/deps build test
	@$(MAKE) test-bins
	@$(RUN_TESTS)

test-unit:
	@.ci/deps build test
	@$(MAKE) unit-bins
	@$(RUN_TESTS) unit

test-oracle test-screens test-e2e:
	@.ci/deps build test
	@$(MAKE) test-bins
	@$(RUN_TESTS) $(@:test-%=%)

lint:
	@.ci/deps lint
	@tests/lint.sh

analyze:
	@.ci/deps build $(if $(filter gcc,$(T)),,fuzz)
	@/usr/bin/python3 tests/analyze.py $(T)

fmt:
	@.ci/deps lint
	clang-format -i $$(git ls-files -co --exclude-standard '*.[ch]')

bench:
	@.ci/deps build bench
	@$(MAKE) bench-bins
	@if test -x tests/bench/run; then B=$(B) tests/bench/run; \
	else for b in $(BENCH:%.c=$(B)/%); do $$b || exit 1; done; fi

fuzz:
	@.ci/deps build test fuzz
	@$(MAKE) fuzz-bins VARIANT=fuzz CC=clang WERROR=0
	@for f in $(FUZZED); do \
		echo "$$f: $(MINUTES) min"; mkdir -p build/fuzz/corpus/$$f build/fuzz/seeds/$$f; \
		/usr/bin/python3 tests/fuzz/seeds.py $$f build/fuzz/seeds/$$f; \
		dict=tests/fuzz/$$f.dict; test -e $$dict || dict=; \
		build/fuzz/tests/fuzz/$$f -max_total_time=$$(($(MINUTES) * 60)) -timeout=20 \
			-max_len=8192 $${dict:+-dict=$$dict} -artifact_prefix=build/fuzz/$$f- -print_final_stats=1 \
			build/fuzz/corpus/$$f build/fuzz/seeds/$$f fixtures || exit 1; \
	done

fuzz-planted:
	@.ci/deps build test fuzz
	@$(MAKE) fuzz-bins VARIANT=fuzz CC=clang WERROR=0
	@/usr/bin/python3 tests/fuzz/planted.py $(T)

COVERED = $(wildcard contract/*.c) base/json.c base/json_lex.c

# The lines that what the fuzzers have found, and what they began with, run through. The
# objects tell of all lines, those that are in no fuzzer too.
fuzz-coverage:
	@.ci/deps build test fuzz
	@$(MAKE) fuzz-bins VARIANT=cover CC=clang WERROR=0
	@rm -f build/cover/*.profraw
	@for f in $(FUZZED); do \
		mkdir -p build/fuzz/corpus/$$f build/fuzz/seeds/$$f; \
		/usr/bin/python3 tests/fuzz/seeds.py $$f build/fuzz/seeds/$$f; \
		LLVM_PROFILE_FILE=build/cover/$$f.profraw build/cover/tests/fuzz/$$f -runs=0 \
			build/fuzz/corpus/$$f build/fuzz/seeds/$$f fixtures 2>/dev/null || exit 1; \
	done
	@llvm-profdata merge -o build/cover/all.profdata build/cover/*.profraw
	@llvm-cov export -summary-only -instr-profile=build/cover/all.profdata \
		$(COVERED:%.c=-object=build/cover/%.o) | \
		/usr/bin/python3 tests/fuzz/coverage.py $(if $(T),0,90) $(COVERED)

schemas:
	@.ci/deps build test
	@$(MAKE) all
	@SCHEMAS=$(SCHEMAS) $(if $(SEED),SEED=$(SEED)) SEAM_TEST_LIMIT=3600 $(RUN_TESTS) -k schema_random oracle

chaos:
	@.ci/deps build test
	@$(MAKE) all
	@B=$(B) tests/chaos/long $(MINUTES) $(SEED)

deps:
	@.ci/deps build test lint

# ---- install

BINDIR = $(DESTDIR)$(PREFIX)/bin
SHAREDIR = $(DESTDIR)$(PREFIX)/share/seam
DOCDIR = $(DESTDIR)$(PREFIX)/share/doc/seam
MANDIR = $(DESTDIR)$(PREFIX)/share/man/man1
MAN = $(wildcard docs/*.1)
UNITDIR = $(DESTDIR)$(PREFIX)/lib/systemd/system
UNITS = $(wildcard packaging/*.service.in)

install: all
	install -d $(BINDIR) $(SHAREDIR) $(DOCDIR)
	install -m 755 $(B)/seam $(BINDIR)/seam
	$(if $(STRIP),$(STRIP) $(BINDIR)/seam)
	cp -R fixtures/contracts $(SHAREDIR)/
	install -m 644 README.md LICENSE $(wildcard docs/*.md) $(DOCDIR)
	$(if $(MAN),install -d $(MANDIR) && install -m 644 $(MAN) $(MANDIR))
	install -d $(UNITDIR)
	for u in $(UNITS); do sed 's,@PREFIX@,$(PREFIX),g' $$u >$(UNITDIR)/$$(basename $$u .in) && \
		chmod 644 $(UNITDIR)/$$(basename $$u .in) || exit 1; done

uninstall:
	rm -f $(BINDIR)/seam $(MANDIR)/seam.1 $(UNITDIR)/seam-hub@.service
	rm -rf $(SHAREDIR) $(DOCDIR)

clean:
	rm -rf build seam

help:
	@sed -n '3,/^$$/s/^# \{0,1\}//p' Makefile

FORCE:

.PHONY: all lib unit-bins test-bins bench-bins fuzz-bins $(RUNS) install uninstall help FORCE
