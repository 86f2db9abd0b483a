# What building, testing and verifying need, by package name.

.PHONY: deps
deps: ## install what building, testing and verifying need (Debian, root)
	@tools/deps

.PHONY: deps-dev
deps-dev: ## deps, and what lint, check-valgrind and bare-test need
	@tools/deps --dev
