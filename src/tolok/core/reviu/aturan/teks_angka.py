"""Numbers in prose: percentages of the amounts beside them, means that are none, counts in words, totals of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tolok.core.angka import NOL, SERATUS, Angka
from tolok.core.bacaan.dokumen import Besaran, NilaiTerbaca, Tingkat
from tolok.core.cetak_angka import format_angka, format_persen, terbilang
from tolok.core.dokumen.sel import Letak
from tolok.core.reviu.aturan.jumlah import TAHUN_BELANJA_TERPISAH, get_nilai, list_kunci, list_puncak, sum_benar
from tolok.core.reviu.aturan_reviu import Aturan, Bahan
from tolok.core.reviu.kalimat_dokumen import Sebutan, find_persen, find_rupiah, list_kalimat
from tolok.core.reviu.ketelitian import count_desimal_tercetak, make_selang, persen, tepat
from tolok.core.reviu.temuan import Keyakinan, LetakTemuan, Temuan, TingkatTemuan

RATA_RATA: Final = Aturan(
    "teks.rata_rata",
    "Disebut rata-rata, padahal nisbah dari jumlah keseluruhan",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran III: ketepatan informasi",
)
PERSEN: Final = Aturan(
    "teks.persen",
    "Persentase dalam kalimat tidak mengikuti jumlah yang disebut di sampingnya",
    TingkatTemuan.GALAT,
    "PermenPANRB 53/2014 lampiran III: ketepatan informasi",
)
TERBILANG: Final = Aturan(
    "teks.terbilang",
    "Bilangan dalam angka dan dalam huruf berbeda",
    TingkatTemuan.GALAT,
    "Kaidah naskah dinas",
)
BANYAK: Final = Aturan(
    "teks.banyak_program",
    "Banyaknya program atau kegiatan dalam kalimat berbeda dari tabelnya",
    TingkatTemuan.PERINGATAN,
    "PermenPANRB 53/2014 lampiran III: kesesuaian narasi dan tabel",
)
TOTAL: Final = Aturan(
    "teks.total_anggaran",
    "Total anggaran dalam kalimat berbeda dari total tabel",
    TingkatTemuan.PERINGATAN,
    "Permendagri 90/2019: lingkup belanja sebelum dan sesudah 2021",
)
_RATA_RATA: Final = re.compile(
    r"rata[\s-]*rata\s+(?:pro?sentase|persentase|capaian|penyerapan|serapan)?[^.;\d]{0,60}$", re.IGNORECASE
)
_SERAPAN: Final = re.compile(r"realisasi|serap|capaian anggaran|anggaran", re.IGNORECASE)
_TERBILANG: Final = re.compile(r"\b(\d{1,3}|\d{1,3}(?:\.\d{3})+)\s*\(\s*([a-z][a-z\s-]+?)\s*\)\s*(\w+)?", re.IGNORECASE)
_TOTAL: Final = re.compile(
    r"(?:total|jumlah|pagu)\s+(?:anggaran|pagu|belanja)[^.;]{0,60}?sebesar\s*$|jumlah anggaran[^.;:]{0,30}:\s*$",
    re.IGNORECASE,
)
_KATA_BILANGAN: Final = re.compile(
    r"^(?:se|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh|seratus|ratus|seribu|ribu|nol)"
)
_TINGKAT: Final = {"program": Tingkat.PROGRAM, "kegiatan": Tingkat.KEGIATAN, "subkegiatan": Tingkat.SUBKEGIATAN}


class _Serapan(NamedTuple):
    """A paragraph's percentage of absorption and the two amounts beside it: the whole, then the part."""

    letak: Letak
    sebutan: Sebutan
    seluruh: Sebutan
    bagian: Sebutan
    sebelum: str

    @property
    def nisbah(self) -> Angka:
        return self.bagian.angka / self.seluruh.angka * SERATUS


def periksa_persen(bahan: Bahan) -> Iterator[Temuan]:
    """Yield percentages of absorption that the two amounts of their paragraph contradict."""
    for satu in _list_serapan(bahan):
        if _is_cetakan(satu.sebutan, satu.nisbah):
            continue
        digit = max(0, count_desimal_tercetak(satu.sebutan.tercetak, satu.sebutan.angka))
        benar = format_persen(satu.nisbah, digit=digit)
        yield PERSEN.make_temuan(
            keyakinan=Keyakinan.MUNGKIN,
            letak=bahan.di(satu.letak),
            tercetak=satu.sebutan.tercetak,
            seharusnya=benar,
            pesan=f"{satu.bagian.tercetak} terhadap {satu.seluruh.tercetak} adalah {benar}.",
        )


def periksa_rata_rata(bahan: Bahan) -> Iterator[Temuan]:
    """Yield a "rata-rata" that is the ratio of the two amounts of its paragraph; the same number once."""
    per_angka: dict[Angka, list[_Serapan]] = {}
    for satu in _list_serapan(bahan):
        if _is_cetakan(satu.sebutan, satu.nisbah) and _RATA_RATA.search(satu.sebelum):
            per_angka.setdefault(satu.sebutan.angka, []).append(satu)
    for daftar in per_angka.values():
        satu = daftar[0]
        yield RATA_RATA.make_temuan(
            keyakinan=Keyakinan.PASTI,
            letak=bahan.di(satu.letak),
            letak_lain=tuple(bahan.di(lain.letak) for lain in daftar[1:]),
            tercetak=satu.sebutan.tercetak,
            pesan=(
                f"{satu.sebutan.tercetak} adalah {satu.bagian.tercetak} dibagi {satu.seluruh.tercetak}, jadi serapan "
                "keseluruhan, bukan rata-rata."
            ),
        )


def _list_serapan(bahan: Bahan) -> Iterator[_Serapan]:
    """Yield paragraphs with exactly two amounts, the larger first, and one percentage of absorption after them."""
    for kalimat in list_kalimat(bahan.dokumen):
        jumlah = find_rupiah(kalimat.teks)
        daftar = [s for s in find_persen(kalimat.teks) if _SERAPAN.search(kalimat.teks[max(0, s.awal - 90) : s.awal])]
        if (
            len(jumlah) == 2
            and len(daftar) == 1
            and jumlah[0].angka > jumlah[1].angka > NOL
            and daftar[0].awal > jumlah[1].awal
        ):
            yield _Serapan(kalimat.letak, daftar[0], *jumlah, kalimat.teks[: daftar[0].awal])


def periksa_terbilang(bahan: Bahan) -> Iterator[Temuan]:
    """Yield "8 (Sembilan)": numeral and words differ."""
    for kalimat in list_kalimat(bahan.dokumen):
        for cocok in _TERBILANG.finditer(kalimat.teks):
            bilangan = int(cocok[1].replace(".", ""))
            kata = " ".join(cocok[2].casefold().replace("-", " ").split())
            if not all(_KATA_BILANGAN.match(k) for k in kata.split()):
                continue
            benar = terbilang(bilangan)
            if kata.replace(" ", "") != benar.replace(" ", ""):
                yield TERBILANG.make_temuan(
                    keyakinan=Keyakinan.PASTI,
                    letak=bahan.di(kalimat.letak),
                    tercetak=f"{cocok[1]} ({cocok[2]})",
                    pesan=f"Angka {cocok[1]} dibaca “{benar}”, sedangkan hurufnya “{cocok[2]}”.",
                )


def periksa_banyak(bahan: Bahan) -> Iterator[Temuan]:
    """Yield counts of programs or kegiatan that no budget table of the document has."""
    ada = {
        tingkat: {sum(1 for baris in tabel if baris.tingkat is tingkat) for tabel in bahan.list_anggaran_per_tabel()}
        for tingkat in _TINGKAT.values()
    }
    sudah: dict[tuple[int, str], list[LetakTemuan]] = {}
    tercetak: dict[tuple[int, str], str] = {}
    for kalimat in list_kalimat(bahan.dokumen):
        for cocok in _TERBILANG.finditer(kalimat.teks):
            nama = (cocok[3] or "").casefold()
            tingkat = _TINGKAT.get(nama)
            if tingkat is None or not ada[tingkat] - {0} or int(cocok[1].replace(".", "")) in ada[tingkat]:
                continue
            kunci = (int(cocok[1].replace(".", "")), nama)
            sudah.setdefault(kunci, []).append(bahan.di(kalimat.letak))
            tercetak.setdefault(kunci, cocok[0])
    for kunci, tempat in sudah.items():
        sebut = " atau ".join(str(n) for n in sorted(ada[_TINGKAT[kunci[1]]] - {0}))
        yield BANYAK.make_temuan(
            keyakinan=Keyakinan.PERLU_DINILAI,
            letak=tempat[0],
            letak_lain=tuple(tempat[1:]),
            tercetak=tercetak[kunci],
            pesan=f"Kalimat menyebut {kunci[0]} {kunci[1]}, sedangkan tabel anggaran memuat {sebut}.",
        )


def periksa_total(bahan: Bahan) -> Iterator[Temuan]:
    """Yield totals of pagu in prose that are none of the totals of the tables; one finding per amount."""
    total = _list_total(bahan)
    if not total:
        return
    per_angka: dict[Angka, tuple[Sebutan, list[LetakTemuan]]] = {}
    for kalimat in list_kalimat(bahan.dokumen):
        for sebutan in find_rupiah(kalimat.teks):
            if _TOTAL.search(kalimat.teks[: sebutan.awal]) and sebutan.angka not in total:
                per_angka.setdefault(sebutan.angka, (sebutan, []))[1].append(bahan.di(kalimat.letak))
    tahun = bahan.dokumen.tahun
    for angka, (sebutan, tempat) in per_angka.items():
        terdekat = min(total, key=lambda lain: abs(lain - angka))
        is_terpisah = tahun is not None and tahun <= TAHUN_BELANJA_TERPISAH and angka > max(total)
        sebab = (
            "Sampai 2020 total perangkat daerah juga memuat belanja tidak langsung, yang berada di luar program."
            if is_terpisah
            else "Mungkin edisi pagu atau lingkupnya lain; sebutkan keduanya."
        )
        yield TOTAL.make_temuan(
            keyakinan=Keyakinan.PERLU_DINILAI,
            letak=tempat[0],
            letak_lain=(*tempat[1:], total[terdekat]),
            tercetak=sebutan.tercetak,
            pesan=f"Total {sebutan.tercetak} tidak sama dengan total tabel (Rp {format_angka(terdekat)}). {sebab}",
        )


def _list_total(bahan: Bahan) -> dict[Angka, LetakTemuan]:
    """Return the totals of pagu with their place: as printed, and of tables without one the sum of their rows."""
    hasil: dict[Angka, LetakTemuan] = {}
    for tabel in bahan.list_anggaran_per_tabel():
        for kunci in list_kunci(tabel):
            if kunci.besaran is not Besaran.PAGU:
                continue
            cetak = [n for baris in tabel if baris.tingkat is Tingkat.TOTAL and (n := get_nilai(baris, kunci))]
            for nilai in cetak:
                if nilai.angka is not None:
                    hasil.setdefault(nilai.angka, bahan.di(nilai.letak))
            jumlah = sum_benar(tabel, list_puncak(tabel), kunci)
            if not cetak and jumlah:
                hasil.setdefault(jumlah, bahan.di(tabel[0].letak))
    return hasil


def _is_cetakan(sebutan: Sebutan, angka: Angka) -> bool:
    selang = make_selang(NilaiTerbaca(Besaran.PERSEN, sebutan.tercetak, sebutan.angka, satuan="%"))
    return selang is not None and selang.is_bertemu(persen(tepat(angka), tepat(SERATUS)))
