# Tests: one Criterion program for each folder of tests/ that has test_*.c.

TEST_DIRS := $(sort $(patsubst tests/%/,%,$(dir $(wildcard tests/*/test_*.c))))
TEST_PROGRAMS := $(TEST_DIRS:%=$(B)/tests/%)
# LYC_BUILD: where a test finds the commands it runs.
TEST_FLAGS = -std=c11 -Wall -Wextra $(WERROR) -Itests -DLYC_BUILD='"$(B)"'

$(B)/test-obj/%.o: tests/%.c
	@mkdir -p $(@D)
	$(CC) $(TEST_FLAGS) $(COMPILE) -c -o $@ $<

test_objects = $(patsubst tests/%.c,$(B)/test-obj/%.o,$(wildcard tests/$(1)/*.c))
$(foreach t,$(TEST_DIRS),$(eval \
    $(B)/tests/$(t): $(call test_objects,$(t)) $(B)/liblyapcert.a))

$(TEST_PROGRAMS):
	@mkdir -p $(@D)
	$(CC) $(LINK) -o $@ $^ -lcriterion $(LIBS)

# Programs that tests and measurements use: build/tools/NAME.
TEST_TOOLS := $(patsubst tests/tools/%.c,$(B)/tools/%,$(wildcard tests/tools/*.c))

$(TEST_TOOLS): $(B)/tools/%: $(B)/test-obj/tools/%.o $(B)/liblyapcert.a
	@mkdir -p $(@D)
	$(CC) $(LINK) -o $@ $^ $(LIBS)

.PHONY: check-build
check-build: all $(TEST_PROGRAMS) $(TEST_TOOLS)

.PHONY: check
check: check-build ## run the tests
	@tools/check $(B)

.PHONY: acceptance
acceptance: check-build ## 40 + 200 random laws: bounded, rechecked, simulated (long)
	tests/tools/acceptance.sh $(B)
	tests/tools/acceptance.sh $(B) 5 1 200 1e-4 tests/tools/random_kind.sh 2e-3

## SEEDS=1-200           of `kinds`: a part, summed up by acceptance_summary.sh
SEEDS ?= 1-200

.PHONY: kinds
kinds: check-build ## the 200 laws of all kinds, or those of SEEDS=1-50
	tests/tools/acceptance.sh $(B) 5 $(subst -, ,$(SEEDS)) 1e-4 \
	    tests/tools/random_kind.sh 2e-3

## BUDGET_3=60           seconds for a law of `spectra` in dimension 3
BUDGET_3 ?= 60
## BUDGET_4=180          the same in dimension 4; 100000cones: cones instead
BUDGET_4 ?= 180

.PHONY: spectra
spectra: check-build ## whole spectra of 28 random laws, d = 3 and 4 (long)
	tests/tools/spectra.sh $(B) $(BUDGET_3) $(BUDGET_4)

# Sanitized code raises false alarms among the warnings: they are no errors here.
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all \
    -fno-omit-frame-pointer

.PHONY: check-sanitize
check-sanitize: ## the tests and bad input under ASan and UBSan
	$(MAKE) B=$(B)-asan WERROR= CFLAGS='-O1 -g $(SANITIZE)' check-build
	tools/check-sanitize $(B)-asan
	tools/bad-input $(B)-asan

.PHONY: check-valgrind
check-valgrind: all ## sound and bad input to the command under valgrind
	@# What libgomp keeps for its threads looks lost.
	OMP_THREAD_LIMIT=1 tools/bad-input $(B) valgrind -q --error-exitcode=99 --leak-check=full

.PHONY: lint
lint: ## format, static analysis, theory-code links, include directions
	@tools/lint/all $(B)

.PHONY: bare-test
bare-test: ## deps verify, deps check on bare Debian systems (root); RELEASES=
	@tools/bare-test
