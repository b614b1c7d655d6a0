# Perintah rumah Tolok. `make` tanpa kata menampilkan daftar ini.
PYTHON ?= python3
VENV ?= .venv
KELUARAN ?= keluaran
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
# Kunci sudah memuat semua turunannya; --no-deps mencegah pip memilih versi lain ketika yang lebih baru terbit.
# Folder roda hasil `make wheelhouse`; bila ada, pemasangan tidak memerlukan jaringan.
RODA := $(if $(wildcard wheelhouse/*.whl),--no-index --find-links wheelhouse,)

.PHONY: bantuan demo demo-henti test lint bench mutasi setup setup-uji wheelhouse kunci acuan bersih

bantuan:
	@echo "make demo        pasang, kerjakan satu tahun contoh (dokumen di $(KELUARAN)/), lalu jalankan situs contoh"
	@echo "make demo-henti  hentikan situs contoh"
	@echo "make test        seluruh uji"
	@echo "make lint        gaya, tipe, dan kontrak impor"
	@echo "make bench       ukur kecepatan dan memori (nisbah dalam satu jalan) dan lanjutkan uji mutasi"
	@echo "make mutasi      lanjutkan uji mutasi saja (TOLOK_MUTASI_MENIT menit, bawaan 10)"
	@echo "make setup       pasang ke $(VENV) dari kunci berhash"
	@echo "make wheelhouse  unduh semua roda untuk pemasangan tanpa jaringan"

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tolok memerlukan Python 3.11 atau lebih baru. Beri alamatnya: make PYTHON=/alamat/python3.11 ...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.utama: kunci/utama.txt pyproject.toml | $(VENV)/pyvenv.cfg
	$(PIP) install $(RODA) --no-deps --require-hashes -r kunci/utama.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.uji: kunci/uji.txt $(VENV)/.utama
	$(PIP) install $(RODA) --no-deps --require-hashes -r kunci/uji.txt
	@touch $@

setup: $(VENV)/.utama
setup-uji: $(VENV)/.uji

demo: setup
	$(VENV)/bin/tolok demo --keluaran $(KELUARAN)
	$(VENV)/bin/tolok situs-contoh --folder $(KELUARAN)/situs

demo-henti: setup
	$(VENV)/bin/tolok situs-contoh --henti --folder $(KELUARAN)/situs

# Cakupan inti harus 100 % oleh uji inti yang nilainya tertulis; uji lain (acak, dokumen, perintah) sesudahnya, tanpa pengukur.
# `make test UJI=tests/core/test_angka.py` menjalankan sebagian saja, tanpa cakupan.
PYTEST := $(PY) -m pytest -n 2 --dist worksteal
# Uji basis data berjalan atas SQLite, lalu sekali lagi atas PostgreSQL ini; bila tidak ada, dilewati menurut nama.
BASIS_DATA_UJI ?= postgresql://postgres@127.0.0.1/tolok
CAKUPAN := --cov=tolok.core --cov-branch --cov-fail-under=100 --cov-report=term-missing:skip-covered

test: setup-uji
ifdef UJI
	$(PYTEST) $(UJI)
else
	$(PYTEST) -m nilai_inti $(CAKUPAN)
	$(PYTEST) -m "not nilai_inti"
	TOLOK_UJI_BASIS_DATA=$(BASIS_DATA_UJI) $(PYTEST) -m basis_data
endif

lint: setup-uji
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	TOLOK_KUNCI=lint $(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

bench: setup-uji
	$(PY) -m bench

mutasi: setup-uji
	$(PY) -m bench.mutasi

wheelhouse: $(VENV)/pyvenv.cfg
	$(PIP) download --no-deps --require-hashes -r kunci/uji.txt -d wheelhouse

# Membuat ulang kunci memerlukan uv (pip install uv).
kunci:
	uv pip compile --universal --generate-hashes --no-header --no-emit-index-url --python-version 3.11 --extra bangun --extra postgresql pyproject.toml -o kunci/utama.txt
	uv pip compile --universal --generate-hashes --no-header --no-emit-index-url --python-version 3.11 --extra bangun --extra postgresql --extra uji pyproject.toml -o kunci/uji.txt

# Menulis ulang acuan perintah dari bantuannya.
acuan: setup-uji
	$(PY) tests/acuan_perintah.py > docs/perintah.md

bersih:
	rm -rf $(VENV) build dist *.egg-info src/*.egg-info .mypy_cache .ruff_cache .hypothesis
