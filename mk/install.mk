# Installation below DESTDIR; the man pages are those of doc/man.

exec_prefix ?= $(prefix)
bindir ?= $(exec_prefix)/bin
libdir ?= $(exec_prefix)/lib
includedir ?= $(prefix)/include
mandir ?= $(prefix)/share/man
# lyapcert cite finds them from its own place: ../share beside bindir.
resultsdir = $(exec_prefix)/share/lyapcert/results
INSTALL ?= install

HEADERS := $(wildcard include/lyapcert/*.h)
MAN1 := $(wildcard doc/man/*.1)
TOPICS := $(sort $(patsubst results/%/,%,$(dir $(wildcard \
    results/*/*.json results/*/*.tsv))))
SO := liblyapcert.so
SO_FILES := $(SO).$(VERSION) $(SO).$(SOVERSION) $(SO)

# Written each time: the directories may have been given anew.
.PHONY: $(B)/lyapcert.pc
$(B)/lyapcert.pc: mk/lyapcert.pc.in
	@mkdir -p $(@D)
	sed -e 's|@prefix@|$(prefix)|; s|@exec_prefix@|$(exec_prefix)|' \
	    -e 's|@libdir@|$(libdir)|; s|@includedir@|$(includedir)|' \
	    -e 's|@version@|$(VERSION)|; s|@libs@|$(LIBS) $(OPENMP)|' $< >$@

.PHONY: install
install: all $(B)/lyapcert.pc ## install command, libraries, headers, man pages, results
	$(INSTALL) -d '$(DESTDIR)$(bindir)' '$(DESTDIR)$(libdir)/pkgconfig' \
	    '$(DESTDIR)$(includedir)/lyapcert' '$(DESTDIR)$(mandir)/man1'
	$(INSTALL) $(B)/lyapcert $(B)/lyapcheck '$(DESTDIR)$(bindir)'
	$(INSTALL) -m 644 $(B)/liblyapcert.a '$(DESTDIR)$(libdir)'
	$(INSTALL) -m 644 $(B)/$(SO) '$(DESTDIR)$(libdir)/$(SO).$(VERSION)'
	ln -sf $(SO).$(VERSION) '$(DESTDIR)$(libdir)/$(SO).$(SOVERSION)'
	ln -sf $(SO).$(SOVERSION) '$(DESTDIR)$(libdir)/$(SO)'
	$(INSTALL) -m 644 $(HEADERS) '$(DESTDIR)$(includedir)/lyapcert'
	$(INSTALL) -m 644 $(B)/lyapcert.pc '$(DESTDIR)$(libdir)/pkgconfig'
	$(if $(MAN1),$(INSTALL) -m 644 $(MAN1) '$(DESTDIR)$(mandir)/man1')
	for topic in $(filter-out sources,$(TOPICS)); do \
	    $(INSTALL) -d '$(DESTDIR)$(resultsdir)'/$$topic && \
	    $(INSTALL) -m 644 results/$$topic/* \
	        '$(DESTDIR)$(resultsdir)'/$$topic || exit 1; \
	done
	$(INSTALL) -m 644 results/INDEX.md results/values.tsv \
	    '$(DESTDIR)$(resultsdir)'

.PHONY: uninstall
uninstall: ## remove what install put there
	rm -f '$(DESTDIR)$(bindir)/lyapcert' '$(DESTDIR)$(bindir)/lyapcheck'
	cd '$(DESTDIR)$(libdir)' 2>/dev/null && \
	    rm -f liblyapcert.a $(SO_FILES) pkgconfig/lyapcert.pc || :
	rm -rf '$(DESTDIR)$(includedir)/lyapcert' '$(DESTDIR)$(resultsdir)'
	$(if $(MAN1),cd '$(DESTDIR)$(mandir)/man1' 2>/dev/null && \
	    rm -f $(notdir $(MAN1)) || :)
