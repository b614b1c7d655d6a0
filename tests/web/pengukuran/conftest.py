from __future__ import annotations

import pytest
from tests.web.dunia import buat_pengguna, muat_contoh

from tolok.web.akun.models import Pengguna
from tolok.web.organisasi.models import Peran
from tolok.web.perencanaan.models import TahunKinerja


@pytest.fixture
def contoh(db: None) -> TahunKinerja:
    """The year 2020 of the example."""
    return muat_contoh()


@pytest.fixture
def perencana(contoh: TahunKinerja) -> Pengguna:
    return buat_pengguna("perencana", Peran.PERENCANA)


@pytest.fixture
def pengisi(contoh: TahunKinerja) -> Pengguna:
    """Somebody of the unit that answers for ``pmks``."""
    return buat_pengguna("pengisi", Peran.PENANGGUNG_JAWAB, unit="bid-rehab")


@pytest.fixture
def pimpinan(contoh: TahunKinerja) -> Pengguna:
    return buat_pengguna("pimpinan", Peran.PIMPINAN)
