# Pictures and the paper, from results/ alone.

FIGURES := $(filter-out style,$(patsubst paper/figures/%.gp,%,\
    $(wildcard paper/figures/*.gp)))
FIGURE_PDF := $(FIGURES:%=$(B)/paper/figures/%.pdf)
FIGURE_SVG := $(FIGURES:%=$(B)/paper/figures/%.svg)
RESULT_FILES = $(shell find results -name '*.json' -o -name '*.tsv' | sort)

.PHONY: figures
figures: $(FIGURE_PDF) $(FIGURE_SVG) ## pictures (PDF, SVG) from results/

$(B)/paper/figures/%.pdf $(B)/paper/figures/%.svg &: paper/figures/%.gp \
    paper/figures/style.gp tools/paper/figure $(RESULT_FILES)
	@tools/paper/figure $* $(B)/paper/figures

.PHONY: paper
paper: $(B)/paper/paper.pdf ## the paper, its numbers from results/

$(B)/paper/numbers.tex: tools/paper/numbers $(RESULT_FILES) \
    $(wildcard paper/figures/*.gp)
	@mkdir -p $(@D)
	@tools/paper/numbers >$@.new && mv $@.new $@

$(B)/paper/paper.pdf: $(wildcard paper/*.tex paper/*.bib paper/sections/*.tex) \
    $(B)/paper/numbers.tex $(FIGURE_PDF) tools/paper/typeset tools/paper/lint
	@tools/paper/lint
	@tools/paper/typeset $(B)/paper
