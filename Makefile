# Parvis: the screen in the lobby of a public building. `make run` and `make test` do all of their own set-up.
# One archive a folder of player/ (calls go downward only), one program, tests linked to their own layer.

CC ?= cc
BUILD := build
PKG_CONFIG ?= pkg-config
# The version is kept in one place, the package's changelog (debian/ is where it lies while the package is built).
VERSION := $(shell sed -n '1s/.*(\(.*\)).*/\1/p' $(firstword $(wildcard debian/changelog rpi/debian/changelog)))
FOLDERS := base store content slides scene draw host net show commands

# What a fresh Debian 12 or 13 needs. Keep in step with README and debian packages.
PACKAGES_BUILD := build-essential pkg-config libsdl2-dev libdrm-dev libsdl2-ttf-dev libcmark-dev libyaml-dev libxml2-dev libicu-dev \
	libqrencode-dev libdeflate-dev libturbojpeg0-dev libpng-dev libwebp-dev libjansson-dev libseccomp-dev libsodium-dev libcurl4-openssl-dev \
	tzdata fonts-noto-color-emoji fonts-noto-core libegl1 libgles2 libgl1-mesa-dri
PACKAGES_TEST := $(PACKAGES_BUILD) libcmocka-dev python3 pmccabe zbar-tools tesseract-ocr tesseract-ocr-fra xvfb xdotool x11-utils strace nginx openssl ca-certificates minisign \
	debhelper fakeroot mandoc systemd procps
PACKAGES_KMS := zbar-tools python3 kmod cpio e2fsprogs debootstrap
PACKAGES_CHECK := $(PACKAGES_TEST) clang clang-tidy cppcheck

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes -Wmissing-prototypes \
	-Wcast-qual -Wvla -Wundef -Wwrite-strings -Wformat=2 -Wnull-dereference
CFLAGS ?= -O2 -g
WERROR ?= -Werror
HARDEN := -fstack-protector-strong -fPIE
LINK := -pie -Wl,--as-needed -Wl,-z,relro -Wl,-z,now
override CFLAGS += -std=c11 -D_POSIX_C_SOURCE=200809L $(WARNINGS) $(WERROR) -fno-omit-frame-pointer -ffp-contract=off
CPPFLAGS += -Iplayer -DPARVIS_VERSION=$(VERSION)
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all

# Third-party libraries by folder: the only place that names them.
PKG_base := yaml-0.1 jansson
PKG_store := libsodium
PKG_content := libcmark libxml-2.0
PKG_slides := libqrencode
PKG_scene := icu-uc
PKG_draw := sdl2 libdrm SDL2_ttf libturbojpeg libpng libwebp libdeflate libseccomp
PKG_host :=
PKG_net := libcurl
PKG_show :=
PKG_commands := jansson
ALL_PKG := $(foreach f,$(FOLDERS),$(PKG_$(f)))

# What a folder links: itself and what stands under it, top first.
USES_base := base
USES_store := store base
USES_content := content base
USES_slides := slides content base
USES_scene := scene slides content base
USES_draw := draw scene slides content base
USES_host := host base
USES_net := net store base
USES_show := show store host draw scene slides content base
USES_commands := commands net show store host draw scene slides content base

# clang and gcc share these; blending loops are worth -O3 in one folder only.
EXTRA_draw := -O3

.PHONY: build likeness run test bench check clean setup-build setup-test setup-check golden arm64 corpus preview pictures deb arm64-package fresh kms
.DEFAULT_GOAL := build

define package_flags
$(if $(PKG_$(1)),$(shell $(PKG_CONFIG) --cflags $(PKG_$(1)) 2>/dev/null))
endef
define package_libs
$(shell $(PKG_CONFIG) --libs $(foreach f,$(1),$(PKG_$(f))) 2>/dev/null)
endef

# $(1): output root; the same rules serve the release build and the sanitized one.
define tree
$(1)/obj/%.o: player/%.c Makefile
	@mkdir -p $$(@D)
	$$(CC) $$(CPPFLAGS) $$(CFLAGS) $(2) $$(EXTRA_$$(firstword $$(subst /, ,$$*))) $$(call package_flags,$$(firstword $$(subst /, ,$$*))) -MMD -MP -c $$< -o $$@
$(foreach f,$(FOLDERS),
$(1)/lib$(f).a: $(patsubst player/%.c,$(1)/obj/%.o,$(wildcard player/$(f)/*.c))
	@rm -f $$@
	ar rcs $$@ $$^
)
$(1)/parvis: $(1)/obj/main.o $(foreach f,$(USES_commands),$(1)/lib$(f).a)
	$$(CC) $(2) $(3) $$< -Wl,--start-group $$(filter %.a,$$^) -Wl,--end-group $$(call package_libs,$(FOLDERS)) -lm -o $$@
endef
$(eval $(call tree,$(BUILD),$(HARDEN) -D_FORTIFY_SOURCE=2,$(LINK)))
$(eval $(call tree,$(BUILD)/asan,-O1 $(SANITIZE),$(SANITIZE)))

# Unit tests: tests/FOLDER/NAME_test.c, sanitized, linked to FOLDER and below. tests/support/*.c is for all.
SUPPORT := $(wildcard tests/support/*.c)
UNIT := $(patsubst tests/%.c,$(BUILD)/asan/tests/%,$(foreach f,$(FOLDERS),$(wildcard tests/$(f)/*_test.c)))
define unit
$(BUILD)/asan/tests/$(1)/%: tests/$(1)/%.c $(SUPPORT) $(foreach f,$(USES_$(1)),$(BUILD)/asan/lib$(f).a)
	@mkdir -p $$(@D)
	$$(CC) $$(CPPFLAGS) -Itests $$(CFLAGS) -O1 -Wno-missing-prototypes $(SANITIZE) $$< $(SUPPORT) -Wl,--start-group $$(filter %.a,$$^) -Wl,--end-group \
		$$(call package_libs,$(USES_$(1))) $$(shell $(PKG_CONFIG) --cflags --libs cmocka) -lm -o $$@
endef
$(foreach f,$(FOLDERS),$(eval $(call unit,$(f))))

# All phrases are read by the program as it is released; the sanitized test reads every sixth of them.
PHRASES := $(BUILD)/tests/content/phrases_test
$(BUILD)/tests/content/%: tests/content/%.c $(SUPPORT) $(foreach f,$(USES_content),$(BUILD)/lib$(f).a)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Itests $(CFLAGS) -O2 -Wno-missing-prototypes $(HARDEN) $< $(SUPPORT) -Wl,--start-group $(filter %.a,$^) -Wl,--end-group \
		$(call package_libs,$(USES_content)) $(shell $(PKG_CONFIG) --cflags --libs cmocka) -lm -o $@


build: $(BUILD)/parvis

run: setup-build
	@$(MAKE) --no-print-directory build
	@tests/tools/run-demo $(BUILD)/parvis

test: setup-test
	@$(MAKE) --no-print-directory -j2 build $(BUILD)/asan/parvis $(UNIT) $(PHRASES)
	@case tests/screen/package_test.py in *"$(ONLY)"*) $(MAKE) --no-print-directory deb >build/deb.log 2>&1;; esac || :
	@tests/run $(UNIT) $(PHRASES)

bench: setup-test
	@$(MAKE) --no-print-directory -j2 build
	@tests/bench/run $(BUILD)/parvis

check: setup-check
	@$(MAKE) --no-print-directory -j2 build
	@tests/rules/check player tests/rules/layers.txt $(BUILD)/obj
	@CFLAGS="$(filter-out -O2 -g,$(CFLAGS))" INCLUDES="$(CPPFLAGS) $(shell $(PKG_CONFIG) --cflags $(ALL_PKG) 2>/dev/null)" tests/rules/analyse

# The pictures that the tests compare with, and those of the README: look at them before you commit them.
golden: setup-test
	@$(MAKE) --no-print-directory build
	@tests/screen/golden_test.py --update

# How well dates are read: precision and recall over the phrases of tests/content/phrases.tsv.
corpus: setup-test
	@$(MAKE) --no-print-directory -j2 $(PHRASES)
	@$(PHRASES)

# What likeness.h asks, trained on the phrases: writes player/content/likeness_fr_*.c.
likeness: setup-test
	@$(MAKE) --no-print-directory -j2 $(BUILD)/tests/content/likeness_train
	@$(BUILD)/tests/content/likeness_train player/content $(wildcard tests/content/phrases*.tsv)

# The same golden pictures, made by an arm64 build under emulation.
arm64: setup-test
	@tests/tools/arm64

# build/parvis_VERSION_ARCH.deb, for this machine and its release of Debian; or with ARCH=arm64 (built here, with Debian's cross compiler),
# RELEASE=trixie (built in a root of its own in build/roots, about 1 GB).
ARCH ?= $(shell dpkg --print-architecture 2>/dev/null)
deb:
	@BUILD_DEPENDS="pkg-config $(filter lib%-dev,$(PACKAGES_BUILD))" rpi/build-package "$(ARCH)" "$(RELEASE)"

# The packages of both architectures, each installed in a Debian of its own: do they draw the same bytes?
arm64-package:
	@tests/tools/arm64-package $(RELEASE)

# The README's two commands, and nothing else, in a Debian that has just been made.
fresh:
	@tests/tools/fresh-machine $(RELEASE)

# The package in a virtual machine with a display (KMS/DRM): of this machine's kind, or ARCH=arm64. Pictures in build/kms/. CI runs ONLY=demo.
kms: setup-build
	@tests/tools/setup $(PACKAGES_KMS) $(if $(filter arm64,$(ARCH)),qemu-system-arm qemu-user-static,qemu-system-x86)
	@$(MAKE) --no-print-directory -j2 build
	@$(MAKE) --no-print-directory deb >$(BUILD)/kms-deb.log 2>&1 || { tail -n 30 $(BUILD)/kms-deb.log; exit 1; }
	@tests/machine/run $(ARCH) $(ONLY)

pictures: setup-test
	@$(MAKE) --no-print-directory build
	@tests/tools/make-readme-pictures

preview: setup-build
	@$(MAKE) --no-print-directory build
	@DISPLAY= WAYLAND_DISPLAY= tests/tools/run-demo $(BUILD)/parvis

setup-build:
	@tests/tools/setup $(PACKAGES_BUILD)
setup-test:
	@tests/tools/setup $(PACKAGES_TEST)
setup-check:
	@tests/tools/setup $(PACKAGES_CHECK)

clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD) -path '*/obj/*' -type f -name '*.d' 2>/dev/null)
