"""Raw tables to the dataclasses of the core; every cell is judged for itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from tolok.core.instansi import TahunInstansi
from tolok.core.naskah import Narasi
from tolok.core.periode import Periode
from tolok.core.skala import Skala
from tolok.paket.kolom import (
    INSTANSI,
    KEBIJAKAN,
    KELAS,
    KOLOM_INDUK_KELAS,
    SKALA,
    TABEL,
    UMUM,
    Bentuk,
    Isian,
    Tabel,
)
from tolok.paket.konteks import BarisIndikator, BarisVariabel, PetaKonteks
from tolok.paket.masalah import Catatan
from tolok.paket.mentah import BarisMentah, PaketMentah, TabelMentah
from tolok.paket.teks_nilai import KONTEKS_TAK_DIKENAL, Konteks, read_tanda, read_teks_nilai
from tolok.paket.teks_sel import GalatTeks, read_bulat, read_isian, read_tanggal

_GAGAL: Final = object()


@dataclass(slots=True)
class Terurai:
    """
    What could be understood: rows with the place each came from; ``umum``, ``instansi`` and ``kebijakan`` or ``None``.
    """

    mentah: PaketMentah
    peta: PetaKonteks
    umum: dict[str, Any] | None = None
    instansi: Any = None
    kebijakan: Any = None
    daftar_skala: list[tuple[BarisMentah, Skala]] = field(default_factory=list)
    tabel: dict[str, list[tuple[BarisMentah, Any]]] = field(default_factory=dict)

    def isi(self, nama: str) -> tuple[Any, ...]:
        """The values of one table, in order."""
        return tuple(nilai for _, nilai in self.tabel[nama])

    def to_tahun_instansi(self) -> TahunInstansi:
        """Return the whole; call it only when no problem is wrong enough to forbid it."""
        if self.umum is None:
            raise ValueError("bagian umum paket tidak terbaca")
        daftar: dict[str, Any] = {f"daftar_{nama}": self.isi(nama) for nama in TABEL}
        daftar_narasi = sorted(self.mentah.daftar_narasi, key=lambda narasi: narasi.kunci)
        return TahunInstansi(
            **self.umum,
            instansi=self.instansi,
            kebijakan=self.kebijakan,
            daftar_skala=tuple(skala for _, skala in self.daftar_skala),
            daftar_narasi=tuple(Narasi(kunci=narasi.kunci, teks=narasi.teks) for narasi in daftar_narasi),
            **daftar,
        )


def urai_paket(mentah: PaketMentah) -> Terurai:
    """Decode all tables; problems go to ``mentah.catatan``, broken rows are left out."""
    daftar_skala = _urai_skala(mentah)
    hasil = Terurai(mentah, _peta_konteks(mentah, daftar_skala), daftar_skala=daftar_skala)
    catatan = mentah.catatan
    for nama, bentuk in (("umum", UMUM), ("instansi", INSTANSI), ("kebijakan", KEBIJAKAN)):
        for baris in mentah.tabel[nama].daftar_baris:
            isian = _Pengurai(mentah.tabel[nama], bentuk, hasil.peta, catatan).baca(baris)
            if isian is not None:
                setattr(hasil, nama, isian if nama == "umum" else bentuk.kelas(**isian))
    for nama, bentuk in TABEL.items():
        pengurai = _Pengurai(mentah.tabel[nama], bentuk, hasil.peta, catatan)
        baris_terurai = []
        for baris in mentah.tabel[nama].daftar_baris:
            isian = pengurai.baca(baris)
            if isian is not None:
                baris_terurai.append((baris, bentuk.kelas(**isian)))
        hasil.tabel[nama] = baris_terurai
    return hasil


def _urai_skala(mentah: PaketMentah) -> list[tuple[BarisMentah, Skala]]:
    tabel_skala, tabel_kelas = mentah.tabel["skala"], mentah.tabel["kelas"]
    peta = PetaKonteks(daftar_indikator=(), daftar_variabel=(), daftar_skala=())
    pengurai_kelas = _Pengurai(tabel_kelas, KELAS, peta, mentah.catatan)
    kelas_per_skala: dict[str, list[Any]] = {}
    rusak = set()
    for baris in tabel_kelas.daftar_baris:
        induk = baris.teks(KOLOM_INDUK_KELAS)
        isian = pengurai_kelas.baca(baris)
        if isian is None:
            rusak.add(induk)
        else:
            kelas_per_skala.setdefault(induk, []).append(KELAS.kelas(**isian))
    pengurai = _Pengurai(tabel_skala, SKALA, peta, mentah.catatan)
    daftar = []
    for baris in tabel_skala.daftar_baris:
        isian = pengurai.baca(baris)
        if isian is not None and isian["id"] not in rusak:
            daftar.append((baris, Skala(**isian, kelas=tuple(kelas_per_skala.get(isian["id"], ())))))
    return daftar


def _peta_konteks(mentah: PaketMentah, daftar_skala: list[tuple[BarisMentah, Skala]]) -> PetaKonteks:
    """Return the contexts, read leniently; a scale that is broken is unknown, so that it is complained about once."""
    return PetaKonteks(
        daftar_indikator=[
            BarisIndikator(
                indikator=baris.teks("indikator"),
                satuan=baris.teks("satuan"),
                skala=baris.teks("skala"),
                rumus=baris.teks("rumus"),
                berlaku_mulai=_tanggal_longgar(baris.teks("berlaku_mulai")),
                dicatat_pada=_tanggal_longgar(baris.teks("dicatat_pada")),
            )
            for baris in mentah.tabel["indikator"].daftar_baris
        ],
        daftar_variabel=[
            BarisVariabel(id=baris.teks("id"), label=baris.teks("label"), satuan=baris.teks("satuan"))
            for baris in mentah.tabel["variabel"].daftar_baris
        ],
        daftar_skala=[skala for _, skala in daftar_skala],
    )


def _tanggal_longgar(teks: str) -> date:
    try:
        return read_tanggal(teks)
    except GalatTeks:
        return date.min


class _Pengurai:
    """Reads the rows of one table."""

    def __init__(self, tabel: TabelMentah, bentuk: Tabel, peta: PetaKonteks, catatan: Catatan) -> None:
        self.tabel = tabel
        self.bentuk = bentuk
        self.peta = peta
        self.catatan = catatan
        self.kolom_hilang = frozenset(bentuk.kolom_wajib) - frozenset(tabel.kolom) if tabel.is_lembar else frozenset()

    def baca(self, baris: BarisMentah) -> dict[str, Any] | None:
        """Return the fields of a row, or ``None`` after noting every wrong cell of it."""
        if self.kolom_hilang:
            return None
        isian_per_nama: dict[str, Any] = {}
        for isian in self.bentuk.daftar_isian:
            if isian.bentuk is Bentuk.NILAI:
                nilai: Any = self.nilai(baris)
            elif isian.bentuk is Bentuk.PERIODE:
                nilai = self.periode(baris)
            else:
                nilai = self.biasa(baris, isian)
            isian_per_nama[isian.nama] = nilai
        return None if any(nilai is _GAGAL for nilai in isian_per_nama.values()) else isian_per_nama

    def galat(self, baris: BarisMentah, kolom: str, pesan: str) -> None:
        self.catatan.tambah(self.tabel.masalah(baris, kolom, pesan))

    def biasa(self, baris: BarisMentah, isian: Isian) -> Any:
        try:
            return read_isian(isian, baris.teks(isian.kolom[0]))
        except GalatTeks as galat:
            self.galat(baris, isian.kolom[0], str(galat))
            return _GAGAL

    def periode(self, baris: BarisMentah) -> Any:
        bagian = []
        for kolom in ("tahun", "triwulan"):
            teks = baris.teks(kolom)
            try:
                if not teks and kolom == "tahun":
                    raise GalatTeks("Sel ini kosong padahal wajib diisi.")
                bagian.append(read_bulat(teks, kolom) if teks else 0)
            except GalatTeks as galat:
                self.galat(baris, kolom, str(galat))
        return Periode(*bagian) if len(bagian) == 2 else _GAGAL

    def nilai(self, baris: BarisMentah) -> Any:
        konteks = self.konteks(baris)
        teks = baris.teks("nilai")
        try:
            nilai = read_teks_nilai(teks, konteks)
        except GalatTeks as galat:
            self.galat(baris, "nilai", str(galat))
            return _GAGAL
        if nilai is None:
            pesan = f"{teks!r} tidak dapat dimengerti karena satuan atau skalanya tidak dikenal."
            self.catatan.tunda(self.tabel.masalah(baris, "nilai", pesan))
            return _GAGAL
        try:
            return read_tanda(nilai, baris.teks("tanda"), baris.teks("keterangan"))
        except GalatTeks as galat:
            self.galat(baris, galat.kolom or "tanda", str(galat))
            return _GAGAL

    def konteks(self, baris: BarisMentah) -> Konteks:
        if variabel := baris.teks("variabel"):
            return self.peta.variabel(variabel)
        try:
            tahun = read_bulat(baris.teks("tahun"), "tahun")
            triwulan = read_bulat(baris.teks("triwulan") or "0", "triwulan")
        except GalatTeks:
            return self.peta.indikator(baris.teks("indikator"), None)
        indikator = baris.teks("indikator")
        return self.peta.indikator(indikator, Periode(tahun, triwulan)) if indikator else KONTEKS_TAK_DIKENAL
