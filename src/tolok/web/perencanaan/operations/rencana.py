"""Writing the plan. The ``put_…`` functions are steps of a larger operation, which locks and records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import models

from tolok.core.angka import Angka
from tolok.core.indikator import EdisiIndikator as EdisiIndikatorInti
from tolok.core.instansi import TahunInstansi
from tolok.core.kebijakan import Kebijakan
from tolok.core.pohon import build_pohon
from tolok.core.skala import Kelas
from tolok.web.organisasi.models import Instansi, StatusEdisi, Unit
from tolok.web.organisasi.operations import OrganisasiTersimpan
from tolok.web.perencanaan.models import (
    AnggotaIndikator,
    AnggotaPenempatan,
    AnggotaRencana,
    AnggotaSkala,
    AnggotaVariabel,
    BarisSimpul,
    EdisiIndikator,
    EdisiKebijakan,
    EdisiRencana,
    EdisiSkala,
    EdisiVariabel,
    Indikator,
    Pembanding,
    Simpul,
    TahunKinerja,
    TargetRencana,
    Variabel,
)
from tolok.web.perencanaan.queries import make_kebijakan
from tolok.web.simpan.bidang import to_mikro
from tolok.web.simpan.nilai import make_kolom_nilai
from tolok.web.simpan.selaras import Selisih, ensure_identitas, selaraskan, set_kolom


class IdentitasRencana:
    """The primary keys of what lasts over editions, by code."""

    def __init__(self, instansi: Instansi, data: TahunInstansi) -> None:
        """Make sure that everything ``data`` names has an identity."""
        milik = {"instansi": instansi}
        self.unit = ensure_identitas(Unit, milik=milik, daftar_kode=(u.id for u in data.daftar_unit))
        self.simpul = ensure_identitas(Simpul, milik=milik, daftar_kode=(s.id for s in data.daftar_simpul))
        self.indikator = ensure_identitas(
            Indikator, milik=milik, daftar_kode=(e.indikator for e in data.daftar_indikator)
        )
        self.variabel = ensure_identitas(Variabel, milik=milik, daftar_kode=(v.id for v in data.daftar_variabel))


def put_tahun(
    instansi: Instansi, data: TahunInstansi, *, organisasi: OrganisasiTersimpan, dicatat_pada: date
) -> tuple[TahunKinerja, IdentitasRencana, Selisih]:
    """Make the plan of a year what ``data`` says."""
    identitas = IdentitasRencana(instansi, data)
    rencana, selisih = _put_edisi_rencana(instansi, data)
    tahun, is_baru = TahunKinerja.objects.get_or_create(
        instansi=instansi, tahun=data.tahun, defaults={"organisasi": organisasi.edisi}
    )
    selisih += Selisih(ditambah=int(is_baru))
    kolom = {
        "organisasi_id": organisasi.edisi.pk,
        "rencana_berlaku_id": rencana[data.rencana_berlaku],
        "jembatan": [[j.lama, j.baru, j.sebanding, j.alasan] for j in data.daftar_jembatan],
        "kebijakan_id": _put_kebijakan(tahun, data.kebijakan, dicatat_pada).pk,
    }
    if beda := set_kolom(tahun, kolom):
        tahun.save(update_fields=beda)
        selisih += Selisih(diubah=int(not is_baru))
    for kelas, daftar_edisi in (
        (AnggotaPenempatan, organisasi.daftar_penempatan),
        (AnggotaRencana, [rencana[edisi.id] for edisi in data.daftar_edisi_rencana]),
        (AnggotaIndikator, _put_indikator(data, identitas)),
        (AnggotaVariabel, _put_variabel(data, identitas)),
        (AnggotaSkala, _put_skala(instansi, data)),
    ):
        selisih += _put_anggota(kelas, tahun, daftar_edisi)
    selisih += _put_simpul(tahun, data, rencana, identitas)
    selisih += selaraskan(
        TargetRencana,
        milik={"buku": tahun},
        kunci=("dokumen_id", "indikator_id", "tahun", "triwulan"),
        daftar=make_kolom_target(data, rencana, identitas.indikator),
    )
    selisih += _put_pembanding(tahun, data, identitas)
    return tahun, identitas, selisih


def make_kolom_target(
    data: TahunInstansi, dokumen: Mapping[str, int], indikator: Mapping[str, int]
) -> list[dict[str, Any]]:
    """Return the columns of the targets that the documents in ``dokumen`` (keys by code) state."""
    return [
        {
            "dokumen_id": dokumen[satu.dokumen],
            "indikator_id": indikator[satu.indikator],
            "tahun": satu.periode.tahun,
            "triwulan": satu.periode.triwulan,
            "berlaku_mulai": satu.berlaku_mulai,
            "dicatat_pada": satu.dicatat_pada,
            "dasar": satu.dasar,
            "urutan": urutan,
            **make_kolom_nilai(satu.nilai),
        }
        for urutan, satu in enumerate(data.daftar_target)
        if satu.dokumen in dokumen
    ]


def _put_anggota(kelas: type[models.Model], tahun: TahunKinerja, daftar_edisi: list[int]) -> Selisih:
    daftar = [{"edisi_id": edisi, "urutan": urutan} for urutan, edisi in enumerate(daftar_edisi)]
    return selaraskan(kelas, milik={"tahun": tahun}, kunci=("edisi_id",), daftar=daftar)


def _put_edisi_rencana(instansi: Instansi, data: TahunInstansi) -> tuple[dict[str, int], Selisih]:
    selisih = selaraskan(
        EdisiRencana,
        milik={"instansi": instansi},
        kunci=("kode",),
        daftar=[
            {
                "kode": edisi.id,
                "status": StatusEdisi.TERBIT,
                "dokumen": edisi.dokumen,
                "nama": edisi.nama,
                "tahun_awal": edisi.tahun_awal,
                "tahun_akhir": edisi.tahun_akhir,
                "berlaku_mulai": edisi.berlaku_mulai,
                "dicatat_pada": edisi.dicatat_pada,
                "dasar": edisi.dasar,
            }
            for edisi in data.daftar_edisi_rencana
        ],
        hapus_sisa=False,
    )
    daftar_kode = [edisi.id for edisi in data.daftar_edisi_rencana]
    tersimpan = EdisiRencana.objects.filter(instansi=instansi, kode__in=daftar_kode)
    return dict(tersimpan.values_list("kode", "pk")), selisih


def _put_simpul(
    tahun: TahunKinerja, data: TahunInstansi, rencana: Mapping[str, int], identitas: IdentitasRencana
) -> Selisih:
    """An edition that another year works with too keeps the order of its nodes."""
    lain = AnggotaRencana.objects.filter(edisi__in=rencana.values()).exclude(tahun=tahun)
    dipakai_lain = set(lain.values_list("edisi", flat=True))
    daftar = []
    for edisi, pk in rencana.items():
        pohon = build_pohon((simpul.id, simpul.induk) for simpul in data.daftar_simpul if simpul.edisi == edisi)
        for urutan, simpul in enumerate(data.daftar_simpul):
            if simpul.edisi != edisi:
                continue
            kolom = {
                "edisi_id": pk,
                "simpul_id": identitas.simpul[simpul.id],
                "induk_id": identitas.simpul.get(simpul.induk),
                "jalur": f"/{'/'.join(reversed(pohon.list_leluhur(simpul.id)))}/",
                "jenis": simpul.jenis.value,
                "uraian": simpul.uraian,
                "tujuan_rpjmd": simpul.tujuan_rpjmd,
                "iku_kota": simpul.iku_kota,
                "strategi": list(simpul.strategi),
                "kebijakan": list(simpul.kebijakan),
            }
            daftar.append(kolom if pk in dipakai_lain else kolom | {"urutan": urutan})
    cari = {"edisi__in": list(rencana.values())}
    return selaraskan(BarisSimpul, milik={}, cari=cari, kunci=("edisi_id", "simpul_id"), daftar=daftar)


def _put_kebijakan(tahun: TahunKinerja, kebijakan: Kebijakan, dicatat_pada: date) -> EdisiKebijakan:
    terakhir = tahun.daftar_kebijakan.order_by("-nomor").first()
    if terakhir is not None and make_kebijakan(terakhir) == kebijakan:
        return terakhir
    return EdisiKebijakan.objects.create(
        tahun=tahun,
        nomor=terakhir.nomor + 1 if terakhir is not None else 1,
        dicatat_pada=dicatat_pada,
        **make_kolom_kebijakan(kebijakan),
    )


def make_kolom_kebijakan(kebijakan: Kebijakan) -> dict[str, Any]:
    """Return the columns of a set of conventions."""
    return {
        "rumus_turun": kebijakan.rumus_turun.value,
        "batas": None if kebijakan.batas is None else to_mikro(kebijakan.batas),
        "dasar_hitung": kebijakan.dasar_hitung.value,
        "rata_rata": kebijakan.rata_rata.value,
        "efisiensi": kebijakan.efisiensi.value,
        "skala": kebijakan.skala,
        "bagian_minimum": to_mikro(kebijakan.bagian_minimum),
        "turun_target_nol": kebijakan.turun_target_nol.value,
        "turun_realisasi_nol": kebijakan.turun_realisasi_nol.value,
        "naik_target_nol": kebijakan.naik_target_nol.value,
        "tidak_lapor": kebijakan.tidak_lapor.value,
        "dalam_rentang": kebijakan.dalam_rentang.value,
        "luar_rentang": kebijakan.luar_rentang.value,
        "dasar": kebijakan.dasar,
    }


def _put_indikator(data: TahunInstansi, identitas: IdentitasRencana) -> list[int]:
    daftar_indikator = list({identitas.indikator[satu.indikator] for satu in data.daftar_indikator})
    cari = {"indikator__in": daftar_indikator}
    selaraskan(
        EdisiIndikator,
        milik={},
        cari=cari,
        kunci=("indikator_id", "kode"),
        daftar=[_kolom_indikator(satu, identitas) for satu in data.daftar_indikator],
        hapus_sisa=False,
    )
    tersimpan = EdisiIndikator.objects.filter(**cari).values_list("indikator_id", "kode", "pk")
    pk_per_kunci = {(indikator, kode): pk for indikator, kode, pk in tersimpan}
    return [pk_per_kunci[identitas.indikator[satu.indikator], satu.edisi] for satu in data.daftar_indikator]


def _kolom_indikator(edisi: EdisiIndikatorInti, identitas: IdentitasRencana) -> dict[str, Any]:
    return {
        "indikator_id": identitas.indikator[edisi.indikator],
        "kode": edisi.edisi,
        "status": StatusEdisi.TERBIT,
        "berlaku_mulai": edisi.berlaku_mulai,
        "dicatat_pada": edisi.dicatat_pada,
        "dasar": edisi.dasar,
        "simpul_id": identitas.simpul.get(edisi.simpul),
        "bagian_dari_id": identitas.indikator.get(edisi.bagian_dari),
        "nama": edisi.nama,
        "tingkat": edisi.tingkat,
        "satuan": edisi.satuan,
        "digit": edisi.digit,
        "polaritas": edisi.polaritas.value,
        "rumus": edisi.rumus,
        "gabungan": edisi.gabungan.value if edisi.gabungan is not None else "",
        "agregasi_triwulan": edisi.agregasi_triwulan.value,
        "agregasi_unit": edisi.agregasi_unit.value,
        "agregasi_tahun": edisi.agregasi_tahun.value,
        "skala": edisi.skala,
        "aturan_ordinal": edisi.aturan_ordinal.value,
        "maksimum": edisi.maksimum,
        "bobot": edisi.bobot,
        "sumber_data": list(edisi.sumber_data),
        "penanggung_jawab": list(edisi.penanggung_jawab),
        "definisi": edisi.definisi,
        "mutu_sumber": edisi.mutu_sumber,
        "mutu_cakupan": edisi.mutu_cakupan,
        "mutu_waktu": edisi.mutu_waktu,
        "mutu_keterbatasan": edisi.mutu_keterbatasan,
        "mutu_verifikasi": edisi.mutu_verifikasi,
    }


def _put_variabel(data: TahunInstansi, identitas: IdentitasRencana) -> list[int]:
    return _put_berubah(
        EdisiVariabel,
        ("variabel_id",),
        {"variabel__in": list({identitas.variabel[satu.id] for satu in data.daftar_variabel})},
        [
            {
                "variabel_id": identitas.variabel[satu.id],
                "label": satu.label,
                "satuan": satu.satuan,
                "sifat": satu.sifat.value,
                "definisi": satu.definisi,
                "sumber": satu.sumber,
                "kelas_bukti": satu.kelas_bukti,
            }
            for satu in data.daftar_variabel
        ],
    )


def _put_skala(instansi: Instansi, data: TahunInstansi) -> list[int]:
    return _put_berubah(
        EdisiSkala,
        ("kode",),
        {"instansi": instansi},
        [
            {
                "instansi_id": instansi.pk,
                "kode": satu.id,
                "nama": satu.nama,
                "jenis": satu.jenis,
                "dasar": satu.dasar,
                "berlaku_tahun_awal": satu.berlaku_tahun_awal,
                "berlaku_tahun_akhir": satu.berlaku_tahun_akhir,
                "pembulatan": satu.pembulatan,
                "minimum": None if satu.minimum is None else to_mikro(satu.minimum),
                "maksimum": None if satu.maksimum is None else to_mikro(satu.maksimum),
                "kelas": [make_kolom_kelas(kelas) for kelas in satu.kelas],
            }
            for satu in data.daftar_skala
        ],
    )


def _put_berubah(
    kelas: type[EdisiVariabel] | type[EdisiSkala],
    kunci: Sequence[str],
    cari: Mapping[str, Any],
    daftar: list[dict[str, Any]],
) -> list[int]:
    """What is said anew is a new edition; return for each the key of the edition that says it."""
    tersimpan: dict[tuple[Any, ...], list[models.Model]] = {}
    manajer = kelas._default_manager
    for edisi in manajer.filter(**cari).order_by("nomor"):
        tersimpan.setdefault(tuple(getattr(edisi, nama) for nama in kunci), []).append(edisi)
    hasil: list[models.Model] = []
    baru: list[models.Model] = []
    for isi in daftar:
        ada = tersimpan.get(tuple(isi[nama] for nama in kunci), [])
        sama = next((e for e in ada if all(getattr(e, nama) == nilai for nama, nilai in isi.items())), None)
        if sama is None:
            sama = kelas(**isi, nomor=len(ada) + 1)
            baru.append(sama)
        hasil.append(sama)
    manajer.bulk_create(baru, batch_size=500)  # type: ignore[arg-type]
    return [int(edisi.pk) for edisi in hasil]


def make_kolom_kelas(kelas: Kelas) -> dict[str, Any]:
    """Return a class of a scale as JSON; numbers are decimal texts with a point."""
    return {
        "label": kelas.label,
        "kode": kelas.kode,
        "bawah": _desimal(kelas.bawah),
        "bawah_termasuk": kelas.bawah_termasuk,
        "atas": _desimal(kelas.atas),
        "atas_termasuk": kelas.atas_termasuk,
    }


def _desimal(angka: Angka | None) -> str | None:
    if angka is None:
        return None
    utuh, pecahan = divmod(abs(to_mikro(angka)), 1_000_000)
    ekor = f".{pecahan:06d}".rstrip("0").rstrip(".")
    return f"{'-' if angka < 0 else ''}{utuh}{ekor}"


def _put_pembanding(tahun: TahunKinerja, data: TahunInstansi, identitas: IdentitasRencana) -> Selisih:
    return selaraskan(
        Pembanding,
        milik={"tahun": tahun},
        kunci=("indikator_id", "tahun_nilai", "cakupan", "sumber"),
        daftar=[
            {
                "urutan": urutan,
                "indikator_id": identitas.indikator[satu.indikator],
                "tahun_nilai": satu.tahun,
                "cakupan": satu.cakupan,
                "sumber": satu.sumber,
                **make_kolom_nilai(satu.nilai),
            }
            for urutan, satu in enumerate(data.daftar_pembanding)
        ],
    )
