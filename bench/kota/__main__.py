"""
A city on SQLite and on PostgreSQL side by side: recompute of an agency-year and of a city-year, and the budget roll-up.

Run alone: ``python -m bench kota``. PostgreSQL is measured where ``TOLOK_UJI_BASIS_DATA`` names one; a database is made
there and dropped again. ``TOLOK_KOTA=kecil`` measures a small city (to try the bench itself).
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from bench.ukur import detik_cpu, memori_puncak, print_kabar, print_tabel, run_child

BATAS_DETIK = 3600
SAMPEL = 6
ULANG_REKAP = 3


def ukur(ukuran: str) -> None:
    """Build the city in the database of the environment and print every measurement as a JSON line."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "tolok.web.settings"
    django.setup()
    from django.core.management import call_command

    from bench.kota.bangun import KECIL, UkuranKota, build_kota

    call_command("migrate", verbosity=0, skip_checks=True)
    kota = KECIL if ukuran == "kecil" else UkuranKota()
    _catat("bangun", lambda: build_kota(kota, kabar=print_kabar))
    _cetak(_hitung_isi())
    _ukur_tahun()
    _ukur_kota(kota.jumlah_instansi)
    _ukur_rekap()
    _cetak({"memori": memori_puncak()})


def _ukur_tahun() -> None:
    """Time some agency-years: rows to core values, then every quantity with its story."""
    import gc

    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    import tolok.web.wsgi  # noqa: F401  the settings of the collector that the site runs with
    from bench.kota.bangun import list_sampel
    from tolok.core.hasil.tahun import HasilTahun
    from tolok.web.pengukuran.queries import load_tahun

    daftar: dict[str, list[float]] = {"baca": [], "kinerja": [], "semua": []}
    besaran = kueri = 0
    for tahun in list_sampel(SAMPEL):
        gc.collect()
        with CaptureQueriesContext(connection) as tangkapan:
            load_tahun(tahun)
        kueri = max(kueri, len(tangkapan))
        data = _waktu(daftar["baca"], lambda tahun=tahun: load_tahun(tahun))
        _waktu(daftar["kinerja"], lambda data=data: _hitung_kinerja(HasilTahun(data)))
        besaran = max(besaran, _waktu(daftar["semua"], lambda data=data: _hitung_semua(HasilTahun(data))))
    _cetak({nama: min(isi) for nama, isi in daftar.items()} | {"besaran": besaran, "kueri": kueri})


def _hitung_kinerja(hasil: Any) -> int:
    """Compute what a quarter answers for: target, realisasi, capaian, predicate of every indicator, and the means."""
    from tolok.core.periode import Periode

    banyak = 0
    for triwulan in range(5):
        periode = Periode(hasil.data.tahun, triwulan)
        for edisi in hasil.daftar_terukur(periode=periode):
            for besaran in (hasil.target, hasil.realisasi, hasil.capaian, hasil.capaian_terbatas, hasil.predikat):
                besaran(edisi.indikator, periode)
                banyak += 1
        hasil.rata_rata_instansi(periode)
    return banyak


def _hitung_semua(hasil: Any) -> int:
    banyak = 0
    for identitas in hasil.daftar_identitas():
        hasil.cari(identitas)
        banyak += 1
    return banyak


def _ukur_kota(banyak: int) -> None:
    """Time one year of all agencies, each read and computed wholly, on every core as ``--bandingkan`` does it."""
    from bench.kota.bangun import TAHUN_AWAL
    from tolok.web.pengukuran.kota import map_tahun
    from tolok.web.perencanaan.models import TahunKinerja

    segar = TahunKinerja.objects.select_related("instansi", "organisasi", "rencana_berlaku", "kebijakan")
    daftar = list(segar.filter(tahun=TAHUN_AWAL + 1).order_by("pk"))
    assert len(daftar) == banyak
    _catat("kota_kinerja", lambda: list(map_tahun(kerjakan_kinerja, daftar)))
    _catat("kota_semua", lambda: list(map_tahun(kerjakan_semua, daftar)))


def kerjakan_kinerja(tahun: Any) -> int:
    """Read a year and compute what its quarters answer for; run in a process of its own."""
    from tolok.core.hasil.tahun import HasilTahun
    from tolok.web.pengukuran.queries import load_tahun

    return _hitung_kinerja(HasilTahun(load_tahun(tahun)))


def kerjakan_semua(tahun: Any) -> int:
    """Read a year and compute every quantity of it; run in a process of its own."""
    from tolok.core.hasil.tahun import HasilTahun
    from tolok.web.pengukuran.queries import load_tahun

    return _hitung_semua(HasilTahun(load_tahun(tahun)))


def _ukur_rekap() -> None:
    """Time the roll-up of all years against a recursive query, and check that both say the same."""
    from tolok.web.anggaran.queries import roll_up_kota
    from tolok.web.perencanaan.models import TahunKinerja

    daftar_tahun = sorted(set(TahunKinerja.objects.values_list("tahun", flat=True)))
    bertingkat: list[float] = []
    rekursif: list[float] = []
    for _ in range(ULANG_REKAP):
        satu = _waktu(bertingkat, lambda: roll_up_kota(daftar_tahun, lingkup=None), dinding=True)
        dua = _waktu(rekursif, roll_up_rekursif, dinding=True)
        assert dict(satu) == dua, "rekap dan kueri rekursif berbeda"
    _cetak({"rekap": min(bertingkat), "rekursif": min(rekursif), "simpul": len(satu)})


def roll_up_rekursif() -> dict[int, tuple[int, ...]]:
    """Return the same sums as ``roll_up_kota`` by a query that walks down from every node of the budget."""
    from django.db import connection

    with connection.cursor() as kursor:
        kursor.execute("""
            WITH RECURSIVE pohon AS (
                SELECT b.simpul_id, b.induk_id FROM anggaran_barisanggaran b
                JOIN anggaran_edisipohonanggaran e ON e.id = b.edisi_id
                WHERE e.nomor = (SELECT MAX(lain.nomor) FROM anggaran_edisipohonanggaran lain
                    WHERE lain.tahun_id = e.tahun_id)),
            turun(atas, simpul) AS (
                SELECT simpul_id, simpul_id FROM pohon
                UNION ALL SELECT t.atas, p.simpul_id FROM turun t JOIN pohon p ON p.induk_id = t.simpul),
            pagu AS (
                SELECT t.atas, SUM(CASE WHEN e.urutan = 0 THEN p.sen ELSE 0 END) AS awal,
                    SUM(CASE WHEN e.untuk_laporan THEN p.sen ELSE 0 END) AS laporan
                FROM turun t JOIN anggaran_pagu p ON p.simpul_id = t.simpul
                JOIN anggaran_edisipagu e ON e.id = p.edisi_id GROUP BY t.atas),
            nyata AS (
                SELECT t.atas, SUM(CASE r.triwulan WHEN 1 THEN r.sen ELSE 0 END) AS tw1,
                    SUM(CASE r.triwulan WHEN 2 THEN r.sen ELSE 0 END) AS tw2,
                    SUM(CASE r.triwulan WHEN 3 THEN r.sen ELSE 0 END) AS tw3,
                    SUM(CASE r.triwulan WHEN 4 THEN r.sen ELSE 0 END) AS tw4
                FROM turun t JOIN anggaran_realisasi r ON r.simpul_id = t.simpul
                JOIN anggaran_simpulanggaran s ON s.id = r.simpul_id
                JOIN perencanaan_tahunkinerja k ON k.id = s.tahun_id AND k.tahun = r.tahun GROUP BY t.atas)
            SELECT p.simpul_id, CAST(COALESCE(a.awal, 0) AS BIGINT), CAST(COALESCE(a.laporan, 0) AS BIGINT),
                CAST(COALESCE(n.tw1, 0) AS BIGINT), CAST(COALESCE(n.tw2, 0) AS BIGINT),
                CAST(COALESCE(n.tw3, 0) AS BIGINT), CAST(COALESCE(n.tw4, 0) AS BIGINT)
            FROM pohon p LEFT JOIN pagu a ON a.atas = p.simpul_id LEFT JOIN nyata n ON n.atas = p.simpul_id""")
        return {simpul: tuple(isi) for simpul, *isi in kursor.fetchall()}


def _hitung_isi() -> dict[str, int]:
    from tolok.web.anggaran.models import BarisAnggaran, Pagu, Realisasi
    from tolok.web.organisasi.models import Instansi
    from tolok.web.pengukuran.models import NilaiVariabel, Pengukuran
    from tolok.web.perencanaan.models import Indikator, TahunKinerja

    return {
        "instansi": Instansi.objects.count(),
        "tahun": TahunKinerja.objects.count(),
        "indikator": Indikator.objects.count(),
        "pengukuran": Pengukuran.objects.count(),
        "nilai variabel": NilaiVariabel.objects.count(),
        "simpul anggaran": BarisAnggaran.objects.count(),
        "baris uang": Pagu.objects.count() + Realisasi.objects.count(),
    }


def _waktu(daftar: list[float], kerja: Callable[[], Any], *, dinding: bool = False) -> Any:
    jam: Callable[[], float] = time.perf_counter if dinding else detik_cpu
    mulai = jam()
    hasil = kerja()
    daftar.append(jam() - mulai)
    return hasil


def _catat(nama: str, kerja: Callable[[], Any]) -> None:
    mulai, mulai_cpu = time.perf_counter(), _detik_cpu_semua()
    kerja()
    _cetak({nama: time.perf_counter() - mulai, f"{nama}_cpu": _detik_cpu_semua() - mulai_cpu})


def _detik_cpu_semua() -> float:
    """Return the user CPU seconds of this process and of those it started that have ended."""
    return detik_cpu() + resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def _cetak(isi: dict[str, Any]) -> None:
    print(json.dumps(isi), flush=True)


@contextmanager
def _tempat(alamat: str) -> Iterator[dict[str, str]]:
    """Yield the environment of an empty installation: SQLite, or a database of its own beside ``alamat``."""
    with TemporaryDirectory() as folder:
        lingkungan = {"TOLOK_DATA": folder, "TOLOK_KUNCI": "bench", "TOLOK_BASIS_DATA": ""}
        if not alamat:
            yield lingkungan
            return
        import psycopg

        nama = f"tolok_kota_{uuid.uuid4().hex[:10]}"
        induk = urlsplit(alamat)._replace(path="/postgres").geturl()
        with psycopg.connect(induk, autocommit=True) as sambungan:
            sambungan.execute(f'CREATE DATABASE "{nama}"')  # type: ignore[arg-type]
        try:
            yield lingkungan | {"TOLOK_BASIS_DATA": urlsplit(alamat)._replace(path=f"/{nama}").geturl()}
        finally:
            with psycopg.connect(induk, autocommit=True) as sambungan:
                sambungan.execute(f'DROP DATABASE "{nama}" WITH (FORCE)')  # type: ignore[arg-type]


def _jalankan(alamat: str, ukuran: str) -> dict[str, Any]:
    kode = "import sys; from bench.kota.__main__ import ukur; ukur(sys.argv[1])"
    with _tempat(alamat) as lingkungan:
        semula = dict(os.environ)
        os.environ.update(lingkungan)
        try:
            proses = run_child(kode, ukuran, batas=BATAS_DETIK, kabar=lambda baris: print_kabar(f"  {baris}"))
        finally:
            os.environ.clear()
            os.environ.update(semula)
    hasil: dict[str, Any] = {}
    for baris in proses.baris:
        hasil |= json.loads(baris)
    return hasil


BARIS = (
    ("satu tahun instansi: baris sampai nilai inti (CPU)", "baca", ""),
    ("satu tahun instansi: besaran kinerja dengan jejak (CPU)", "kinerja", "< 0,3 s"),
    ("satu tahun instansi: seluruh besaran dengan jejak (CPU)", "semua", "< 0,3 s"),
    ("satu tahun kota: baca dan besaran kinerja (dinding, semua inti)", "kota_kinerja", "< 10 s"),
    ("satu tahun kota: baca dan besaran kinerja (CPU semua proses)", "kota_kinerja_cpu", ""),
    ("satu tahun kota: baca dan seluruh besaran (dinding, semua inti)", "kota_semua", "< 10 s"),
    ("satu tahun kota: baca dan seluruh besaran (CPU semua proses)", "kota_semua_cpu", ""),
    ("rekap anggaran bertingkat (dinding)", "rekap", "< 1 s"),
    ("kueri rekursif (dinding)", "rekursif", ""),
    ("bangun kota", "bangun", ""),
)


def main() -> int:
    """Print the tables; PostgreSQL is left out by name where there is none."""
    ukuran = os.environ.get("TOLOK_KOTA", "besar")
    hasil = {"SQLite": _jalankan("", ukuran)}
    if alamat := os.environ.get("TOLOK_UJI_BASIS_DATA", ""):
        hasil["PostgreSQL"] = _jalankan(alamat, ukuran)
    else:
        print_kabar("kota di PostgreSQL dilewati: TOLOK_UJI_BASIS_DATA kosong")
    isi = [(nama, *(f"{h[nama]:,}" for h in hasil.values())) for nama in _ISI if all(nama in h for h in hasil.values())]
    print_tabel("Kota: isi", ("", *hasil), isi)
    baris = [(sebutan, *(f"{h[kunci]:.2f} s" for h in hasil.values()), tujuan) for sebutan, kunci, tujuan in BARIS]
    nisbah = (f"{h['rekursif'] / h['rekap']:.1f} kali" for h in hasil.values())
    baris.append(("rekursif dibagi bertingkat", *nisbah, ">= 3 kali"))
    baris.append(("pernyataan SQL membaca satu tahun", *(str(h["kueri"]) for h in hasil.values()), "<= 16"))
    baris.append(("besaran dalam satu tahun", *(str(h["besaran"]) for h in hasil.values()), ""))
    print_tabel("Kota: waktu", ("", *hasil, "tujuan"), baris)
    return 0


_ISI = ("instansi", "tahun", "indikator", "pengukuran", "nilai variabel", "simpul anggaran", "baris uang", "simpul")

if __name__ == "__main__":
    sys.exit(main())
