# The library, the command and the bare checker.

WARN := -std=c11 -Wall -Wextra -Wconversion $(WERROR)
CPPFLAGS += -Iinclude -I$(B)/gen -Isrc -D_POSIX_C_SOURCE=200809L \
    -DLYC_VERSION='"$(VERSION)"'
COMPILE = $(CPPFLAGS) $(CFLAGS) $(OPENMP) -fPIC -MMD -MP
LINK = $(CFLAGS) $(OPENMP) $(LDFLAGS)

# Looked up when something is linked, not when this file is read.
FLINT_LIBS = $(shell CC='$(CC)' tools/flint-libs)
KERNEL_LIBS = $(FLINT_LIBS) -lmpfr -lgmp -lnettle -lz -lm
LIBS = -lcmark -ljansson $(KERNEL_LIBS)

MODULES := base lang law certify enclose claim report cli
MAINS := src/cli/main.c src/certify/lyapcheck.c
SOURCES := $(filter-out $(MAINS),$(sort \
    $(foreach m,$(MODULES),$(wildcard src/$(m)/*.c src/$(m)/*/*.c))))
GENERATED_OBJECTS := $(B)/obj/lang/scan.o $(B)/obj/lang/expr.o
OBJECTS := $(SOURCES:src/%.c=$(B)/obj/%.o) $(GENERATED_OBJECTS)
# The trusted kernel: nothing that proposes, claims or reports.
KERNEL := $(filter $(B)/obj/base/% $(B)/obj/law/% $(B)/obj/certify/%, \
    $(OBJECTS)) \
    $(filter-out $(B)/obj/lang/claims%,$(filter $(B)/obj/lang/%,$(OBJECTS)))

.PHONY: all
all: $(B)/lyapcert $(B)/lyapcheck $(B)/liblyapcert.a $(B)/liblyapcert.so ## the command, the bare checker, the libraries (default)

$(B)/lyapcert: $(B)/obj/cli/main.o $(B)/liblyapcert.a
	$(CC) $(LINK) -o $@ $^ $(LIBS)

$(B)/lyapcheck: $(B)/obj/certify/lyapcheck.o $(KERNEL)
	$(CC) $(LINK) -o $@ $^ $(KERNEL_LIBS)

$(B)/liblyapcert.a: $(OBJECTS)
	rm -f $@ && ar rcs $@ $^

$(B)/liblyapcert.so: $(OBJECTS)
	$(CC) -shared -Wl,-soname,liblyapcert.so.$(SOVERSION) $(LINK) -o $@ $^ \
	    $(LIBS)

$(B)/gen/lang/expr.c $(B)/gen/lang/expr.h &: src/lang/expr.y
	@mkdir -p $(B)/gen/lang
	bison -Wall -Werror -o $(B)/gen/lang/expr.c \
	    --defines=$(B)/gen/lang/expr.h $<

$(B)/gen/lang/scan.c $(B)/gen/lang/scan.h &: src/lang/scan.l
	@mkdir -p $(B)/gen/lang
	flex -o $(B)/gen/lang/scan.c --header-file=$(B)/gen/lang/scan.h $<

# What flex and bison write does not keep to -Wconversion.
$(GENERATED_OBJECTS): $(B)/obj/lang/%.o: $(B)/gen/lang/%.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -Wall $(COMPILE) -c -o $@ $<

# Only lang sees the generated headers.
$(filter $(B)/obj/lang/%,$(OBJECTS)): | $(B)/gen/lang/expr.h \
    $(B)/gen/lang/scan.h

$(B)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(WARN) $(COMPILE) -c -o $@ $<

-include $(shell find $(B) -name '*.d' 2>/dev/null)

.PHONY: verify
verify: $(B)/lyapcert ## decide every claim of theory/ and the ensembles of verify/; CHAPTER=name
	@test -n "$(CHAPTERS)" || \
	    { echo "make verify: no chapter theory/*$(CHAPTER).md" >&2; exit 1; }
	$(B)/lyapcert verify -j $(JOBS) $(CHAPTERS) $(ENSEMBLES)

.PHONY: verify-full
verify-full: $(B)/lyapcert ## the same with large ensembles and verify/full/; goes on where it was interrupted
	$(B)/lyapcert verify -j $(JOBS) --full --max-seconds 1200 --law-seconds 60 \
	    --resume $(B)/verify-full.state \
	    $(CHAPTERS) $(ENSEMBLES) $(sort $(wildcard verify/full/*.md))

ENSEMBLES = $(if $(CHAPTER),,$(sort $(wildcard verify/*.md)))
CHAPTERS = $(sort $(wildcard theory/$(if $(CHAPTER),??-$(CHAPTER),[0-9]*).md))
