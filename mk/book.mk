# The chapters as web pages: build/book/index.html.

BOOK_PARTS := $(B)/book-parts
SPACE := $() $()
# theory/04-random-fibonacci.md: random-fibonacci
book_name = $(subst $(SPACE),-,$(wordlist 2,99,$(subst -, ,$(basename $(notdir $(1))))))
BOOK_WOVEN = $(foreach c,$(CHAPTERS),$(BOOK_PARTS)/$(call book_name,$(c))/woven.md)

define book_part
$(BOOK_PARTS)/$(call book_name,$(1))/woven.md: $(1) $(B)/lyapcert \
    tools/book/part tools/book/scan.lua tools/book/common.lua
	@mkdir -p $(BOOK_PARTS)
	tools/book/part $(B)/lyapcert $(1) $$(@D) -j 1
endef
$(foreach c,$(sort $(wildcard theory/[0-9]*.md)),$(eval $(call book_part,$(c))))

.PHONY: book
book: $(BOOK_WOVEN) $(FIGURE_SVG) ## the chapters as web pages in build/book/, with verdicts and certificates
	@tools/book/pages $(BOOK_PARTS) $(B)/paper/figures $(B)/book $(CHAPTERS)
	@echo "$(B)/book/index.html"

.PHONY: check-book
check-book: book ## the book's links, and its pages in a browser (chromium)
	@tools/book/links $(B)/book
	@tests/tools/book_browser.sh $(B)/book >$(B)/check-book.log; \
	    grep -v '^ok ' $(B)/check-book.log; \
	    echo "$$(grep -c '^ok ' $(B)/check-book.log) passed," \
	        "$$(grep -c '^not ok ' $(B)/check-book.log) failed"; \
	    ! grep -q '^not ok ' $(B)/check-book.log
