"""
What the columns of a planning table mean, by the words of their heads: any order, any wording, several levels.

A head that says nothing known is ``Arti.LAIN``; a value column carries its year, quarter or month, unit and factor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from tolok.core.bacaan.dokumen import Besaran
from tolok.core.satuan import PERSEN, RUPIAH, normalize_satuan


class Arti(StrEnum):
    """What a column holds."""

    NOMOR = "nomor"
    KODE = "kode"
    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUBKEGIATAN = "subkegiatan"
    PROGRAM_KEGIATAN = "program_kegiatan"
    INDIKATOR = "indikator"
    SATUAN = "satuan"
    RUMUS = "rumus"
    DEFINISI = "definisi"
    SUMBER_DATA = "sumber_data"
    PENANGGUNG_JAWAB = "penanggung_jawab"
    SUMBER_DANA = "sumber_dana"
    AKSI = "aksi"
    NILAI = "nilai"
    ANGGARAN = "anggaran"
    KETERANGAN = "keterangan"
    LAIN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """
    One column. ``tingkat``: whose indicator an ``INDIKATOR`` column names. For ``NILAI`` and ``ANGGARAN``: what the
    value is (``None``: the head names a time only), when (``urutan_tahun`` is "tahun ke-2"; ``geser_tahun`` is "n-1"),
    its unit, and the factor to multiply out.
    """

    arti: Arti
    tingkat: str = ""
    besaran: Besaran | None = None
    tahun: int | None = None
    urutan_tahun: int | None = None
    geser_tahun: int | None = None
    triwulan: int | None = None
    bulan: int | None = None
    satuan: str = ""
    kali: int = 1
    campur: tuple[str, ...] = ()
    """Levels a column of work mixes, the highest first."""


TAHUN: Final = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,/]\d)")
_RENTANG_TAHUN: Final = re.compile(
    r"\b((?:19|20)\d\d)\s*(?:-|–|—|s\.?/?d\.?|sampai(?: dengan)?|hingga)\s*((?:19|20)\d\d)\b"
)
_URUTAN: Final = re.compile(r"\b(?:tahun|th\.?|thn\.?)\s*(?:ke)?\s*[-–]?\s*(?:\(?\s*)(\d{1,2}|i{1,3}|iv|vi?)\b(?!\d)")
_URUTAN_SAJA: Final = re.compile(r"(?:ke\s*[-–]?\s*)?\(?(\d|i{1,3}|iv|vi?)\)?")
_GESER: Final = re.compile(r"\b(?:tahun|th)?\s*\(?\bn\s*(?:([-–+])\s*(\d))?\)?(?=\s|$|\))")
_TRIWULAN: Final = re.compile(
    r"\b(?:triwulan|triwulanan|tri wulan|trw?|tw|kuartal|q)\s*\.?\s*(?:ke)?\s*[-–]?\s*(iv|i{1,3}|[1-4])\b"
)
_TRIWULAN_HURUF: Final = re.compile(r"(iv|i{1,3})")
_ADA_TRIWULAN: Final = re.compile(r"\b(?:triwulan(?:an)?|tri wulan|tw|kuartal)\b")
_BULAN: Final = {
    kata: nomor
    for nomor, daftar in enumerate(
        (
            ("januari", "jan"), ("februari", "pebruari", "feb", "peb"), ("maret", "mar", "mrt"), ("april", "apr"),
            ("mei",), ("juni", "jun"), ("juli", "jul"), ("agustus", "agust", "agu", "agt", "ags"),
            ("september", "sept", "sep"), ("oktober", "okt"), ("november", "nopember", "nov", "nop"),
            ("desember", "des"),
        ),
        start=1,
    )
    for kata in daftar
}  # fmt: skip
_ROMAWI: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}

_UANG: Final = re.compile(
    r"\b(?:anggaran|pagu|dana|pendanaan|biaya|pembiayaan|rp|rupiah|belanja|apbd|alokasi|dpa|dppa)\b"
    r"|\(rp\.?\)|\bkerangka pendanaan\b"
)
_RATA: Final = re.compile(r"\brata\s*-?\s*rata\b")
_KALI: Final = (
    (re.compile(r"\bmil[iy]ar\b"), 10**9),
    (re.compile(r"\bjuta(?:an)?\b|\bjt\b"), 10**6),
    (re.compile(r"\bribu(?:an)?\b|\brb\b|\b(?:x|rp\.?)\s*(?:1[.,])?000\b"), 10**3),
)
_INDIKATOR: Final = re.compile(
    r"\bindi[kc]ator\b|\b(?:iku|iki|ikk|ikp|ikd)\b|\bt[ao]l[ao]k ukur\b"
    r"|\bukuran (?:kinerja|keberhasilan|capaian)\b|\bparameter\b"
)
_TINGKAT: Final = (
    ("subkegiatan", re.compile(r"\bsub\s*-?\s*kegiatan\b")),
    ("kegiatan", re.compile(r"\bkegiatan\b|\boutput\b|\bkeluaran\b|\bikk\b")),
    ("program", re.compile(r"\bprogram\b|\bikp\b")),
    ("tujuan", re.compile(r"\btujuan\b|\bdampak\b|\bimpact\b|\bkota\b|\bkabupaten\b|\bdaerah\b|\bpemda\b|\brpjmd\b")),
    ("sasaran", re.compile(r"\bsasaran\b|\butama\b|\biku\b|\boutcome\b")),
    ("individu", re.compile(r"\bindividu\b|\biki\b")),
)
_BUKAN_PEMDA: Final = re.compile(r"\bperangkat daerah\b|\bopd\b|\bskpd\b")
_TEKS: Final = (
    (Arti.NOMOR, re.compile(r"(?:no|nomor|n\s?o|#)\.?(?: urut)?")),
    (Arti.KODE, re.compile(r"\bkode\b")),
    (Arti.SUMBER_DANA, re.compile(r"\bsumber\s*(?:pen)?dana(?:an)?\b|\bsumber\s+(?:anggaran|biaya|pembiayaan)\b")),
    (
        Arti.SUMBER_DATA,
        re.compile(
            r"\bsumber\b|\basal data\b|\bpenyedia data\b|\bdasar data\b|\bdata (?:dukung|pendukung)\b|\bbukti\b"
        ),
    ),
    (
        Arti.PENANGGUNG_JAWAB,
        re.compile(
            r"\bpenanggung\s*-?\s*jawab\b|\bkoordinator\b|\bpemilik\b|\bpenanggungjawab\b|\bpj\b"
            r"|\bpengampu\b|\bpelaksana\b|\bseksi\b"
            r"|\bunit (?:kerja|organisasi|pengelola|penanggung|pengampu)\b|\bbidang (?:yang|terkait|pengampu)\b|\bpic\b"
            r"|^(?:opd|skpd|perangkat daerah)(?:\b.*)?$"
        ),
    ),
    (
        Arti.SATUAN,
        re.compile(r"^(?:satuan|sat\.?|unit satuan|unit)(?: (?:ukur|ukuran|target|kinerja|indikator).*)?$|^satuan\b"),
    ),
)
_RUMUS: Final = re.compile(
    r"\brumus(?:an)? (?:peng?)?hitung|\brumus(?:an)?\b|\bform[ua]l(?:a|asi)\b"
    r"|\bformasi (?:peng)?hitung|\bcara (?:meng|peng)?(?:hitung|ukur)"
    r"|\bper?(?:ng)?hitungan\b|\bpenghitungan\b|\bpengukuran\b|\bmetod[ea]\b|\bpenjelasan\b"
)
_DEFINISI: Final = re.compile(r"\bdefinisi\b|\bmakna\b|\balasan\b|\bjustifikasi\b")
_LAIN: Final = re.compile(
    r"\bstrategi\b|\bkebijakan\b|\blokasi\b|\btipe\b|\bpolari|\bkelompok sasaran\b|\bcara mencapai\b|\bprioritas\b"
    r"|\bketerkaitan\b|\bbobot\b|\bjenis\b|\bnspk\b|\bspm\b|\bhambatan\b|\bkendala\b|\bsolusi\b|\brekomendasi\b"
    r"|\btindak lanjut\b|\bevaluasi\b|\banalis[ia]s?\b"
)
_BUKAN_NILAI: Final = re.compile(r"\b(?:target )?(?:nspk|ikk|spm|sdgs?)\b|\btarget indikator lainnya\b|\bbobot\b")
_KONDISI_AWAL: Final = re.compile(
    r"\bkondisi (?:kinerja )?(?:pada )?awal\b|\bbase\s*line\b|\bdata awal\b|\btahun (?:awal|dasar)\b"
    r"|\b(?:capaian|kinerja|realisasi|data capaian)(?: pada)?(?: tahun)? awal\b"
    r"|\bawal (?:periode|perencanaan|renstra|rpjmd|rpd)\b"
    r"|\bkondisi (?:eksisting|saat ini|existing)\b"
)
_TARGET_AKHIR: Final = re.compile(
    r"\bkondisi (?:kinerja )?(?:pada )?akhir\b|\btarget (?:pada )?akhir\b"
    r"|\bakhir (?:periode|renstra|rpjmd|rpd|masa|tahun perencanaan)\b"
    r"|\btarget jangka menengah\b"
)


def rapikan_kepala(kepala: str) -> str:
    """Return a head in small letters with single spaces, without column numbers such as "(3)" and marks."""
    rapi = re.sub(r"\s+", " ", kepala.replace("\u00a0", " ")).strip().casefold()
    rapi = re.sub(r"(?:^|(?<=\s))\(\s*\d{1,2}\s*\)(?=\s|$|/)", " ", rapi)
    rapi = re.sub(r"(?<=\w)- (?=\w)", "", rapi)
    rapi = re.sub(r"\bt\.\s?w\.", "tw", rapi)
    return re.sub(r"\s+", " ", rapi).strip(" /.*:;-")


def classify_kolom(kepala: str) -> Kolom:
    """Return what a column means by the words of its own head; levels of a head are parted by " / "."""
    rapi = rapikan_kepala(kepala)
    daftar_tingkat = [bagian.strip() for bagian in rapi.split(" / ")]
    if not rapi:
        return Kolom(arti=Arti.LAIN)
    if _TEKS[0][1].fullmatch(rapi) or all(_TEKS[0][1].fullmatch(b) for b in daftar_tingkat):
        return Kolom(arti=Arti.NOMOR)
    if re.search(r"\bkode\b.*\b(?:uraian|nama|program|kegiatan)\b", rapi) and not TAHUN.search(rapi):
        arti = _classify_uraian(rapi)
        campur = _list_campur(rapi)
        return Kolom(
            arti=Arti.PROGRAM_KEGIATAN if arti is Arti.LAIN else arti, campur=campur if len(campur) > 1 else ()
        )
    for arti, pola in _TEKS[1:]:
        if pola.search(daftar_tingkat[-1]) or (arti is not Arti.KODE and pola.search(rapi)):
            return Kolom(arti=arti)
    if nilai := _classify_nilai(rapi, daftar_tingkat):
        return nilai
    return _classify_teks(rapi)


def _classify_teks(rapi: str) -> Kolom:
    """Return what a column of words means."""
    if _BUKAN_NILAI.search(rapi) and rapi.startswith("target"):
        return Kolom(arti=Arti.LAIN)
    if _INDIKATOR.search(rapi):
        if _RUMUS.search(rapi) and re.search(r"^(?:penjelasan|rumus|form|cara|metode)", rapi):
            return Kolom(arti=Arti.RUMUS)
        if re.match(r"definisi|alasan|makna", rapi):
            return Kolom(arti=Arti.DEFINISI)
        if re.match(r"satuan", rapi):
            return Kolom(arti=Arti.SATUAN)
        return Kolom(arti=Arti.INDIKATOR, tingkat=_find_tingkat(rapi))
    if re.search(r"\baksi\b|\btahapan\b|\blangkah", rapi):
        return Kolom(arti=Arti.AKSI)
    if _RUMUS.search(rapi) and not rapi.startswith("tipe"):
        return Kolom(arti=Arti.RUMUS)
    if _DEFINISI.search(rapi):
        return Kolom(arti=Arti.DEFINISI)
    if re.search(r"\bketerangan\b|^ket\.?$", rapi):
        return Kolom(arti=Arti.KETERANGAN)
    if _LAIN.search(rapi) and not re.match(r"(?:program|kegiatan|sasaran|tujuan)\b", rapi):
        return Kolom(arti=Arti.LAIN)
    arti = _classify_uraian(rapi)
    return Kolom(arti=arti, campur=_list_campur(rapi) if arti is Arti.PROGRAM_KEGIATAN else ())


def _list_campur(rapi: str) -> tuple[str, ...]:
    """Return the levels of work a head names."""
    tanpa_sub = re.sub(r"\bsub\s*-?\s*kegiatan\b", " ", rapi)
    ada = (
        ("program", "program" in tanpa_sub), ("kegiatan", "kegiatan" in tanpa_sub), ("subkegiatan", tanpa_sub != rapi),
    )  # fmt: skip
    return tuple(tingkat for tingkat, is_ada in ada if is_ada)


def _classify_uraian(rapi: str) -> Arti:
    is_sub = re.search(r"\bsub\s*-?\s*kegiatan\b", rapi) is not None
    is_kegiatan = re.search(r"(?<!sub )(?<!sub-)\bkegiatan\b", rapi) is not None
    is_program = re.search(r"\bprogram\b", rapi) is not None
    if re.search(
        r"\bsasaran\b|\boutcome\b|\bkinerja utama\b|^(?:uraian )?kinerja$|\bkinerja yang\b"
        r"|\bkondisi yang\b|\bhasil yang\b|\bhasil kerja\b|\brencana kinerja\b",
        rapi,
    ):
        is_campur = re.search(r"\btujuan\b", rapi) and is_program
        return Arti.PROGRAM_KEGIATAN if is_campur and is_kegiatan else Arti.SASARAN
    if is_program and (is_kegiatan or is_sub):
        return Arti.PROGRAM_KEGIATAN
    if is_sub:
        return Arti.PROGRAM_KEGIATAN if is_kegiatan else Arti.SUBKEGIATAN
    if is_kegiatan:
        return Arti.KEGIATAN
    if is_program or re.search(r"\burusan\b", rapi):
        return Arti.PROGRAM
    return Arti.TUJUAN if re.search(r"\btujuan\b", rapi) else Arti.LAIN


def _find_tingkat(rapi: str) -> str:
    """Return whose indicator a head names; ``""`` if it names several levels (the row tells) or none."""
    bersih = _BUKAN_PEMDA.sub(" ", rapi)
    daftar = [tingkat for tingkat, pola in _TINGKAT if pola.search(bersih)]
    campur = [tingkat for tingkat in daftar if tingkat in ("program", "kegiatan", "subkegiatan")]
    if len(campur) > 1 and re.search(r"\b(?:program|outcome)\b", bersih):
        return ""
    return daftar[0] if daftar else ""


def _classify_nilai(rapi: str, daftar_tingkat: list[str]) -> Kolom | None:
    """Return a column of values: words of a quantity, a year, a quarter or a month; ``None`` for a column of words."""
    akhir = daftar_tingkat[-1]
    if re.match(r"(?:rencana )?aksi\b|tahapan\b|tipe\b", akhir) or _is_kata(akhir) or _BUKAN_NILAI.search(rapi):
        return None
    waktu = _read_waktu(rapi, daftar_tingkat)
    besaran = _find_besaran(rapi)
    if besaran is None and waktu is not None and len(daftar_tingkat) > 1:
        besaran = _SINGKAT.get(akhir.strip("()"))
    is_uang = _UANG.search(rapi) is not None
    if _is_pasangan_kinerja(rapi, akhir):
        is_uang = False
    if besaran is None and waktu is None and not is_uang and akhir not in ("k", "rp", "%", "(%)"):
        return None
    if (
        besaran is None
        and waktu is None
        and is_uang
        and re.search(r"\bindi[kc]ator\b|\bprogram\b(?!.*\banggaran)", rapi)
    ):
        return None
    kolom = waktu or Kolom(arti=Arti.NILAI)
    satuan, kali = _find_satuan(rapi, is_uang)
    if is_uang:
        jenis = _besaran_uang(rapi, besaran)
        if jenis is not Besaran.PAGU and jenis is not Besaran.REALISASI:
            satuan, kali = (PERSEN if jenis is Besaran.PERSEN or "%" in rapi else ""), 1
        return replace(kolom, arti=Arti.ANGGARAN, besaran=jenis, satuan=satuan, kali=kali)
    return replace(kolom, arti=Arti.NILAI, besaran=besaran, satuan=satuan, kali=kali)


_SINGKAT: Final = {
    "t": Besaran.TARGET, "r": Besaran.REALISASI, "c": Besaran.CAPAIAN, "%": Besaran.CAPAIAN, "real": Besaran.REALISASI,
    "persen": Besaran.CAPAIAN, "cap": Besaran.CAPAIAN, "trgt": Besaran.TARGET,
}  # fmt: skip
"""What single letters mean below a year or a quarter."""


def _is_kata(akhir: str) -> bool:
    """Whether the last level of a head names words in spite of words of quantities: "Target kinerja/indikator"."""
    return bool(
        re.search(r"\bindi[kc]ator\b|\bsasaran (?:strategis|program|kegiatan)\b|\buraian\b|\bketerangan\b", akhir)
        and not TAHUN.search(akhir)
        and not re.search(r"^(?:target|realisasi|capaian)\b", akhir)
    )


def _is_pasangan_kinerja(rapi: str, akhir: str) -> bool:
    """Whether, below a head that speaks of money too, this is the column of the performance (K beside Rp)."""
    if re.fullmatch(r"\(?k\)?|kinerja|target(?: kinerja)?|fisik|\(?%\)?", akhir) and re.search(
        r"\btarget kinerja\b|\bkinerja (?:program )?dan\b|\bkinerja\b", rapi
    ):
        return not re.search(r"\banggaran\b(?!.*\bkinerja\b)", akhir)
    return bool(re.fullmatch(r"\(?k\)?|target|kinerja", akhir) and not re.match(r"(?:anggaran|pagu|dana)", rapi))


def _find_besaran(rapi: str) -> Besaran | None:
    if "pertumbuhan" in rapi:
        return Besaran.PERTUMBUHAN
    if re.search(r"\btingkat kemajuan\b|\bkemajuan\b", rapi):
        return Besaran.TINGKAT_KEMAJUAN
    if re.search(r"\befisiensi\b", rapi):
        return Besaran.EFISIENSI
    if re.search(r"\brasio\b", rapi):
        return Besaran.RASIO
    if _KONDISI_AWAL.search(rapi):
        return Besaran.KONDISI_AWAL
    if _TARGET_AKHIR.search(rapi) and not re.search(r"\brealisasi\b|\bcapaian\b(?! akhir)", rapi):
        return Besaran.TARGET_AKHIR
    if re.search(r"\btarget (?:capaian|kinerja|realisasi)\b|\brencana capaian\b", rapi) and not re.search(
        r"\brealisasi(?!\s*anggaran)\b.*\btahun|^realisasi", rapi
    ):
        return Besaran.TARGET
    if re.search(r"\brencana (?:tingkat )?capaian\b", rapi):
        return Besaran.TARGET
    if re.search(r"\brealisasi\b", rapi):
        return Besaran.REALISASI
    if re.search(r"\bcapaian\b|\bpencapaian\b", rapi):
        return Besaran.TARGET if re.match(r"target\b", rapi) else Besaran.CAPAIAN
    if re.search(r"\btarget\b|\bproyeksi\b|\brencana tingkat capaian\b", rapi):
        return Besaran.TARGET
    return None


def _besaran_uang(rapi: str, besaran: Besaran | None) -> Besaran:
    if besaran is Besaran.PERTUMBUHAN:
        return Besaran.PERTUMBUHAN
    if besaran is Besaran.RASIO or re.search(r"\bpersen|\bprosentase\b|\bserapan\b|%", rapi):
        return Besaran.PERSEN
    if besaran is Besaran.CAPAIAN:
        return Besaran.PERSEN if re.search(r"%|capaian anggaran", rapi) else Besaran.REALISASI
    return Besaran.REALISASI if besaran is Besaran.REALISASI else Besaran.PAGU


def _find_satuan(rapi: str, is_uang: bool) -> tuple[str, int]:
    if is_uang:
        kali = next((kali for pola, kali in _KALI if pola.search(rapi)), 1)
        return RUPIAH, kali
    if re.search(r"\(\s*%\s*\)|(?:^|\s)%(?:\s|$)|\(\s*persen(?:tase)?\s*\)", rapi):
        return PERSEN, 1
    kurung = re.search(r"\(\s*([^\W\d]{3,20})\s*\)\s*$", rapi)
    if (
        kurung
        and not re.search(r"target|realisasi|capaian|outcome|output|kinerja", kurung[1])
        and not TAHUN.search(kurung[1])
        and kurung[1] not in _BULAN
        and "tahun" not in kurung[1]
    ):
        return normalize_satuan(kurung[1]), 1
    return "", 1


def _read_waktu(rapi: str, daftar_tingkat: list[str]) -> Kolom | None:
    """Return the year, quarter or month a head names, the deepest level first."""
    tanpa_rentang = _RENTANG_TAHUN.sub(" ", rapi)
    daftar_tahun = TAHUN.findall(tanpa_rentang)
    tahun = int(daftar_tahun[-1]) if daftar_tahun else None
    triwulan = _read_triwulan(rapi, daftar_tingkat[-1])
    bulan = next((b for t in reversed(daftar_tingkat) if (b := _read_bulan(t)) is not None), None)
    if bulan is None and triwulan is None and len(daftar_tingkat) > 1 and "bulan" in daftar_tingkat[-2]:
        bulan = _read_bulan(f"bulan {daftar_tingkat[-1]}")
    urutan = geser = None
    if tahun is None:
        urutan = _read_urutan(tanpa_rentang, daftar_tingkat)
        geser = _read_geser(tanpa_rentang) if urutan is None else None
    if (tahun, triwulan, bulan, urutan, geser) == (None, None, None, None, None):
        return None
    return Kolom(arti=Arti.NILAI, tahun=tahun, triwulan=triwulan, bulan=bulan, urutan_tahun=urutan, geser_tahun=geser)


def _read_triwulan(rapi: str, akhir: str) -> int | None:
    cocok = list(_TRIWULAN.finditer(rapi))
    if cocok:
        return _ke_angka(cocok[-1][1])
    saja = re.fullmatch(r"\(?(iv|i{1,3}|[1-4])\)?(?:\s*\(?%\)?)?", akhir)
    return _ke_angka(saja[1]) if saja and _ADA_TRIWULAN.search(rapi) else None


def _read_bulan(bagian: str) -> int | None:
    """Return the month a level of a head names, alone or with its year."""
    kata = re.sub(r"\b(?:bulan|bln|tahun|target|realisasi|(?:19|20)\d\d)\b|[().%']", " ", bagian).split()
    if len(kata) == 1 and kata[0] in _BULAN:
        return _BULAN[kata[0]]
    angka = re.fullmatch(r"(?:target )?(?:bulan|bln) (?:ke\s*-?\s*)?(\d{1,2})", bagian)
    return int(angka[1]) if angka and 1 <= int(angka[1]) <= 12 else None


def _read_urutan(rapi: str, daftar_tingkat: list[str]) -> int | None:
    cocok = list(_URUTAN.finditer(rapi))
    if cocok:
        return _ke_angka(cocok[-1][1])
    saja = _URUTAN_SAJA.fullmatch(daftar_tingkat[-1])
    if saja and re.search(r"\btahun\b", rapi) and not _ADA_TRIWULAN.search(rapi):
        return _ke_angka(saja[1])
    return None


def _read_geser(rapi: str) -> int | None:
    if not re.search(r"\btahun\b|\(n|\bn\s*[-–+]\s*\d", rapi):
        return None
    cocok = _GESER.search(rapi)
    if cocok is None:
        return None
    if cocok[2] is None:
        return 0
    return int(cocok[2]) if cocok[1] == "+" else -int(cocok[2])


def _ke_angka(tercetak: str) -> int:
    return _ROMAWI.get(tercetak) or int(tercetak)
