"""Two values of one indicator that contradict each other, side by side, and what would follow from each."""

from __future__ import annotations

from dataclasses import dataclass

from tolok.core.jejak import Hasil
from tolok.core.kalimat import make_alasan
from tolok.core.nilai import Bilangan, JenisTanda, has_tanda, is_ada
from tolok.core.periode import Periode
from tolok.core.rumus.explain import sebut_tanda
from tolok.core.rumus.printing import to_teks, with_nilai
from tolok.web.penjelasan.indikator.halaman import HalamanIndikator
from tolok.web.perencanaan.tautan import TeksAngka


@dataclass(frozen=True, slots=True)
class BarisSaingan:
    """One of the values: where it comes from, and the capaian (and progress) it would lead to."""

    angka: TeksAngka
    asal: str
    keterangan: str
    daftar_akibat: tuple[tuple[str, str], ...]
    dipakai: bool


def list_saingan(halaman: HalamanIndikator) -> tuple[BarisSaingan, ...]:
    """Return the value in use and its rivals; nothing if nobody contradicts it."""
    hasil = halaman.tampak.hasil
    dipakai = hasil.realisasi(halaman.kode, halaman.periode)
    daftar_lain = [
        lain
        for lain in hasil.daftar_realisasi_lain(halaman.kode, halaman.periode)
        if has_tanda(lain.nilai, JenisTanda.BERTENTANGAN)
    ]
    if not daftar_lain:
        return ()
    return tuple(_baris(halaman, satu, dipakai=satu is dipakai) for satu in (dipakai, *daftar_lain))


def _baris(halaman: HalamanIndikator, satu: Hasil, *, dipakai: bool) -> BarisSaingan:
    return BarisSaingan(
        angka=halaman.penaut.angka(satu),
        asal=_asal(satu) if dipakai else satu.jejak.sumber or "",
        keterangan=" ".join(dict.fromkeys(sebut_tanda(tanda) for tanda in satu.nilai.tanda)),
        daftar_akibat=tuple(_akibat(halaman, satu)) if is_ada(satu.nilai) else (),
        dipakai=dipakai,
    )


def _asal(hasil: Hasil) -> str:
    """Return how the value in use came about."""
    if not is_ada(hasil.nilai):
        return make_alasan(hasil.nilai)
    isi = hasil.jejak.anak[0] if hasil.jejak.anak else hasil.jejak
    if isi.operasi == "rumus" and isinstance(hasil.nilai, Bilangan):
        return f"Dihitung dari bagiannya: {to_teks(with_nilai(isi), cetak=True)}"
    return isi.sumber or ""


def _akibat(halaman: HalamanIndikator, satu: Hasil) -> list[tuple[str, str]]:
    hasil, kode, periode = halaman.tampak.hasil, halaman.kode, halaman.periode
    capaian = hasil.capaian_andai(kode, periode, target=hasil.target(kode, periode), realisasi=satu)
    daftar = [("Capaian", capaian.tercetak)]
    target_akhir = hasil.target_akhir(kode)
    if periode == Periode(periode.tahun) and is_ada(target_akhir.nilai):
        kemajuan = hasil.capaian_andai(kode, periode, target=target_akhir, realisasi=satu)
        daftar.append(("Tingkat kemajuan", kemajuan.tercetak))
    return daftar
