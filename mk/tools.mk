# Programs that propose; certificates decide.

TOOL_OBJECTS := $(patsubst tools/%.c,$(B)/tools-obj/%.o, \
    $(wildcard tools/counterexamples/*.c))

$(B)/tools-obj/%.o: tools/%.c
	@mkdir -p $(@D)
	$(CC) $(WARN) $(COMPILE) -c -o $@ $<

$(B)/tools/counterexamples: $(TOOL_OBJECTS) $(B)/liblyapcert.a
	@mkdir -p $(@D)
	$(CC) $(LINK) -o $@ $^ $(LIBS)

check-build: $(B)/tools/counterexamples

.PHONY: counterexamples
counterexamples: $(B)/tools/counterexamples ## search the least counterexamples of chapter residual anew
	@mkdir -p examples/counterexamples
	$< examples/counterexamples
