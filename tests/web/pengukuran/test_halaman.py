from __future__ import annotations
import pytest
from tests.web.dunia import INSTANSI, masuk
pytestmark = pytest.mark.django_db
def test_x(perencana):
    c = masuk(perencana)
    for a in ("pengukuran/", "pengukuran/?pilih=pmks", "pengukuran/?status=draf&unit=bid-rehab&urut=-capaian", "pengukuran/unduh.csv", "pengukuran/unduh.xlsx","pengukuran/variabel/pmks-terpenuhi/","pengukuran/indikator/kla/","pengukuran/ajukan/","pengukuran/verifikasi/"):
        r = c.get(f"/{INSTANSI}/2020/tw4/{a}")
        print(a, r.status_code, len(r.content))
        assert r.status_code == 200
    print(c.get(f"/{INSTANSI}/2020/tw4/pengukuran/unduh.csv").content.decode())
