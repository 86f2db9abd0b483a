# Measurements: build/bench/NAME for each section bench/NAME.c.

## QUICK=1               bench: a run of seconds, to see that it works
QUICK ?=

BENCH_SECTIONS := $(patsubst bench/%.c,%,$(sort $(wildcard bench/*.c)))
BENCH_PROGRAMS := $(BENCH_SECTIONS:%=$(B)/bench/%)
BENCH_COMMON := $(patsubst bench/%.c,$(B)/bench-obj/%.o, \
    $(wildcard bench/common/*.c))

$(B)/bench-obj/%.o: bench/%.c
	@mkdir -p $(@D)
	$(CC) $(WARN) -Ibench $(COMPILE) -c -o $@ $<

$(BENCH_PROGRAMS): $(B)/bench/%: $(B)/bench-obj/%.o $(BENCH_COMMON) \
    $(B)/liblyapcert.a
	@mkdir -p $(@D)
	$(CC) $(LINK) -o $@ $^ $(LIBS)

.PHONY: bench
bench: $(BENCH_PROGRAMS) ## ratios against baselines, in one run; tables also in build/bench/
	@for section in $(BENCH_SECTIONS); do \
	    $(B)/bench/$$section $(if $(QUICK),--quick) \
	        $(B)/bench/$$section.tsv || exit 1; \
	done

check-build: $(BENCH_PROGRAMS)
