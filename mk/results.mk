# Results: values, certificates and tables in results/, by recipes.

## ONLY=pattern          results, reproduce: these ids or topics only
ONLY ?=
## TIMING=1              results: measure anew, too
TIMING ?=

RESULT_OBJECTS := $(patsubst tools/%.c,$(B)/tools-obj/%.o, \
    $(wildcard tools/results/*.c))

$(B)/tools/results: $(RESULT_OBJECTS) $(B)/liblyapcert.a
	@mkdir -p $(@D)
	$(CC) $(LINK) -o $@ $^ $(LIBS)

check-build: $(B)/tools/results

# The sources that bounds depend on.
RESULT_SOURCES = $(sort $(shell find src/base src/lang src/law src/certify \
    src/enclose src/claim src/cli include -name '*.[chly]'))
RESULTS = $(B)/tools/results --program $(B)/lyapcert -j $(JOBS) \
    $(if $(ONLY),--only '$(ONLY)') $(if $(TIMING),--timing) \
    --sources $$(cat $(RESULT_SOURCES) | sha256sum | cut -c 1-64)

.PHONY: results
results: $(B)/tools/results $(B)/lyapcert ## compute what is out of date in results/; ONLY=pattern
	@$(RESULTS) update

.PHONY: reproduce
reproduce: $(B)/tools/results $(B)/lyapcert ## compute results/ anew in a scratch folder and compare; ONLY=pattern
	@rm -rf $(B)/reproduce && mkdir -p $(B)/reproduce
	@$(RESULTS) reproduce $(B)/reproduce
