# lyapcert: certified Lyapunov exponents. `make help` lists the targets.

VERSION := 0.1.0
SOVERSION := 0

# ---- what may be set on the command line ----
## B=build               directory to build in
B ?= build
## CC=cc                 C compiler
## CFLAGS='-O2 -g'       optimisation and debugging
CFLAGS ?= -O2 -g
## WERROR=               warnings are not errors
WERROR ?= -Werror
## OPENMP=               no loops over several threads
OPENMP ?= -fopenmp
## JOBS=2                processes of verify, verify-full, results and reproduce
JOBS ?= 2
## prefix=/usr/local     where install puts things, below DESTDIR
prefix ?= /usr/local

.DEFAULT_GOAL := all

# `deps` brings the compiler and the libraries, `clean` removes what is built:
# goals beside them are left to a make that starts afterwards.
FIRST := $(strip $(filter deps deps-paper deps-dev,$(MAKECMDGOALS)) \
    $(filter clean,$(firstword $(MAKECMDGOALS))))
REST := $(if $(FIRST),$(filter-out $(FIRST),$(MAKECMDGOALS)))

include mk/deps.mk
ifneq ($(REST),)
.PHONY: $(REST)
$(firstword $(REST)): $(FIRST)
	@$(MAKE) --no-print-directory $(REST)
$(filter-out $(firstword $(REST)),$(REST)): $(firstword $(REST))
	@:
else
include mk/build.mk
include mk/test.mk
include mk/bench.mk
include mk/tools.mk
include mk/results.mk
include mk/paper.mk
include mk/book.mk
include mk/install.mk

.PHONY: help
help: ## this list
	@echo 'usage: make [TARGET] [VARIABLE=value]'
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-15s %s\n", $$1, $$2 }' \
	    Makefile mk/*.mk
	@echo
	@sed -n 's/^## /  /p' Makefile mk/*.mk
endif

ifeq ($(filter clean,$(REST)),)
.PHONY: clean
clean: ## remove what was built
	rm -rf $(B) $(B)-asan $(B)-clang
endif
