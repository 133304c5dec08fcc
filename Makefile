# Sets up what is missing, once per user, and calls the tools. What belongs to the build is in Trunk.toml.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.SILENT:
.NOTPARALLEL:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory

TRUNK_VERSION := 0.21.14
# The crate and its command line have to be of the same version.
BINDGEN_VERSION := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
RUST_VERSION := $(shell sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)

CACHE := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/partner-profile
TRUNK := $(CACHE)/trunk-$(TRUNK_VERSION)/bin/trunk
BINDGEN := $(CACHE)/wasm-bindgen-$(BINDGEN_VERSION)/bin/wasm-bindgen
NPM := $(CACHE)/packages-$(shell sha256sum package-lock.json | head -c 16)

# package:command. Chromium is needed for the tests; what needs another of these says so where it is missing.
DEBIAN := chromium:chromium chromium-driver:chromedriver firefox-esr:firefox-esr \
	webkit2gtk-driver:WebKitWebDriver xvfb:xvfb-run xauth:xauth nginx-light:nginx apache2-bin:apache2 \
	caddy:caddy

export PATH := $(dir $(TRUNK)):$(dir $(BINDGEN)):$(CURDIR)/node_modules/.bin:$(PATH):/usr/sbin
export TRUNK_SKIP_VERSION_CHECK := true
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
export PUPPETEER_SKIP_DOWNLOAD := 1
# Panics name their places by path: in the Wasm these must not be this machine's, so that the same input gives the
# same bytes everywhere.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=cargo
# They would take the place of those flags.
unexport RUSTFLAGS
# Trunk takes the 1 of NO_COLOR=1 for a mistake.
unexport NO_COLOR

headline = printf '\n== %s\n'

.PHONY: help serve build test setup lint test-editors test-native test-wasm test-site prerequisites rust browsers fuzz bench reproduce check new embed-code

help: ## Show this list
	echo 'make TARGET. What is missing is set up on the way; the first time takes a while, later ones seconds.'
	echo
	sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14 | sed 's/^/  /'

serve: setup ## Serve the site on http://127.0.0.1:8080 and reload it at every change
	echo 'http://127.0.0.1:8080'
	# Trunk does not see that a file is gone. That index.html is cut to the length it has is a change to Trunk, and
	# changes nothing. $$$$ becomes Trunk, so this ends with it.
	files=$$(find public | sort)
	while sleep 1 && kill -0 $$$$ 2>/dev/null; do
		now=$$(find public | sort) || continue
		[ -z "$$(comm -23 <(echo "$$files") <(echo "$$now"))" ] || truncate --size=+0 index.html
		files=$$now
	done &
	# A folder of its own: the release site in dist/ stays as it is meanwhile.
	exec trunk serve --dist target/serve

build: setup ## Build the release site into dist/
	$(headline) 'Release site'
	trunk build --release

test: lint test-editors test-native test-wasm test-site ## Run every check and every test, as the CI does
	$(headline) 'Everything passed.'

lint: setup ## Format, clippy (natively and for wasm32) and documentation, warnings as errors
	$(headline) 'Format'
	cargo fmt --check
	$(headline) 'Clippy, native'
	cargo clippy --locked --all-targets -- --deny warnings
	# Once for each set of features that a program for the browser has.
	$(headline) 'Clippy, wasm32, client-side'
	cargo clippy --locked --all-targets --target wasm32-unknown-unknown --features csr -- --deny warnings
	cargo clippy --locked --target wasm32-unknown-unknown --features csr,own-consent -- --deny warnings
	$(headline) 'Clippy, wasm32, islands'
	cargo clippy --locked --target wasm32-unknown-unknown --features islands -- --deny warnings
	cargo clippy --locked --target wasm32-unknown-unknown --features islands,search -- --deny warnings
	$(headline) 'Documentation'
	RUSTDOCFLAGS='--deny warnings' cargo doc --locked --no-deps --lib

test-editors: setup ## What editors show of the schemas: Visual Studio Code's language service, and ajv
	$(headline) 'Tests, the schemas in editors'
	node --test tests/editors/*.test.js

test-native: setup ## Native tests; ARGS='…' goes to cargo test
	$(headline) 'Tests, native'
	cargo test --locked $(ARGS)

test-wasm: setup browsers ## Component tests in headless Chromium; ARGS='…' goes to cargo test
	$(headline) 'Tests, in the browser'
	CHROMEDRIVER="$$(command -v chromedriver)" cargo test --locked --target wasm32-unknown-unknown --features csr $(ARGS)

test-site: build browsers ## End-to-end tests on the release site; ARGS='…' goes to Playwright
	$(headline) 'Tests, on the release site'
	playwright test $(ARGS)

fuzz: rust ## Try CASES=… broken and hostile documents on parser and renderer, and whether time grows with size only
	PROPTEST_CASES=$(or $(CASES),20000) cargo test --locked --test mutations --test rendering -- --include-ignored --test-threads 1

bench: build browsers ## Measure page, embed and Lighthouse, and sites of 1 to 10,000 documents (SIZES=1,100)
	node tests/bench/page.js
	node tests/bench/lighthouse.js
	node tests/bench/embed.js
	node tests/bench/scale.js
	node tests/bench/index.js

reproduce: setup ## Build two clones with two home folders, and compare the sites byte by byte (ten minutes)
	work=$$(mktemp -d)
	trap 'rm -rf "$$work"' EXIT
	cargo_home=$(or $(CARGO_HOME),$(HOME)/.cargo)
	for name in one another; do
		$(headline) "Clone $$name"
		git clone --quiet . "$$work/$$name/site"
		mkdir --parents "$$work/$$name/home/.cargo"
		# What was downloaded, and from where, is the same; under another path.
		for shared in registry config.toml; do
			if [ -e "$$cargo_home/$$shared" ]; then ln -s "$$cargo_home/$$shared" "$$work/$$name/home/.cargo/$$shared"; fi
		done
		env --unset=CARGO_TARGET_DIR HOME="$$work/$$name/home" CARGO_HOME="$$work/$$name/home/.cargo" \
			RUSTUP_HOME="$${RUSTUP_HOME:-$$HOME/.rustup}" XDG_CACHE_HOME='$(patsubst %/,%,$(dir $(CACHE)))' \
			$(MAKE) -C "$$work/$$name/site" build
	done
	diff --recursive "$$work/one/site/dist" "$$work/another/site/dist"
	echo 'Both are the same.'

check: rust ## Check documents: FILE='path…', or the site's; every problem and warning with its place; ARGS='…' goes to the checker
	cargo run --quiet --locked --bin profiles -- check $(ARGS) $(or $(FILE),public)

new: rust ## Write a starting document for a partner: NAME='…', and SLUG=… where none follows from it; FROM=lithuania LANGUAGE=lt starts a translation
	[ -n '$(subst ','\'',$(NAME))' ] || { echo "Whose profile? Say it with NAME, for example: make new NAME='Latvia'" >&2; exit 1; }
	cargo run --quiet --locked --bin profiles -- new '$(subst ','\'',$(NAME))' $(if $(SLUG),--slug '$(SLUG)') $(if $(FROM),--from '$(FROM)') $(if $(LANGUAGE),--language '$(LANGUAGE)')

embed-code: rust ## Print the HTML that shows a profile in another site: FILE=…, HOST=https://…/, PIN=dist for a pinned script, HEIGHT=… for what to reserve
	cargo run --quiet --locked --bin profiles -- embed-code '$(FILE)' $(if $(HOST),--host '$(HOST)') $(if $(PIN),--pin '$(PIN)') $(if $(HEIGHT),--height '$(HEIGHT)')

setup: prerequisites rust $(TRUNK) $(BINDGEN) $(NPM) ## Install the pinned tools, and nothing else
	if [ -d node_modules ] && [ ! -L node_modules ]; then
		echo 'node_modules is a folder of its own here. Remove it: make links the shared one in its place.' >&2
		exit 1
	fi
	[ "$$(readlink node_modules)" = '$(NPM)/node_modules' ] || ln -sfn '$(NPM)/node_modules' node_modules

prerequisites:
	for tool in cargo rustup; do
		command -v $$tool >/dev/null || { echo "$$tool is missing: install Rust with rustup, see https://rustup.rs." >&2; exit 1; }
	done
	command -v cc >/dev/null || { echo 'cc is missing: install a C compiler, for example with: sudo apt-get install gcc libc6-dev.' >&2; exit 1; }
	for tool in node npm; do
		command -v $$tool >/dev/null || { echo "$$tool is missing: install Node 20 or newer with npm, see https://nodejs.org." >&2; exit 1; }
	done
	node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 20 || (major == 20 && minor >= 19) ? 0 : 1)' ||
		{ echo "Node $$(node --version) is too old: install Node 20.19 or newer, see https://nodejs.org." >&2; exit 1; }

rust:
	installed=$$(rustup component list --installed --toolchain '$(RUST_VERSION)' 2>/dev/null || true)
	for component in rustfmt clippy rust-std-wasm32-unknown-unknown; do
		[[ $$installed == *$$component* ]] && continue
		echo 'Installing Rust $(RUST_VERSION) with the wasm32 target (once per user; about a minute)'
		rustup toolchain install '$(RUST_VERSION)' --profile minimal --component rustfmt,clippy --target wasm32-unknown-unknown
		break
	done

# $(call cargo-install,CRATE@VERSION,ARGUMENTS): made beside its place and moved there once it is whole.
define cargo-install
	mkdir -p '$(CACHE)'
	made=$$(mktemp -d '$(CACHE)/.making.XXXXXX')
	trap 'rm -rf "$$made"' EXIT
	CARGO_TARGET_DIR="$$made/target" cargo install --quiet $(2) --root "$$made/root" $(1)
	[ -e '$@' ] || { rm -rf '$(@D:/bin=)' && mv "$$made/root" '$(@D:/bin=)'; }
endef

$(TRUNK):
	echo 'Building Trunk $(TRUNK_VERSION) (once per user; five to ten minutes)'
	$(call cargo-install,trunk@$(TRUNK_VERSION),--locked)

# Without --locked: its own lock file does not resolve.
$(BINDGEN):
	echo 'Building wasm-bindgen $(BINDGEN_VERSION) (once per user; one to three minutes)'
	$(call cargo-install,wasm-bindgen-cli@$(BINDGEN_VERSION))

$(NPM):
	echo 'Installing the npm packages (once per user and lock file; about half a minute)'
	mkdir -p '$(CACHE)'
	made=$$(mktemp -d '$(CACHE)/.making.XXXXXX')
	trap 'rm -rf "$$made"' EXIT
	cp package.json package-lock.json .npmrc "$$made"
	(cd "$$made" && npm ci --loglevel=error >/dev/null)
	# Puts esbuild itself in place of the script that starts it: each of the four calls of a build takes 0.15 s less.
	node "$$made/node_modules/esbuild/install.js"
	[ -e '$@' ] || mv "$$made" '$@'

browsers:
	missing=
	for pair in $(DEBIAN); do
		command -v "$${pair#*:}" >/dev/null || missing+=" $${pair%:*}"
	done
	[ -n "$$missing" ] || exit 0
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
		echo "Installing$$missing (once per machine; about two minutes)"
		export DEBIAN_FRONTEND=noninteractive
		apt-get -qq update
		apt-get -qq install --yes --no-install-recommends $$missing >/dev/null
	elif [[ " $$missing " == *' chromium'* ]]; then
		echo "The tests need Chromium and its driver; install what is missing: sudo apt-get install$$missing" >&2
		exit 1
	else
		echo "Some tests will be left out; to run them as well: sudo apt-get install$$missing"
	fi
