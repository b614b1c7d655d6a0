"""
Generated sentences: what a table says, in formal Indonesian, with every number a cell of the table itself.

Nothing here claims more than the values do: no praise, no efficiency below 100 %, no comparison without both sides.
"""

from __future__ import annotations

from collections.abc import Sequence

from tolok.core.angka import Angka
from tolok.core.cetak_angka import label_keadaan, terbilang
from tolok.core.dokumen.sel import Sel
from tolok.core.dokumen.teks import Kalimat, make_kalimat
from tolok.core.efisiensi import is_efisien
from tolok.core.indikator import Polaritas
from tolok.core.jejak import Hasil
from tolok.core.kebijakan import RumusEfisiensi
from tolok.core.nilai import (
    AlasanTakTerhitung,
    BelumAda,
    Bilangan,
    JenisTanda,
    Kategori,
    Nilai,
    Rentang,
    TidakDapatDihitung,
    has_tanda,
    is_ada,
)
from tolok.core.satuan import KATEGORI, PERSEN, RUPIAH, normalize_satuan

_TANPA_EKOR = frozenset({PERSEN, RUPIAH, KATEGORI, ""})

EFISIEN = "Efisien."
TIDAK_EFISIEN = "Tidak efisien."
TIDAK_EFISIEN_DI_BAWAH_SERATUS = "Tidak dinyatakan efisien karena capaian di bawah 100%."


def make_nilai(hasil: Hasil) -> list[str | Sel]:
    """Return a value for a sentence: its cell, and its unit where the cell does not print it."""
    sel = Sel.from_hasil(hasil)
    if isinstance(hasil.nilai, Bilangan | Rentang) and normalize_satuan(hasil.nilai.satuan) not in _TANPA_EKOR:
        return [sel, f" {hasil.nilai.satuan}"]
    return [sel]


def make_sebab(nilai: Nilai) -> str:
    """Return the state of a missing value inside a sentence, ``tidak dievaluasi``; ``""`` if there is a value."""
    return label_keadaan(nilai).lower()


def make_alasan(nilai: Nilai) -> str:
    """Return why there is no value, beginning with its state unless the reason names it; ``""`` if there is one."""
    if not isinstance(nilai, BelumAda | TidakDapatDihitung):
        return ""
    label, keterangan = label_keadaan(nilai), make_sambungan(nilai.keterangan)
    return keterangan if label.lower() in keterangan.lower() else f"{label}. {keterangan}".rstrip()


def add_titik(teks: str) -> str:
    """Return a sentence with exactly one mark at its end."""
    teks = teks.rstrip().rstrip(":")
    return teks if teks.endswith((".", "!", "?")) else f"{teks}."


def make_sambungan(teks: str) -> str:
    """Return a remark of an officer as a sentence that follows another one, ``""`` if there is none."""
    teks = teks.strip()
    return add_titik(teks[0].upper() + teks[1:]) if teks else ""


def kalimat_capaian(
    *, nama: str, tahun: int, target: Hasil, realisasi: Hasil, capaian: Hasil, predikat: Hasil
) -> Kalimat:
    """Return the sentence before table A for one indicator."""
    awal: list[str | Sel]
    if is_ada(target.nilai):
        awal = [f"Target {nama} tahun {tahun} adalah ", *make_nilai(target)]
    else:
        awal = [f"Target {nama} tahun {tahun} {_sebab_target(target.nilai)}"]
    if not is_ada(realisasi.nilai):
        sebab = make_sebab(realisasi.nilai)
        akhir_kosong = f"; realisasinya {sebab}, sehingga capaiannya tidak dinyatakan."
        return make_kalimat(*awal, akhir_kosong, _make_penjelas(realisasi.nilai))
    tengah: list[str | Sel] = [*awal, " dan realisasinya ", *make_nilai(realisasi)]
    if not is_ada(capaian.nilai):
        return make_kalimat(*tengah, f"; capaiannya {make_sebab(capaian.nilai)}.")
    akhir: list[str | Sel] = [", sehingga capaiannya ", Sel.from_hasil(capaian)]
    if is_ada(predikat.nilai):
        akhir += [" dengan predikat ", Sel.from_hasil(predikat)]
    return make_kalimat(*tengah, *akhir, ".")


def _make_penjelas(nilai: Nilai) -> str:
    """Return the reason of a missing value as a further sentence, ``""`` if none is known."""
    if not isinstance(nilai, BelumAda | TidakDapatDihitung) or not nilai.keterangan.strip():
        return ""
    return f" {make_sambungan(nilai.keterangan)}"


def _sebab_target(nilai: Nilai) -> str:
    """Return the state of a missing target: one that no document sets does not exist, it is not "not computable"."""
    if isinstance(nilai, TidakDapatDihitung) and nilai.alasan is AlasanTakTerhitung.TANPA_TARGET:
        return "tidak ada"
    return make_sebab(nilai)


def kalimat_tahun(*, nama: str, polaritas: Polaritas, tahun: int, kini: Hasil, tahun_lalu: int, lalu: Hasil) -> Kalimat:
    """Return the sentence before table B: this year against last year, better or worse by the polarity."""
    if not is_ada(kini.nilai):
        return make_kalimat(
            f"Realisasi {nama} tahun {tahun} {make_sebab(kini.nilai)}, "
            f"sehingga tidak dapat dibandingkan dengan tahun {tahun_lalu}."
        )
    awal: list[str | Sel] = [f"Realisasi {nama} tahun {tahun} (", *make_nilai(kini), ")"]
    if not is_ada(lalu.nilai):
        sebab = make_sebab(lalu.nilai)
        return make_kalimat(
            *awal, f" tidak dapat dibandingkan dengan tahun {tahun_lalu} karena realisasi tahun itu {sebab}."
        )
    arah = "tetap" if kini.tercetak == lalu.tercetak else _arah(lalu.nilai, kini.nilai)
    akhir: list[str | Sel] = [f" realisasi tahun {tahun_lalu} (", *make_nilai(lalu), ")"]
    if not arah:
        return make_kalimat(*awal, " dan", *akhir, " berbeda satuan atau skala, sehingga tidak dibandingkan.")
    kata = {"tetap": " sama dengan", "naik": " lebih tinggi daripada", "turun": " lebih rendah daripada"}[arah]
    mutu = _mutu(arah, polaritas)
    if mutu and any(_is_meragukan(satu.nilai) for satu in (kini, lalu)):
        mutu += " bila keduanya sebanding"
    return make_kalimat(*awal, kata, *akhir, f"{mutu}.")


def _arah(lalu: Nilai, kini: Nilai) -> str:
    """Return ``naik``, ``turun``, ``tetap``, or ``""`` where two values cannot be compared."""
    match lalu, kini:
        case Bilangan(angka=a, satuan=x), Bilangan(angka=b, satuan=y) if x == y:
            selisih: Angka | int = b - a
        case Kategori(peringkat=a, skala=x), Kategori(peringkat=b, skala=y) if x == y:
            selisih = b - a
        case _:
            return ""
    return "naik" if selisih > 0 else "turun" if selisih < 0 else "tetap"


def _is_meragukan(nilai: Nilai) -> bool:
    """Whether two sources disagree on a value, or a number came without the parts that would show what it counts."""
    if has_tanda(nilai, JenisTanda.BERTENTANGAN):
        return True
    return isinstance(nilai, Bilangan) and has_tanda(nilai, JenisTanda.NILAI_LUAR)


def _mutu(arah: str, polaritas: Polaritas) -> str:
    if arah == "tetap" or polaritas not in (Polaritas.NAIK, Polaritas.TURUN):
        return ""
    return ", yang berarti membaik" if arah == polaritas.value else ", yang berarti memburuk"


def kalimat_akhir_rencana(
    *, nama: str, tahun_akhir: int, tahun: int, target_akhir: Hasil, realisasi: Hasil, kemajuan: Hasil
) -> Kalimat:
    """Return the sentence before table C."""
    if not is_ada(target_akhir.nilai):
        return make_kalimat(
            f"Target {nama} pada akhir rencana ({tahun_akhir}) {_sebab_target(target_akhir.nilai)}, "
            "sehingga tingkat kemajuannya tidak dinyatakan."
        )
    awal: list[str | Sel] = [f"Target {nama} pada akhir rencana ({tahun_akhir}) adalah ", *make_nilai(target_akhir)]
    if not is_ada(kemajuan.nilai):
        return make_kalimat(*awal, f"; tingkat kemajuan sampai dengan tahun {tahun} {make_sebab(kemajuan.nilai)}.")
    return make_kalimat(
        *awal, f". Dengan realisasi sampai dengan tahun {tahun} sebesar ", *make_nilai(realisasi),
        ", tingkat kemajuannya ", Sel.from_hasil(kemajuan), ".",
    )  # fmt: skip


def kalimat_pembanding(*, nama: str, tahun: int, realisasi: Hasil, daftar: Sequence[tuple[str, int, Hasil]]) -> Kalimat:
    """Return the sentence before table D; ``daftar`` holds scope, year and value of each benchmark."""
    if not daftar:
        return make_kalimat(f"Untuk {nama} tidak ada standar nasional yang dapat dipakai sebagai pembanding.")
    bagian: list[str | Sel] = [f"Realisasi {nama} tahun {tahun} "]
    bagian += ["adalah ", *make_nilai(realisasi)] if is_ada(realisasi.nilai) else [make_sebab(realisasi.nilai)]
    for cakupan, tahun_banding, nilai in daftar:
        bagian.append(f"; nilai {cakupan} tahun {tahun_banding} ")
        bagian += make_nilai(nilai) if is_ada(nilai.nilai) else [make_sebab(nilai.nilai)]
    return make_kalimat(*bagian, ".")


def kalimat_alokasi(*, nama: str, pagu: Hasil, bagian: Hasil, edisi: str, total: Hasil) -> Kalimat:
    """Return the sentence before table E; the denominator is named with its amount."""
    if not is_ada(pagu.nilai):
        return make_kalimat(f"Anggaran untuk {nama} {make_sebab(pagu.nilai)}.")
    awal: list[str | Sel] = [f"Anggaran untuk {nama} sebesar ", Sel.from_hasil(pagu)]
    if not is_ada(bagian.nilai):
        return make_kalimat(*awal, f"; bagiannya {make_sebab(bagian.nilai)}.")
    return make_kalimat(*awal, " atau ", Sel.from_hasil(bagian), f" dari {edisi} sebesar ", Sel.from_hasil(total), ".")


def kalimat_kinerja_anggaran(
    *, nama: str, capaian: Hasil | None, pagu: Hasil, realisasi: Hasil, serapan: Hasil
) -> Kalimat:
    """Return the sentence before table F; ``capaian`` is ``None`` for a sasaran as a whole."""
    if not is_ada(serapan.nilai):
        return make_kalimat(f"Penyerapan anggaran {nama} {make_sebab(serapan.nilai)}.")
    uang: list[str | Sel] = [
        "realisasi anggaran ",
        Sel.from_hasil(realisasi),
        " dari pagu ",
        Sel.from_hasil(pagu),
        " atau ",
        Sel.from_hasil(serapan),
    ]
    if capaian is None:
        return make_kalimat(f"Untuk {nama}, ", *uang, ".")
    if not is_ada(capaian.nilai):
        return make_kalimat(f"Untuk {nama}, ", *uang, f", sedangkan capaian kinerjanya {make_sebab(capaian.nilai)}.")
    return make_kalimat(f"Capaian {nama} sebesar ", Sel.from_hasil(capaian), " didukung ", *uang, ".")


def sebut_efisiensi(*, rumus: RumusEfisiensi, capaian: Hasil, serapan: Hasil, efisiensi: Hasil) -> str:
    """
    Return what an efficiency allows to claim, as a sentence.

    :source: domain handbook 10: efficiency is claimed only where capaian is at least 100 %; a serapan of 0 or above
        100 % is a sign of a wrong link or a wrong figure
    """
    if not is_ada(efisiensi.nilai):
        for nama, satu in (("capaian", capaian), ("penyerapan", serapan)):
            if not is_ada(satu.nilai):
                return f"Tidak dinyatakan karena {nama} {make_sebab(satu.nilai)}."
        return make_alasan(efisiensi.nilai)
    c, s, e = (satu.nilai.angka if isinstance(satu.nilai, Bilangan) else None for satu in (capaian, serapan, efisiensi))
    if c is None or s is None or e is None:
        return "Tidak dapat dinyatakan karena capaian atau penyerapan bukan angka."
    if s > 100:
        return "Perlu diperiksa: penyerapan di atas 100%."
    if not s:
        return "Perlu diperiksa: anggaran tidak terserap padahal ada capaian."
    if c < 100:
        return TIDAK_EFISIEN_DI_BAWAH_SERATUS
    return EFISIEN if is_efisien(rumus, e) else TIDAK_EFISIEN


def kalimat_efisiensi(*, nama: str, efisiensi: Hasil, bacaan: str) -> Kalimat:
    """Return the sentence before table G."""
    if not is_ada(efisiensi.nilai):
        return make_kalimat(f"Tingkat efisiensi {nama} {bacaan[0].lower()}{bacaan[1:]}")
    sambung = f", yang berarti {bacaan.lower()}" if bacaan in (EFISIEN, TIDAK_EFISIEN) else f". {bacaan}"
    return make_kalimat(f"Tingkat efisiensi {nama} sebesar ", Sel.from_hasil(efisiensi), sambung)


def kalimat_rata_rata(*, nama: str, rata_rata: Hasil, terukur: int, jumlah: int, predikat: Hasil) -> Kalimat:
    """Return the sentence on a mean: over how many of how many, and the predicate or why there is none."""
    banyak = f"{terukur} dari {jumlah} indikator"
    if not is_ada(rata_rata.nilai):
        return make_kalimat(f"Rata-rata capaian {nama} ({banyak}) {make_sebab(rata_rata.nilai)}.")
    awal: list[str | Sel] = [f"Rata-rata capaian {nama} adalah ", Sel.from_hasil(rata_rata), f" atas {banyak}"]
    if is_ada(predikat.nilai):
        return make_kalimat(*awal, " dengan predikat ", Sel.from_hasil(predikat), ".")
    return make_kalimat(*awal, ". ", make_alasan_predikat(predikat.nilai))


def make_alasan_predikat(nilai: Nilai) -> str:
    """Return why a mean has no predicate, as a sentence; ``""`` if it has one."""
    if not isinstance(nilai, BelumAda | TidakDapatDihitung):
        return ""
    return add_titik(nilai.keterangan or f"Predikat tidak diberikan: {make_sebab(nilai)}")


def kalimat_realisasi_total(
    *, tahun: int, pagu: Hasil, realisasi: Hasil, serapan: Hasil, edisi: str, program: int, kegiatan: int
) -> Kalimat:
    """Return the sentence on the money of the whole agency; counts are written in words."""
    if not is_ada(serapan.nilai):
        return make_kalimat(f"Penyerapan anggaran tahun {tahun} {make_sebab(serapan.nilai)}.")
    return make_kalimat(
        f"Realisasi anggaran tahun {tahun} sebesar ",
        Sel.from_hasil(realisasi),
        f" dari {edisi} sebesar ",
        Sel.from_hasil(pagu),
        " atau ",
        Sel.from_hasil(serapan),
        f", melalui {terbilang(program)} program dan {terbilang(kegiatan)} kegiatan.",
    )


def kalimat_bagian(*, uraian: str, pagu: Hasil, bagian: Hasil, edisi: str) -> Kalimat:
    """Return the sentence on a share of the budget (supporting programs, programs that serve no sasaran)."""
    if not is_ada(bagian.nilai):
        return make_kalimat(f"Anggaran {uraian} {make_sebab(bagian.nilai)}.")
    return make_kalimat(
        f"Anggaran {uraian} sebesar ", Sel.from_hasil(pagu), " atau ", Sel.from_hasil(bagian), f" dari {edisi}."
    )


def kalimat_program(*, nama: str, program: int, kegiatan: int) -> Kalimat:
    """Return the sentence before table I; counts are written in words."""
    if not program + kegiatan:
        return make_kalimat(f"Belum ada program atau kegiatan yang dipetakan ke {nama}.")
    bagian = [f"{terbilang(n)} {kata}" for n, kata in ((program, "program"), (kegiatan, "kegiatan")) if n]
    return make_kalimat(f"{nama} didukung oleh {' dan '.join(bagian)}.")
