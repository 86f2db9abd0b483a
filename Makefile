# lyapcert: certified Lyapunov exponents. `make help` lists the targets.

VERSION := 0.1.0
B ?= build
CC ?= cc
CFLAGS ?= -O2 -g
WARN := -std=c11 -Wall -Wextra -Wconversion -Werror
CPPFLAGS += -Iinclude -I$(B)/gen -Isrc -D_POSIX_C_SOURCE=200809L \
    -DLYC_VERSION='"$(VERSION)"'

# FLINT 3 contains arb and Calcium; FLINT 2 has them beside it.
FLINT_LIBS = $(if $(wildcard /usr/include/flint/arb.h /usr/local/include/flint/arb.h),-lflint,-lcalcium -lantic -lflint-arb -lflint)
KERNEL_LIBS = $(FLINT_LIBS) -lmpfr -lgmp -lnettle -lm
LIBS = -lcmark -ljansson $(KERNEL_LIBS)

.DEFAULT_GOAL := all

MODULES := base lang law certify enclose claim report cli
MAINS := src/cli/main.c src/certify/lyapcheck.c
SOURCES := $(filter-out $(MAINS),$(sort $(foreach m,$(MODULES),$(wildcard src/$(m)/*.c src/$(m)/*/*.c))))
OBJECTS = $(SOURCES:src/%.c=$(B)/obj/%.o) $(GENERATED_OBJECTS)
GENERATED_OBJECTS = $(B)/obj/lang/scan.o $(B)/obj/lang/expr.o
# The trusted kernel: nothing that proposes, claims or reports.
KERNEL = $(filter $(B)/obj/base/% $(B)/obj/law/% $(B)/obj/certify/%,$(OBJECTS)) \
    $(filter-out $(B)/obj/lang/claims%,$(filter $(B)/obj/lang/%,$(OBJECTS)))

.PHONY: all
all: $(B)/lyapcert $(B)/lyapcheck $(B)/liblyapcert.a $(B)/liblyapcert.so

$(B)/lyapcert: $(B)/obj/cli/main.o $(B)/liblyapcert.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/lyapcheck: $(B)/obj/certify/lyapcheck.o $(KERNEL)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(KERNEL_LIBS)

$(B)/liblyapcert.a: $(OBJECTS)
	rm -f $@ && ar rcs $@ $^

$(B)/liblyapcert.so: $(OBJECTS)
	$(CC) -shared -Wl,-soname,liblyapcert.so.0 $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/gen/lang/expr.c $(B)/gen/lang/expr.h &: src/lang/expr.y
	@mkdir -p $(B)/gen/lang
	bison -Wall -Werror -o $(B)/gen/lang/expr.c --defines=$(B)/gen/lang/expr.h $<

$(B)/gen/lang/scan.c $(B)/gen/lang/scan.h &: src/lang/scan.l
	@mkdir -p $(B)/gen/lang
	flex -o $(B)/gen/lang/scan.c --header-file=$(B)/gen/lang/scan.h $<

# What flex writes does not keep -Wconversion.
$(B)/obj/lang/scan.o $(B)/obj/lang/expr.o: $(B)/obj/lang/%.o: $(B)/gen/lang/%.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -Wall $(CPPFLAGS) $(CFLAGS) -fPIC -MMD -MP -c -o $@ $<

$(B)/obj/%.o: src/%.c | $(B)/gen/lang/expr.h $(B)/gen/lang/scan.h
	@mkdir -p $(@D)
	$(CC) $(WARN) $(CPPFLAGS) $(CFLAGS) -fPIC -MMD -MP -c -o $@ $<

-include $(shell find $(B)/obj -name '*.d' 2>/dev/null)

# ---- tests: one Criterion program for each folder of tests/ ----

TEST_DIRS := base lang law certify enclose claim cli
TEST_PROGRAMS = $(foreach d,$(TEST_DIRS),$(if $(wildcard tests/$(d)/*.c),$(B)/tests/$(d)))

$(B)/tests/%: $(B)/liblyapcert.a $(wildcard tests/*/*.c tests/*/*.h)
	@mkdir -p $(@D)
	$(CC) -std=c11 -Wall -Wextra -Werror $(CPPFLAGS) -Itests $(CFLAGS) -o $@ $(wildcard tests/$*/*.c) $(B)/liblyapcert.a -lcriterion $(LIBS)

.PHONY: check
check: all $(TEST_PROGRAMS)
	@for t in $(TEST_PROGRAMS); do $$t || exit 1; done

.PHONY: clean
clean:
	rm -rf $(B)
