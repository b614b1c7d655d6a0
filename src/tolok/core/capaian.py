"""
Capaian: how far a realisasi reached its target, in points of percent, exact and raw.

The rules and the choices between conventions are told, with worked tables, in ``docs/rumus/capaian.md``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from tolok.core.angka import NOL, SERATUS, Angka
from tolok.core.indikator import AturanOrdinal, Polaritas
from tolok.core.jejak import Jejak
from tolok.core.kebijakan import (
    BATAS_BAWAAN,
    DalamRentang,
    DasarHitung,
    Kebijakan,
    KebijakanNol,
    LuarRentang,
    RumusTurun,
)
from tolok.core.nilai import (
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    Kategori,
    Majemuk,
    Nilai,
    Rentang,
    TidakDapatDihitung,
    with_tanda,
)
from tolok.core.satuan import is_satuan_sama
from tolok.core.skala import Skala, find_kategori

_ARAH_LUAR: Final[dict[LuarRentang, Polaritas]] = {
    LuarRentang.BATAS_ATAS: Polaritas.NAIK,
    LuarRentang.MENJAUH: Polaritas.TETAP,
}
_CATATAN_NOL: Final = "Dipakai kebijakan yang dinyatakan."


class _Jawaban(NamedTuple):
    """
    What a rule answers: points of percent or a state, the rule's word, and a remark.

    ``target`` and ``realisasi`` name the numbers the rule compared where these are not the operands themselves.
    """

    isi: Angka | BelumAda | TidakDapatDihitung
    operasi: str
    catatan: str | None = None
    target: Jejak | None = None
    realisasi: Jejak | None = None


def compute_capaian(
    *,
    target: Nilai,
    realisasi: Nilai,
    polaritas: Polaritas,
    kebijakan: Kebijakan,
    skala: Skala | None = None,
    aturan_ordinal: AturanOrdinal = AturanOrdinal.TERCAPAI,
    maksimum: Angka | None = None,
    digit: int | None = None,
    jejak_target: Jejak | None = None,
    jejak_realisasi: Jejak | None = None,
) -> tuple[Nilai, Jejak]:
    """
    Return the capaian in points of percent, raw (neither capped nor clamped at 0), and its story.

    A missing realisasi keeps its reason, then a missing target its own; operands of different units or kinds, a
    negative target and categories outside their scale give ``TidakDapatDihitung``. Marks of both operands travel on.

    :param target: value in force in the period; a ``Rentang`` is judged by its nearer bound whatever the polarity
    :param skala: the scale of both categories; the rule ``skor`` reads the scores from its class bounds
    :param maksimum: greatest attainable value in the unit of the realisasi; above it a remark warns
    :param digit: printed decimals of the realisasi, used when the policy computes from printed numbers
    :param jejak_target: story of the target, with its identity (``None``: a plain leaf)
    :source: domain handbook 9.1 to 9.5; the choices between conventions are policies of the agency and year
    """
    jejak_t = jejak_target or Jejak("target", "Target", target)
    jejak_r = jejak_realisasi or Jejak("realisasi", "Realisasi", realisasi)
    if kebijakan.dasar_hitung is DasarHitung.TERCETAK and digit is not None and isinstance(realisasi, Bilangan):
        realisasi = replace(realisasi, angka=realisasi.angka.bulat(digit))
        jejak_r = Jejak("bulat", f"Realisasi seperti tercetak ({digit} desimal)", realisasi, (jejak_r,))
    jawaban = _jawab(target, realisasi, polaritas, kebijakan, skala, aturan_ordinal)
    isi = Bilangan(jawaban.isi, "%") if isinstance(jawaban.isi, Angka) else jawaban.isi
    nilai = with_tanda(isi, *target.tanda, *realisasi.tanda)
    daftar_catatan = [jawaban.catatan, _peringatan_maksimum(realisasi, maksimum)]
    catatan = " ".join(c for c in daftar_catatan if c) or None
    if jawaban.target is not None:
        jejak_t = jawaban.target._replace(anak=(jejak_t,))
    if jawaban.realisasi is not None:
        jejak_r = jawaban.realisasi._replace(anak=(jejak_r,))
    return nilai, Jejak(jawaban.operasi, "Capaian", nilai, (jejak_t, jejak_r), catatan=catatan)


def limit_capaian(nilai: Nilai, *, kebijakan: Kebijakan) -> Nilai:
    """
    Return a capaian as averages, scores and predicates use it: at least 0 and at most the cap; states pass through.

    :source: domain handbook 9.3 (C < 0) and 9.4; the raw value is kept beside it
    """
    if not isinstance(nilai, Bilangan):
        return nilai
    angka = nilai.angka if nilai.angka > NOL else NOL
    if kebijakan.batas is not None and angka > kebijakan.batas:
        angka = kebijakan.batas
    return nilai if angka is nilai.angka else Bilangan(angka, nilai.satuan, nilai.tanda)


def list_kebijakan_lain(kebijakan: Kebijakan, *, polaritas: Polaritas) -> tuple[tuple[str, Kebijakan], ...]:
    """
    Return the policies that differ from ``kebijakan`` in one convention of capaian, each with its name.

    Turun formula and range rule only where the polarity uses them; caps in use; basis of computing.

    :source: domain handbook 9.1, 9.4, 9.8
    """
    daftar: list[tuple[str, Kebijakan]] = []
    if polaritas in (Polaritas.TURUN, Polaritas.RENTANG):
        daftar += [
            (f"rumus turun {rumus.value}", replace(kebijakan, rumus_turun=rumus))
            for rumus in RumusTurun
            if rumus is not kebijakan.rumus_turun
        ]
    if polaritas is Polaritas.RENTANG:
        daftar += [
            (f"di atas rentang {luar.value}", replace(kebijakan, luar_rentang=luar))
            for luar in LuarRentang
            if luar is not kebijakan.luar_rentang
        ]
    daftar += [
        (f"batas {batas.pembilang}" if batas else "tanpa batas", replace(kebijakan, batas=batas))
        for batas in (SERATUS, BATAS_BAWAAN, None)
        if batas != kebijakan.batas
    ]
    daftar += [
        (f"dasar hitung {dasar.value}", replace(kebijakan, dasar_hitung=dasar))
        for dasar in DasarHitung
        if dasar is not kebijakan.dasar_hitung
    ]
    return tuple(daftar)


def _jawab(
    target: Nilai,
    realisasi: Nilai,
    polaritas: Polaritas,
    kebijakan: Kebijakan,
    skala: Skala | None,
    aturan_ordinal: AturanOrdinal,
) -> _Jawaban:
    """Choose the rule by the kinds of the operands."""
    if isinstance(realisasi, BelumAda | TidakDapatDihitung):
        return _Jawaban(realisasi, "capaian.tertunda")
    if isinstance(target, BelumAda | TidakDapatDihitung):
        return _Jawaban(target, "capaian.tertunda")
    if isinstance(target, Majemuk) or isinstance(realisasi, Majemuk):
        return _tolak(AlasanTakTerhitung.BUKAN_ANGKA, "Nilai majemuk dinilai bagian demi bagian.")
    if isinstance(realisasi, Rentang):
        return _tolak(AlasanTakTerhitung.BUKAN_ANGKA, "Realisasi berupa rentang; isi satu nilai.")
    if isinstance(target, Kategori) or isinstance(realisasi, Kategori):
        return _ordinal(target, realisasi, polaritas, kebijakan, skala, aturan_ordinal)
    if not is_satuan_sama(target.satuan, realisasi.satuan):
        pesan = f"Target bersatuan {target.satuan}, sedangkan realisasi bersatuan {realisasi.satuan}."
        return _tolak(AlasanTakTerhitung.SATUAN_BERBEDA, pesan)
    if isinstance(target, Rentang):
        return _rentang(target, realisasi.angka, polaritas, kebijakan)
    return _hitung(target.angka, realisasi.angka, polaritas, kebijakan)


def _hitung(target: Angka, realisasi: Angka, polaritas: Polaritas, kebijakan: Kebijakan) -> _Jawaban:
    """Judge a number against one number."""
    if target < NOL:
        pesan = "Target negatif memerlukan aturan selisih; tetapkan capaiannya secara manual."
        return _tolak(AlasanTakTerhitung.TARGET_NEGATIF, pesan)
    match polaritas:
        case Polaritas.NAIK:
            return _naik(target, realisasi, kebijakan)
        case Polaritas.TURUN:
            return _turun(target, realisasi, kebijakan)
        case Polaritas.TETAP:
            return _tetap(target, realisasi, kebijakan)
    return _rentang(Rentang(target, target, ""), realisasi, polaritas, kebijakan)


def _naik(target: Angka, realisasi: Angka, kebijakan: Kebijakan) -> _Jawaban:
    if target != NOL:
        return _Jawaban(realisasi / target * SERATUS, "capaian.naik")
    if realisasi < NOL:
        pesan = "Target 0 dan realisasi negatif: capaian tidak terdefinisi."
        return _tolak(AlasanTakTerhitung.TARGET_NOL, pesan)
    return _pakai_kebijakan(kebijakan.naik_target_nol, kebijakan, AlasanTakTerhitung.TARGET_NOL, "Target 0.")


def _turun(target: Angka, realisasi: Angka, kebijakan: Kebijakan) -> _Jawaban:
    if target == NOL:
        return _target_nol(kebijakan, terpenuhi=realisasi <= NOL)
    if kebijakan.rumus_turun is RumusTurun.SELISIH:
        if realisasi == NOL and kebijakan.turun_realisasi_nol is not KebijakanNol.BATAS:
            return _pakai_kebijakan(
                kebijakan.turun_realisasi_nol, kebijakan, AlasanTakTerhitung.SYARAT_TIDAK_TERPENUHI, "Realisasi 0."
            )
        return _Jawaban((target * 2 - realisasi) / target * SERATUS, "capaian.turun_selisih")
    if realisasi > NOL:
        return _Jawaban(target / realisasi * SERATUS, "capaian.turun_nisbah")
    return _pakai_kebijakan(
        kebijakan.turun_realisasi_nol, kebijakan, AlasanTakTerhitung.PENYEBUT_NOL, "Realisasi tidak lebih dari 0."
    )


def _tetap(target: Angka, realisasi: Angka, kebijakan: Kebijakan) -> _Jawaban:
    if target == NOL:
        return _target_nol(kebijakan, terpenuhi=realisasi == NOL)
    return _Jawaban((target - abs(realisasi - target)) / target * SERATUS, "capaian.tetap")


def _target_nol(kebijakan: Kebijakan, *, terpenuhi: bool) -> _Jawaban:
    """Judge against a target of zero cases: met is 100, missed is a policy."""
    if terpenuhi:
        return _Jawaban(SERATUS, "capaian.terpenuhi", "Target 0 terpenuhi.")
    return _pakai_kebijakan(kebijakan.turun_target_nol, kebijakan, AlasanTakTerhitung.TARGET_NOL, "Target 0.")


def _rentang(target: Rentang, realisasi: Angka, polaritas: Polaritas, kebijakan: Kebijakan) -> _Jawaban:
    """
    Judge a number against a range: inside is 100, outside counts the nearer bound in the formula of the polarity.

    Polarity ``rentang`` names no better side: below it rises to the lower bound; above, the policy ``luar_rentang``
    measures against the upper bound or lets it fall off.
    The policy R/U speaks of ranges where more is better, so it leaves ``turun`` and ``tetap`` alone.
    """
    bawah, atas = target.bawah, target.atas
    batas_atas = Jejak("batas_rentang", "Batas atas target", Bilangan(atas, target.satuan))
    naik = polaritas in (Polaritas.NAIK, Polaritas.RENTANG)
    if naik and kebijakan.dalam_rentang is DalamRentang.BATAS_ATAS and realisasi >= bawah >= NOL:
        if realisasi >= atas:
            return _Jawaban(SERATUS, "capaian.terpenuhi", "Batas atas rentang tercapai.")
        return _Jawaban(realisasi / atas * SERATUS, "capaian.naik", "Terhadap batas atas rentang.", batas_atas)
    if bawah <= realisasi <= atas:
        return _Jawaban(SERATUS, "capaian.terpenuhi", "Realisasi di dalam rentang target.")
    if realisasi < bawah:
        arah: Polaritas = Polaritas.NAIK if polaritas is Polaritas.RENTANG else polaritas
        dekat = Jejak("batas_rentang", "Batas bawah target", Bilangan(bawah, target.satuan))
        jawaban = _hitung(bawah, realisasi, arah, kebijakan)
    else:
        arah = _ARAH_LUAR[kebijakan.luar_rentang] if polaritas is Polaritas.RENTANG else polaritas
        dekat = batas_atas
        jawaban = _hitung(atas, realisasi, arah, kebijakan)
    catatan = f"Di luar rentang, dihitung terhadap batas terdekat. {jawaban.catatan or ''}".strip()
    return jawaban._replace(catatan=catatan, target=dekat)


def _pakai_kebijakan(pilihan: KebijakanNol, kebijakan: Kebijakan, alasan: AlasanTakTerhitung, keadaan: str) -> _Jawaban:
    """Answer where the formula has none."""
    match pilihan:
        case KebijakanNol.SERATUS:
            return _Jawaban(SERATUS, "capaian.kebijakan", f"{keadaan} {_CATATAN_NOL}")
        case KebijakanNol.NOL:
            return _Jawaban(NOL, "capaian.kebijakan", f"{keadaan} {_CATATAN_NOL}")
        case KebijakanNol.BATAS if kebijakan.batas is not None:
            return _Jawaban(kebijakan.batas, "capaian.kebijakan", f"{keadaan} {_CATATAN_NOL}")
        case KebijakanNol.BATAS:
            return _tolak(
                alasan, f"{keadaan} Kebijakan menunjuk batas capaian, tetapi tidak ada batas yang dinyatakan."
            )
    return _tolak(alasan, f"{keadaan} Menurut kebijakan capaian tidak dihitung.")


def _ordinal(
    target: Nilai,
    realisasi: Nilai,
    polaritas: Polaritas,
    kebijakan: Kebijakan,
    skala: Skala | None,
    aturan: AturanOrdinal,
) -> _Jawaban:
    """Judge categories by rank, never by text; the rule ``skor`` also takes a realised score."""
    for nilai in (target, realisasi):
        if isinstance(nilai, Kategori) and skala is not None and not _is_anggota(nilai, skala):
            pesan = f"{nilai.label} bukan kelas dalam skala {skala.nama}."
            return _tolak(AlasanTakTerhitung.KATEGORI_DI_LUAR_SKALA, pesan)
    if aturan is AturanOrdinal.SKOR:
        skor_t, skor_r = _skor(target, skala), _skor(realisasi, skala)
        if skor_t is None or skor_r is None:
            pesan = "Skor kategori tidak diketahui; lengkapi batas bawah setiap kelas dalam skala."
            return _tolak(AlasanTakTerhitung.TANPA_DATA, pesan)
        return _hitung_dengan("skor", skor_t, skor_r, polaritas, kebijakan)
    if not isinstance(target, Kategori) or not isinstance(realisasi, Kategori):
        pesan = "Target dan realisasi harus sama-sama kategori, atau pakai aturan skor."
        return _tolak(AlasanTakTerhitung.SATUAN_BERBEDA, pesan)
    if target.skala != realisasi.skala:
        pesan = f"Target memakai skala {target.skala}, sedangkan realisasi memakai skala {realisasi.skala}."
        return _tolak(AlasanTakTerhitung.SATUAN_BERBEDA, pesan)
    if aturan is AturanOrdinal.PERINGKAT:
        peringkat_t, peringkat_r = Angka(target.peringkat), Angka(realisasi.peringkat)
        return _hitung_dengan("peringkat", peringkat_t, peringkat_r, polaritas, kebijakan)
    match polaritas:
        case Polaritas.NAIK:
            tercapai = realisasi.peringkat >= target.peringkat
        case Polaritas.TURUN:
            tercapai = realisasi.peringkat <= target.peringkat
        case _:
            tercapai = realisasi.peringkat == target.peringkat
    return _Jawaban(SERATUS if tercapai else NOL, "capaian.tercapai")


def _hitung_dengan(
    ukuran: str, target: Angka, realisasi: Angka, polaritas: Polaritas, kebijakan: Kebijakan
) -> _Jawaban:
    """Judge the ranks or scores of two categories as numbers."""
    return _hitung(target, realisasi, polaritas, kebijakan)._replace(
        target=Jejak(ukuran, f"{ukuran.capitalize()} target", Bilangan(target, "")),
        realisasi=Jejak(ukuran, f"{ukuran.capitalize()} realisasi", Bilangan(realisasi, "")),
    )


def _is_anggota(kategori: Kategori, skala: Skala) -> bool:
    ditemukan = find_kategori(kategori.label, skala)
    return ditemukan is not None and (ditemukan.peringkat, ditemukan.skala) == (kategori.peringkat, kategori.skala)


def _skor(nilai: Nilai, skala: Skala | None) -> Angka | None:
    """Return a score: the number itself, or the lower bound of the class of a category."""
    if isinstance(nilai, Bilangan):
        return nilai.angka
    if isinstance(nilai, Kategori) and skala is not None:
        return next((kelas.bawah for kelas in skala.kelas if kelas.label == nilai.label), None)
    return None


def _tolak(alasan: AlasanTakTerhitung, pesan: str) -> _Jawaban:
    return _Jawaban(TidakDapatDihitung(alasan, pesan), "capaian.tidak_dapat_dihitung")


def _peringatan_maksimum(realisasi: Nilai, maksimum: Angka | None) -> str | None:
    if maksimum is not None and isinstance(realisasi, Bilangan) and realisasi.angka > maksimum:
        return "Peringatan: realisasi melebihi nilai tertinggi yang mungkin; periksa pembilang dan penyebutnya."
    return None
