"""What was put into an indicator: counts, recorded values, parts; each with where it came from and who approved it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tolok.core.angka import Angka
from tolok.core.cetak_angka import KOSONG, format_angka, label_keadaan
from tolok.core.hasil.cari import read_identitas
from tolok.core.hasil.penjelasan import nama_langkah, sebut_langkah
from tolok.core.jejak import Hasil, Jejak, get_nilai
from tolok.core.kalimat import make_alasan
from tolok.core.nilai import Nilai, is_ada
from tolok.web.penjelasan.riwayat import PencariCatatan, RujukanCatatan
from tolok.web.penjelasan.tampak import AngkaTampak
from tolok.web.perencanaan.tautan import Penaut, TeksAngka


@dataclass(frozen=True, slots=True)
class BarisMasukan:
    """One input; ``rincian`` are the records it was put together from, if there are several."""

    nama: str
    identitas: str
    angka: TeksAngka
    nilai: Nilai
    sebab: str
    sumber: str
    catatan: str
    kelas_bukti: str
    rincian: tuple[BarisMasukan, ...]
    jumlah_rincian: str
    pencatat: RujukanCatatan | None
    pengesah: RujukanCatatan | None


def list_langkah_masukan(realisasi: Hasil) -> tuple[Jejak, ...]:
    """Return the steps that are inputs of a realisasi: the variables of its formula, else what was recorded."""
    daftar: dict[str, Jejak] = {}
    for jejak in realisasi.jejak.telusuri():
        if jejak.operasi in ("variabel", "nilai_tercatat"):
            daftar.setdefault(jejak.identitas or jejak.uraian, jejak)
    return tuple(daftar.values())


def list_daun(jejak: Jejak) -> tuple[Jejak, ...]:
    """Return the records below an input, each once; itself, if it is a record."""
    daftar = (satu for satu in jejak.telusuri() if satu.identitas and satu.operasi in ("isian", "nilai_tercatat"))
    return tuple({satu.identitas: satu for satu in daftar}.values())


def make_teks(penaut: Penaut, nilai: Nilai, identitas: str) -> TeksAngka:
    """Return the value of a step, exact or cut with an ellipsis, with the way to its own story."""
    if not is_ada(nilai):
        return TeksAngka(KOSONG, penaut.find_alamat_angka(identitas), label_keadaan(nilai))
    return TeksAngka(sebut_langkah(nilai), penaut.find_alamat_angka(identitas))


class PenyusunMasukan:
    """Makes the rows of inputs of one page."""

    def __init__(self, tampak: AngkaTampak, penaut: Penaut, catatan: PencariCatatan) -> None:
        self._tampak = tampak
        self._penaut = penaut
        self._catatan = catatan
        self._kelas_per_variabel = {v.id: v.kelas_bukti for v in tampak.hasil.data.daftar_variabel}

    def make_baris(self, jejak: Jejak) -> BarisMasukan:
        """Return the row of one input."""
        daun = list_daun(jejak)
        rincian = tuple(self._make_daun(satu) for satu in daun) if len(daun) > 1 else ()
        return self._make(jejak, daun[-1] if daun else jejak, rincian)

    def _make_daun(self, jejak: Jejak) -> BarisMasukan:
        return self._make(jejak, jejak, ())

    def _make(self, jejak: Jejak, daun: Jejak, rincian: tuple[BarisMasukan, ...]) -> BarisMasukan:
        nilai = get_nilai(jejak)
        identitas, asal = jejak.identitas or "", daun.identitas or ""
        return BarisMasukan(
            nama=nama_langkah(jejak),
            identitas=identitas,
            angka=make_teks(self._penaut, nilai, identitas),
            nilai=nilai,
            sebab=make_alasan(nilai),
            sumber=jejak.sumber or "",
            catatan=jejak.catatan or "",
            kelas_bukti=self._kelas(identitas),
            rincian=rincian,
            jumlah_rincian=format_angka(Angka(len(rincian))),
            pencatat=self._catatan.pencatat(asal) if asal else None,
            pengesah=self._catatan.pengesah(asal) if asal else None,
        )

    def _kelas(self, identitas: str) -> str:
        if not identitas:
            return ""
        bagian = read_identitas(identitas)
        return self._kelas_per_variabel.get(bagian.nama, "") if bagian.jenis == "variabel" else ""


def iter_identitas(daftar: tuple[Jejak, ...]) -> Iterator[str]:
    """Yield the identities of the records below some inputs."""
    for jejak in daftar:
        for daun in list_daun(jejak):
            if daun.identitas:
                yield daun.identitas
