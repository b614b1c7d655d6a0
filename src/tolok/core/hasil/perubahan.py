"""
Why an indicator does not stand where it stood: which definition, input, target or convention changed, and how far each
of them moved it.

The changes are put in one after the other, from the old state to the new one: first the definition, then its inputs,
then the target, then the conventions. Each is given what its step moved, so the effects add up to the whole difference.
Told in ``docs/rumus/perubahan.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final, NamedTuple

from tolok.core.angka import NOL, Angka
from tolok.core.capaian import compute_capaian
from tolok.core.cetak_angka import MINUS, format_angka, format_nilai, label_keadaan
from tolok.core.gabungan import compute_gabungan
from tolok.core.hasil.tahun import HasilTahun
from tolok.core.indikator import EdisiIndikator
from tolok.core.jejak import Hasil, Jejak, get_nilai
from tolok.core.kebijakan import Kebijakan
from tolok.core.nilai import BelumAda, Bilangan, Nilai, TidakDapatDihitung
from tolok.core.penilaian import Butir
from tolok.core.periode import Periode
from tolok.core.rumus.evaluator import evaluate
from tolok.core.rumus.parser import parse_rumus
from tolok.core.rumus.printing import label_terbaca
from tolok.core.satuan import PERSEN, normalize_satuan
from tolok.core.skala import Skala

CAPAIAN: Final = "capaian"
REALISASI: Final = "realisasi"

KEBIJAKAN_CAPAIAN: Final = {
    "rumus_turun": "Rumus capaian, makin rendah makin baik",
    "batas": "Batas capaian",
    "dasar_hitung": "Dasar hitung",
    "turun_target_nol": "Target 0, makin rendah makin baik",
    "turun_realisasi_nol": "Realisasi 0, makin rendah makin baik",
    "naik_target_nol": "Target 0, makin tinggi makin baik",
    "dalam_rentang": "Di dalam rentang target",
    "luar_rentang": "Di atas rentang target",
}
"""The conventions that can move a raw capaian, by field, in the words of a reader."""

KEBIJAKAN_GABUNGAN: Final = {"tidak_lapor": "Bagian yang tidak dilaporkan"}
"""Those that can move a composite capaian beyond what they do to its parts."""


class JenisSebab(StrEnum):
    """What changed."""

    DEFINISI = "definisi"
    MASUKAN = "masukan"
    TARGET = "target"
    KEBIJAKAN = "kebijakan"


class Pengaruh(StrEnum):
    """Which way a change moved the quantity, or why that cannot be said."""

    NAIK = "naik"
    TURUN = "turun"
    TETAP = "tetap"
    MENJADI_TERHITUNG = "menjadi_terhitung"
    MENJADI_TAK_TERHITUNG = "menjadi_tak_terhitung"
    TAK_DIKETAHUI = "tak_diketahui"


class Sebab(NamedTuple):
    """
    One change: what it is, what it was and became as printed, and how far it moved the quantity.

    ``selisih`` is in the unit of the quantity (``None`` where one side of the step has no number), ``tercetak`` its
    text; the identities lead to the inputs (``""``: no quantity of its own).
    """

    jenis: JenisSebab
    uraian: str
    lama: str
    baru: str
    pengaruh: Pengaruh
    selisih: Angka | None
    tercetak: str
    identitas_lama: str = ""
    identitas_baru: str = ""


class Perubahan(NamedTuple):
    """The quantity before and after, the difference, and the changes in the order they were put in."""

    besaran: str
    lama: Hasil
    baru: Hasil
    pengaruh: Pengaruh
    selisih: Angka | None
    tercetak: str
    daftar: tuple[Sebab, ...]


class _Masukan(NamedTuple):
    """An input of a realisasi (of a composite capaian: the capaian of a part), with the step it came from."""

    nilai: Nilai
    jejak: Jejak


class _Keadaan(NamedTuple):
    """
    Everything a capaian follows from.

    ``is_rumus`` says that the inputs are those of the formula by their label; otherwise there is one, the value as it
    was recorded (label ``""``), or, of a composite indicator, the capaian of each part by its indicator.
    """

    edisi: EdisiIndikator
    is_rumus: bool
    masukan: Mapping[str, _Masukan]
    bobot: Mapping[str, Angka | None]
    target: Nilai
    kebijakan: Kebijakan
    skala: Skala | None


def compare_indikator(
    indikator: str, *, lama: HasilTahun, periode_lama: Periode, baru: HasilTahun, periode_baru: Periode
) -> Perubahan:
    """
    Return what changed in the capaian of an indicator from one period, or one state of the data, to another.

    Where neither side has a capaian but one has a realisasi, the realisasi is compared instead.

    :raises KeyError: if one side has no such indicator
    """
    awal, akhir = _make_keadaan(lama, indikator, periode_lama), _make_keadaan(baru, indikator, periode_baru)
    hasil_lama, hasil_baru = lama.capaian(indikator, periode_lama), baru.capaian(indikator, periode_baru)
    besaran = CAPAIAN
    if not any(isinstance(h.nilai, Bilangan) for h in (hasil_lama, hasil_baru)):
        realisasi = lama.realisasi(indikator, periode_lama), baru.realisasi(indikator, periode_baru)
        if any(isinstance(h.nilai, Bilangan) for h in realisasi):
            besaran, (hasil_lama, hasil_baru) = REALISASI, realisasi
    satuan = PERSEN if besaran == CAPAIAN else akhir.edisi.satuan
    langkah = _Langkah(awal, besaran, satuan)
    daftar = [*_ganti_definisi(langkah, akhir), *_ganti_masukan(langkah, akhir)]
    if akhir.edisi.gabungan is None:
        target = lama.target(indikator, periode_lama), baru.target(indikator, periode_baru)
        daftar += [*_ganti_target(langkah, *target), *_ganti_kebijakan(langkah, akhir.kebijakan, KEBIJAKAN_CAPAIAN)]
    else:
        daftar += _ganti_kebijakan(langkah, akhir.kebijakan, KEBIJAKAN_GABUNGAN)
    pengaruh, selisih = _bandingkan(_angka(hasil_lama.nilai), _angka(hasil_baru.nilai))
    return Perubahan(
        besaran, hasil_lama, hasil_baru, pengaruh, selisih, describe_selisih(selisih, satuan), tuple(daftar)
    )


def explain_perubahan(perubahan: Perubahan, *, nama_lama: str, nama_baru: str) -> tuple[str, ...]:
    """
    Return the story of a change in sentences: from what to what, each change, and what did not change.

    :param nama_lama: what the old side is called, e.g. ``Triwulan III Tahun 2020``
    :param nama_baru: what the new side is called
    """
    apa = perubahan.besaran.capitalize()
    lama, baru = (_sebut(h.nilai, h.tercetak) for h in (perubahan.lama, perubahan.baru))
    match perubahan.pengaruh:
        case Pengaruh.TETAP:
            kepala = f"{apa} {nama_baru} sama dengan {nama_lama}: {baru}."
        case Pengaruh.NAIK | Pengaruh.TURUN as arah:
            kepala = f"{apa} {arah.value} dari {lama} ({nama_lama}) menjadi {baru} ({nama_baru}): {perubahan.tercetak}."
        case _:
            kepala = f"{apa} {nama_lama}: {lama}; {nama_baru}: {baru}."
    if not perubahan.daftar:
        return (kepala, "Definisi, masukan, target, dan kebijakannya sama.")
    return (kepala, *(_ceritakan(sebab, perubahan.besaran) for sebab in perubahan.daftar))


def _ceritakan(sebab: Sebab, besaran: str) -> str:
    berubah = f"{sebab.uraian} berubah dari {sebab.lama} menjadi {sebab.baru}"
    match sebab.pengaruh:
        case Pengaruh.TETAP:
            return f"{berubah}; {besaran} tidak berubah karenanya."
        case Pengaruh.NAIK | Pengaruh.TURUN as arah:
            return f"{berubah}; {besaran} {arah.value} {sebab.tercetak.lstrip(f'+{MINUS}')}."
        case Pengaruh.MENJADI_TERHITUNG:
            return f"{berubah}; sesudah itu {besaran} dapat dihitung."
        case Pengaruh.MENJADI_TAK_TERHITUNG:
            return f"{berubah}; sesudah itu {besaran} tidak dapat dihitung."
    return f"{berubah}; pengaruhnya belum dapat dihitung."


class _Langkah:
    """The walk from the old state to the new one; every step moves the state and says how far the quantity went."""

    def __init__(self, awal: _Keadaan, besaran: str, satuan: str) -> None:
        self.kini = awal
        self._besaran = besaran
        self._satuan = satuan
        self._angka = self._hitung()

    def ambil(
        self,
        berikut: _Keadaan,
        jenis: JenisSebab,
        uraian: str,
        lama: str,
        baru: str,
        *,
        identitas: tuple[str, str] = ("", ""),
    ) -> Sebab:
        """Move on to the next state and return the change that led there."""
        sebelum = self._angka
        self.kini = berikut
        self._angka = self._hitung()
        pengaruh, selisih = _bandingkan(sebelum, self._angka)
        return Sebab(jenis, uraian, lama, baru, pengaruh, selisih, describe_selisih(selisih, self._satuan), *identitas)

    def _hitung(self) -> Angka | None:
        if self.kini.edisi.gabungan is not None:
            return _angka(_gabung(self.kini))
        realisasi = _hitung_realisasi(self.kini)
        if self._besaran == REALISASI:
            return _angka(realisasi)
        capaian, _ = compute_capaian(
            target=self.kini.target,
            realisasi=realisasi,
            polaritas=self.kini.edisi.polaritas,
            kebijakan=self.kini.kebijakan,
            skala=self.kini.skala,
            aturan_ordinal=self.kini.edisi.aturan_ordinal,
            digit=self.kini.edisi.digit,
        )
        return _angka(capaian)


def _hitung_realisasi(keadaan: _Keadaan) -> Nilai:
    if not keadaan.is_rumus:
        return keadaan.masukan[""].nilai
    nilai, _ = evaluate(
        parse_rumus(keadaan.edisi.rumus),
        satuan_hasil=keadaan.edisi.satuan,
        ambil=lambda peubah: keadaan.masukan[label_terbaca(peubah)].nilai,
    )
    return nilai


def _gabung(keadaan: _Keadaan) -> Nilai:
    assert keadaan.edisi.gabungan is not None
    nilai, _ = compute_gabungan(
        [
            Butir(kode, masukan.nilai, masukan.jejak._replace(nilai=masukan.nilai), keadaan.bobot[kode])
            for kode, masukan in keadaan.masukan.items()
        ],
        label=keadaan.edisi.nama,
        gabungan=keadaan.edisi.gabungan,
        kebijakan=keadaan.kebijakan,
    )
    return nilai


def _make_keadaan(hasil: HasilTahun, indikator: str, periode: Periode) -> _Keadaan:
    edisi = hasil.edisi_indikator(indikator, periode)
    realisasi = hasil.realisasi(indikator, periode)
    isi = realisasi.jejak.anak[0] if realisasi.jejak.anak else realisasi.jejak
    is_rumus = isi.operasi in ("rumus", "kategori")
    if edisi.gabungan is not None:
        daftar_bagian = hasil.daftar_bagian(indikator, periode)
        daftar_capaian = [hasil.capaian(bagian.indikator, periode) for bagian in daftar_bagian]
        masukan = {
            bagian.indikator: _Masukan(capaian.nilai, capaian.jejak)
            for bagian, capaian in zip(daftar_bagian, daftar_capaian, strict=True)
        }
        bobot = {b.indikator: hasil.bobot(b) for b in daftar_bagian}
    else:
        bobot = {}
        masukan = {"": _Masukan(realisasi.nilai, isi)}
        if is_rumus:
            daftar = (jejak for jejak in isi.telusuri() if jejak.operasi == "variabel")
            masukan = {jejak.uraian: _Masukan(get_nilai(jejak), jejak) for jejak in daftar}
    return _Keadaan(
        edisi=edisi,
        is_rumus=is_rumus,
        masukan=masukan,
        bobot=bobot,
        target=hasil.target(indikator, periode).nilai,
        kebijakan=hasil.kebijakan,
        skala=next((skala for skala in hasil.data.daftar_skala if skala.id == edisi.skala), None),
    )


def _ganti_definisi(langkah: _Langkah, akhir: _Keadaan) -> Iterator[Sebab]:
    """
    Put in the new definition: it keeps the inputs both know, and takes with it those only the new one has.

    The same definition may take its value another way: from its formula instead of a record, from other parts.
    """
    awal = langkah.kini
    if awal.edisi == akhir.edisi and awal.is_rumus == akhir.is_rumus and awal.masukan.keys() == akhir.masukan.keys():
        return
    is_majemuk = awal.edisi.gabungan is not None
    berikut = akhir._replace(
        masukan={kunci: awal.masukan.get(kunci, masukan) for kunci, masukan in akhir.masukan.items()},
        target=akhir.target if is_majemuk else awal.target,
        kebijakan=awal.kebijakan,
    )
    if awal.edisi != akhir.edisi:
        yield langkah.ambil(
            berikut, JenisSebab.DEFINISI, "Definisi indikator", _sebut_edisi(awal.edisi), _sebut_edisi(akhir.edisi)
        )
    else:
        yield langkah.ambil(
            berikut, JenisSebab.DEFINISI, "Cara memperoleh nilai", _sebut_cara(awal), _sebut_cara(akhir)
        )


def _sebut_edisi(edisi: EdisiIndikator) -> str:
    return f"edisi {edisi.edisi}"


def _sebut_cara(keadaan: _Keadaan) -> str:
    if keadaan.edisi.gabungan is not None:
        return f"{len(keadaan.masukan)} bagian"
    return "hitungan rumus" if keadaan.is_rumus else "nilai tercatat"


def _ganti_masukan(langkah: _Langkah, akhir: _Keadaan) -> Iterator[Sebab]:
    for kunci, baru in akhir.masukan.items():
        lama = langkah.kini.masukan[kunci]
        if _is_sama(lama.nilai, baru.nilai):
            continue
        yield langkah.ambil(
            langkah.kini._replace(masukan={**langkah.kini.masukan, kunci: baru}),
            JenisSebab.MASUKAN,
            baru.jejak.uraian if kunci else "Nilai yang dicatat",
            _sebut(lama.nilai),
            _sebut(baru.nilai),
            identitas=(_identitas(lama.jejak), _identitas(baru.jejak)),
        )


def _ganti_target(langkah: _Langkah, lama: Hasil, baru: Hasil) -> Iterator[Sebab]:
    if _is_sama(langkah.kini.target, baru.nilai):
        return
    yield langkah.ambil(
        langkah.kini._replace(target=baru.nilai),
        JenisSebab.TARGET,
        "Target",
        _sebut(lama.nilai, lama.tercetak),
        _sebut(baru.nilai, baru.tercetak),
        identitas=(lama.identitas, baru.identitas),
    )


def _ganti_kebijakan(langkah: _Langkah, akhir: Kebijakan, daftar_ruas: Mapping[str, str]) -> Iterator[Sebab]:
    for ruas, nama in daftar_ruas.items():
        lama, baru = getattr(langkah.kini.kebijakan, ruas), getattr(akhir, ruas)
        if lama != baru:
            yield langkah.ambil(
                langkah.kini._replace(kebijakan=replace(langkah.kini.kebijakan, **{ruas: baru})),
                JenisSebab.KEBIJAKAN,
                nama,
                _sebut_kebijakan(lama),
                _sebut_kebijakan(baru),
            )


def _sebut_kebijakan(pilihan: object) -> str:
    if pilihan is None:
        return "tanpa batas"
    return f"{format_angka(pilihan)}%" if isinstance(pilihan, Angka) else str(pilihan).replace("_", " ")


def _identitas(jejak: Jejak) -> str:
    """Return the first quantity at or below a step."""
    return next((satu.identitas for satu in jejak.telusuri() if satu.identitas), "")


def _is_sama(satu: Nilai, dua: Nilai) -> bool:
    """Whether two values say the same; marks and the wording of a reason do not count."""
    if isinstance(satu, BelumAda | TidakDapatDihitung) and isinstance(dua, BelumAda | TidakDapatDihitung):
        return satu.alasan == dua.alasan
    return replace(satu, tanda=()) == replace(dua, tanda=())


def _sebut(nilai: Nilai, tercetak: str = "") -> str:
    return label_keadaan(nilai).lower() or tercetak or format_nilai(nilai, dengan_satuan=True)


def _angka(nilai: Nilai) -> Angka | None:
    return nilai.angka if isinstance(nilai, Bilangan) else None


def _bandingkan(lama: Angka | None, baru: Angka | None) -> tuple[Pengaruh, Angka | None]:
    match lama, baru:
        case None, None:
            return Pengaruh.TAK_DIKETAHUI, None
        case None, _:
            return Pengaruh.MENJADI_TERHITUNG, None
        case _, None:
            return Pengaruh.MENJADI_TAK_TERHITUNG, None
    assert lama is not None
    assert baru is not None
    selisih = baru - lama
    if selisih == NOL:
        return Pengaruh.TETAP, selisih
    return (Pengaruh.NAIK if selisih > NOL else Pengaruh.TURUN), selisih


def describe_selisih(selisih: Angka | None, satuan: str) -> str:
    """
    Return a difference with its sign: ``+4,94 poin``; one that two decimals cannot show says so.

    :param satuan: of the quantity; points, where that is percent
    """
    if selisih is None:
        return ""
    ekor = "poin" if normalize_satuan(satuan) == PERSEN else satuan
    if selisih != NOL and selisih.bulat(2) == NOL:
        return f"kurang dari 0,01 {ekor}".rstrip()
    tanda = "+" if selisih > NOL else ""
    return f"{tanda}{format_angka(selisih, digit=2)} {ekor}".rstrip()
