"""
The story of any quantity in Indonesian sentences, from its inputs to the printed number, with the numbers put in.

Formulas are told by ``core.rumus.explain``; this module tells everything around them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from tolok.core.cetak_angka import count_desimal, format_nilai, label_keadaan
from tolok.core.jejak import Hasil, Jejak, get_nilai
from tolok.core.nilai import BelumAda, Bilangan, Nilai, TidakDapatDihitung
from tolok.core.rumus.bilangan import format_potong
from tolok.core.rumus.explain import explain, sebut_tanda
from tolok.core.satuan import PERSEN, RUPIAH, normalize_satuan

BATAS_SEBUT: Final = 8
"""A sum of more parts than this is told by their number."""


class Masukan(NamedTuple):
    """A recorded input a quantity rests on."""

    identitas: str
    uraian: str
    tercetak: str
    sumber: str


def explain_hasil(hasil: Hasil) -> tuple[str, ...]:
    """Return the sentences that lead from the inputs to the printed value; each step and each reason once."""
    daftar: list[str] = []
    daftar_sebab: set[str] = set()
    for jejak in _urutkan(hasil.jejak):
        nilai = get_nilai(jejak)
        if isinstance(nilai, BelumAda | TidakDapatDihitung) and jejak.operasi not in _RUMUS:
            daftar += _ceritakan_keadaan(jejak, nilai, daftar_sebab)
        else:
            daftar += _ceritakan(jejak, nilai, daftar_sebab)
    if pembulatan := explain_pembulatan(hasil):
        daftar.append(pembulatan)
    daftar += [sebut_tanda(tanda) for tanda in hasil.nilai.tanda]
    return tuple(dict.fromkeys(daftar))


def list_masukan(hasil: Hasil) -> tuple[Masukan, ...]:
    """Return the recorded inputs with their sources, in the order of the computation, each once."""
    daftar: dict[str, Masukan] = {}
    for jejak in hasil.jejak.telusuri():
        if jejak.identitas is not None and not jejak.anak and jejak.operasi in _MASUKAN:
            nilai = get_nilai(jejak)
            tercetak = label_keadaan(nilai).lower() or format_nilai(nilai, dengan_satuan=True)
            daftar.setdefault(
                jejak.identitas, Masukan(jejak.identitas, nama_langkah(jejak), tercetak, jejak.sumber or "")
            )
    return tuple(daftar.values())


_MASUKAN: Final = frozenset(
    {"isian", "nilai_tercatat", "target.dokumen", "pembanding", "pagu", "realisasi_anggaran", "variabel"}
)
_DIAM: Final = frozenset({"isian", "target.dokumen", "pagu", "realisasi_anggaran", "variabel"})
"""Inputs that the step above them tells."""
_RUMUS: Final = frozenset({"rumus", "kategori"})


def _urutkan(akar: Jejak) -> Iterator[Jejak]:
    """Yield every step once, what it used before it; a formula counts as one step with its variables before it."""
    selesai: set[int | str] = set()
    tumpukan = [(akar, False)]
    while tumpukan:
        jejak, dibuka = tumpukan.pop()
        kunci = jejak.identitas or id(jejak)
        if dibuka:
            yield jejak
        elif kunci not in selesai:
            selesai.add(kunci)
            tumpukan.append((jejak, True))
            tumpukan.extend((anak, False) for anak in reversed(_anak(jejak)))


def _anak(jejak: Jejak) -> tuple[Jejak, ...]:
    if jejak.operasi in _RUMUS:
        return tuple(langkah for langkah in jejak.telusuri() if langkah.operasi == "variabel")
    return jejak.anak


def _ceritakan(jejak: Jejak, nilai: Nilai, daftar_sebab: set[str]) -> tuple[str, ...]:
    """Return the sentences of one step that has a value, or of a formula."""
    if jejak.operasi in _RUMUS:
        return explain(jejak)
    if jejak.operasi == "variabel" and len(jejak.anak) > 1:
        return (_jumlah(jejak),)
    if jejak.operasi in _DIAM:
        return ()
    susun = _SUSUNAN.get(jejak.operasi)
    if susun is None and jejak.operasi.endswith(".jumlah"):
        susun = _jumlah
    hitungan = susun(jejak) if susun is not None else f"{jejak.uraian} = {sebut_langkah(nilai)}."
    sumber = f" Sumber: {jejak.sumber}." if jejak.sumber and jejak.operasi in ("nilai_tercatat", "predikat") else ""
    return (f"{hitungan}{sumber}{_ekor(jejak, daftar_sebab)}", *_yang_tidak_masuk(jejak))


def _ceritakan_keadaan(jejak: Jejak, nilai: BelumAda | TidakDapatDihitung, daftar_sebab: set[str]) -> tuple[str, ...]:
    """Return the sentences of one step without a value; a reason that was given below is not repeated."""
    if jejak.operasi in (*_DIAM, "capaian.batas"):
        return ()
    sebab = "" if nilai.keterangan in daftar_sebab else f" {nilai.keterangan}"
    daftar_sebab.add(nilai.keterangan)
    kalimat = f"{nama_langkah(jejak)}: {label_keadaan(nilai).lower()}.{sebab}".rstrip()
    return (f"{kalimat}{_ekor(jejak, daftar_sebab)}", *_yang_tidak_masuk(jejak))


def _ekor(jejak: Jejak, daftar_sebab: set[str]) -> str:
    """Return the remark of a step, once: the scope of a pagu stands at the amount and not again at every share."""
    if not jejak.catatan or jejak.catatan in daftar_sebab:
        return ""
    daftar_sebab.add(jejak.catatan)
    return f" {jejak.catatan}"


def _yang_tidak_masuk(jejak: Jejak) -> Iterator[str]:
    """Say who stays out of a mean, and why."""
    if not jejak.operasi.startswith("rata_rata"):
        return
    for anak in jejak.anak:
        nilai = get_nilai(anak)
        if isinstance(nilai, BelumAda | TidakDapatDihitung):
            yield f"Tidak masuk rata-rata: {anak.uraian} ({label_keadaan(nilai).lower()})."


def sebut_langkah(nilai: Nilai) -> str:
    """Return a value as a step of a computation: exact, or cut with an ellipsis; never rounded."""
    if not isinstance(nilai, Bilangan):
        return format_nilai(nilai)
    teks = format_potong(nilai.angka)
    match normalize_satuan(nilai.satuan):
        case satuan if satuan == PERSEN:
            return f"{teks}%"
        case satuan if satuan == RUPIAH:
            return format_nilai(nilai)
        case "":
            return teks
        case satuan:
            return f"{teks} {satuan}"


def nama_langkah(jejak: Jejak) -> str:
    """Return what a step is called; an amount says whether it is pagu or realisasi."""
    sebutan = {"pagu": "Pagu", "realisasi_anggaran": "Realisasi"}.get(jejak.operasi.removesuffix(".jumlah"))
    return f"{sebutan} {jejak.uraian}" if sebutan else jejak.uraian


def _rinci(jejak: Jejak) -> list[str]:
    return [sebut_langkah(nilai) for anak in jejak.anak if isinstance(nilai := get_nilai(anak), Bilangan)]


def _capaian(pola: str) -> Callable[[Jejak], str]:
    def susun(jejak: Jejak) -> str:
        target, realisasi = (sebut_langkah(get_nilai(anak)) for anak in jejak.anak)
        return f"{jejak.uraian} = {pola.format(T=target, R=realisasi)} × 100% = {sebut_langkah(get_nilai(jejak))}."

    return susun


def _banding(jejak: Jejak) -> str:
    bagian, seluruh = (sebut_langkah(get_nilai(anak)) for anak in jejak.anak)
    return f"{jejak.uraian} = {bagian} / {seluruh} × 100% = {sebut_langkah(get_nilai(jejak))}."


def _jumlah(jejak: Jejak) -> str:
    rincian = _rinci(jejak)
    hasil = sebut_langkah(get_nilai(jejak))
    if len(rincian) <= 1:
        return f"{nama_langkah(jejak)} = {hasil}."
    if len(rincian) > BATAS_SEBUT:
        return f"{nama_langkah(jejak)} = jumlah {len(rincian)} bagian = {hasil}."
    return f"{nama_langkah(jejak)} = {' + '.join(rincian)} = {hasil}."


def _kumpulan(sebutan: str) -> Callable[[Jejak], str]:
    def susun(jejak: Jejak) -> str:
        return f"{jejak.uraian} = {sebutan} dari {'; '.join(_rinci(jejak))} = {sebut_langkah(get_nilai(jejak))}."

    return susun


def _rata_rata(jejak: Jejak) -> str:
    rincian = _rinci(jejak)
    return f"{jejak.uraian} = ({' + '.join(rincian)}) / {len(rincian)} = {sebut_langkah(get_nilai(jejak))}."


def _terbatas(jejak: Jejak) -> str:
    return f"Capaian untuk rata-rata dan predikat = {sebut_langkah(get_nilai(jejak))}."


def _efisiensi(jejak: Jejak) -> str:
    capaian, serapan = (sebut_langkah(get_nilai(anak)) for anak in jejak.anak)
    return f"{jejak.uraian}; dengan C = {capaian} dan S = {serapan} hasilnya {sebut_langkah(get_nilai(jejak))}."


_SUSUNAN: Final[dict[str, Callable[[Jejak], str]]] = {
    "capaian.naik": _capaian("{R} / {T}"),
    "capaian.turun_selisih": _capaian("(2 × {T} − {R}) / {T}"),
    "capaian.turun_nisbah": _capaian("{T} / {R}"),
    "capaian.tetap": _capaian("({T} − |{R} − {T}|) / {T}"),
    "capaian.batas": _terbatas,
    "serapan": _banding,
    "bagian": _banding,
    "agregasi.arus": _jumlah,
    "agregasi.jumlah": _jumlah,
    "agregasi.unit_jumlah": _jumlah,
    "agregasi.unit_rata_rata": _kumpulan("rata-rata"),
    "agregasi.unit_maksimum": _kumpulan("nilai tertinggi"),
    "agregasi.unit_minimum": _kumpulan("nilai terendah"),
    "agregasi.tahun_jumlah": _jumlah,
    "agregasi.rata_rata": _kumpulan("rata-rata"),
    "agregasi.maksimum": _kumpulan("nilai tertinggi"),
    "agregasi.minimum": _kumpulan("nilai terendah"),
    "capaian.gabungan_rata_rata": _rata_rata,
    "capaian.gabungan_berbobot": _kumpulan("rata-rata berbobot"),
    "capaian.gabungan_terendah": _kumpulan("nilai terendah"),
    "capaian.gabungan_semua_tercapai": _kumpulan("tercapai tidaknya semua bagian"),
    "rata_rata": _rata_rata,
    "rata_rata_sasaran": _rata_rata,
    "rata_rata_berbobot": _kumpulan("rata-rata berbobot"),
    **{f"efisiensi.{rumus}": _efisiensi for rumus in ("E1", "E2", "E3", "E4", "E5", "E6", "NE")},
}


def explain_pembulatan(hasil: Hasil) -> str:
    """Return the sentence that says how the value was rounded for print, ``""`` if it was not."""
    if hasil.digit is None or not isinstance(hasil.nilai, Bilangan):
        return ""
    desimal = count_desimal(hasil.nilai.angka)
    if desimal is not None and desimal <= hasil.digit:
        return ""
    return f"Tercetak {hasil.tercetak}: dibulatkan ke {hasil.digit} desimal hanya saat dicetak (angka 5 ke atas)."
