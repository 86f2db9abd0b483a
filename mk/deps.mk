# What building, testing and verifying need, by package name.

.PHONY: deps
deps: ## install what building, testing and verifying need (Debian, root)
	@tools/deps

.PHONY: deps-paper
deps-paper: $(filter deps,$(MAKECMDGOALS)) ## deps, and what figures, paper and book need
	@tools/deps --paper

.PHONY: deps-dev
deps-dev: $(filter deps deps-paper,$(MAKECMDGOALS)) ## deps, and what lint, check-valgrind, check-book and bare-test need
	@tools/deps --dev
