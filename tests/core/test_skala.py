from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.angka import Angka
from tolok.core.nilai import AlasanTakTerhitung, Kategori, TidakDapatDihitung
from tolok.core.peraturan import load_skala
from tolok.core.skala import (
    GalatSkala,
    Kelas,
    Skala,
    check_skala,
    classify,
    compare_kategori,
    ensure_skala,
    find_kategori,
    is_skala_berlaku,
    read_kategori,
)


def _angka(teks: str) -> Angka:
    return Angka.from_desimal(teks)


def _kelas(label: str, bawah: str | None = None, atas: str | None = None, tanda: str = "[)") -> Kelas:
    return Kelas(
        label=label,
        bawah=None if bawah is None else _angka(bawah),
        bawah_termasuk=tanda[0] == "[",
        atas=None if atas is None else _angka(atas),
        atas_termasuk=tanda[1] == "]",
    )


def _skala(*kelas: Kelas, **lain: object) -> Skala:
    return Skala(id="uji", nama="Skala uji", jenis="kelas", kelas=kelas, **lain)  # type: ignore[arg-type]


TERCETAK = _skala(
    _kelas("Sangat baik", "89", tanda="()"),
    _kelas("Baik", "60", "80", "[]"),
    _kelas("Cukup", "40", "60", "[]"),
    _kelas("Kurang", "20", "40", "[]"),
    _kelas("Sangat kurang", None, "20"),
)


def test_the_published_scale_is_refused_with_its_gap_and_its_shared_bounds() -> None:
    assert check_skala(TERCETAK) == (
        "Nilai 40 masuk dua kelas sekaligus, “Kurang” dan “Cukup”.",
        "Nilai 60 masuk dua kelas sekaligus, “Cukup” dan “Baik”.",
        "Nilai di atas 80 sampai dengan 89 tidak masuk kelas mana pun (antara “Baik” dan “Sangat baik”).",
    )
    with pytest.raises(GalatSkala, match="di atas 80 sampai dengan 89") as galat:
        classify(Angka(85), TERCETAK)
    assert len(galat.value.daftar_masalah) == 3
    assert "“Skala uji” tidak dapat dipakai" in str(galat.value)


@pytest.mark.parametrize(
    ("skala", "masalah"),
    [
        (_skala(), "Skala belum mempunyai kelas."),
        (_skala(_kelas("A")), "Kelas belum mempunyai batas."),
        (_skala(_kelas("A"), _kelas("B"), _kelas("C", "5")), "Hanya kelas terendah yang boleh tanpa batas bawah."),
        (
            _skala(_kelas("A"), _kelas("C", "80"), _kelas("B", "50")),
            "Kelas tidak berurutan; susun dari yang terendah atau dari yang tertinggi.",
        ),
        (_skala(_kelas("A"), _kelas(" a ", "50")), "Nama “a” dipakai oleh lebih dari satu kelas."),
        (
            _skala(_kelas("A", None, "50"), _kelas("B", "50", tanda="()")),
            "Nilai 50 tidak masuk kelas mana pun (antara “A” dan “B”).",
        ),
        (
            _skala(_kelas("A", None, "49.5"), _kelas("B", "50")),
            "Nilai mulai 49,5 di bawah 50 tidak masuk kelas mana pun (antara “A” dan “B”).",
        ),
        (
            _skala(_kelas("A", None, "75", "[]"), _kelas("B", "70")),
            "Nilai mulai 70 sampai dengan 75 masuk dua kelas sekaligus, “A” dan “B”.",
        ),
        (
            _skala(_kelas("A", None, "75"), _kelas("B", "70", tanda="()")),
            "Nilai di atas 70 di bawah 75 masuk dua kelas sekaligus, “A” dan “B”.",
        ),
        (_skala(_kelas("A", "10"), _kelas("B", "50")), "Nilai dari 0 di bawah 10 tidak masuk kelas mana pun."),
        (
            _skala(_kelas("A", "0", tanda="()"), _kelas("B", "50")),
            "Nilai 0 tidak masuk kelas mana pun.",
        ),
        (
            _skala(_kelas("A", "10", tanda="()"), _kelas("B", "50")),
            "Nilai dari 0 sampai dengan 10 tidak masuk kelas mana pun.",
        ),
        (_skala(_kelas("A"), _kelas("B", "50", "100", "[]")), "Nilai di atas 100 tidak masuk kelas mana pun."),
        (_skala(_kelas("A"), _kelas("B", "50", "100")), "Nilai mulai 100 tidak masuk kelas mana pun."),
        (
            _skala(_kelas("A"), _kelas("B", "50", "100"), maksimum=Angka(100)),
            "Nilai mulai 100 tidak masuk kelas mana pun.",
        ),
        (
            _skala(_kelas("A"), _kelas("B", "50", "90", "[]"), maksimum=Angka(100)),
            "Nilai di atas 90 tidak masuk kelas mana pun.",
        ),
        (
            _skala(_kelas("A", None, "50", "[]"), _kelas("B", "51"), pembulatan=1),
            "Nilai di atas 50 di bawah 51 tidak masuk kelas mana pun (antara “A” dan “B”).",
        ),
        (
            _skala(_kelas("A", None, "50.5", "[]"), _kelas("B", "51.5"), pembulatan=0),
            "Nilai di atas 50,5 di bawah 51,5 tidak masuk kelas mana pun (antara “A” dan “B”).",
        ),
    ],
)
def test_check_skala_explains_each_fault(skala: Skala, masalah: str) -> None:
    assert check_skala(skala) == (masalah,)


def test_an_empty_class_is_named() -> None:
    kosong = _skala(_kelas("A", None, "50"), _kelas("B", "50", "50"), _kelas("C", "50"))
    assert "Kelas “B” kosong: batas bawahnya 50, batas atasnya 50." in check_skala(kosong)
    terbalik = _skala(_kelas("A", None, "50"), _kelas("B", "50", "40"), _kelas("C", "60"))
    assert "Kelas “B” kosong: batas bawahnya 50, batas atasnya 40." in check_skala(terbalik)


def test_of_two_classes_that_begin_at_one_bound_the_first_is_empty() -> None:
    assert check_skala(_skala(_kelas("A", None, "60"), _kelas("B", "60"), _kelas("C", "60"))) == (
        "Kelas “B” kosong: batas bawahnya 60, batas atasnya 60.",
    )


def test_ensure_skala_returns_a_sound_scale() -> None:
    skala = load_skala("lan-2003")
    assert ensure_skala(skala) is skala


def test_a_table_printed_from_high_to_low_classifies_and_ranks_the_same() -> None:
    naik = load_skala("permendagri-86-2017-batas-bawah")
    turun = Skala(id=naik.id, nama=naik.nama, jenis=naik.jenis, kelas=naik.kelas[::-1])
    for n in range(-10, 130):
        assert classify(Angka(n), turun) == classify(Angka(n), naik)
    assert find_kategori("T", turun) == find_kategori("Tinggi", naik) == Kategori("Tinggi", 4, naik.id)


def test_a_stated_upper_bound_belongs_to_the_next_class_unless_it_is_said() -> None:
    def skala(**atas: bool) -> Skala:
        bawah = Kelas(label="bawah", atas=Angka(50), **atas)
        return Skala(id="dua", nama="Dua", jenis="kelas", kelas=(bawah, Kelas(label="atas", bawah=Angka(50))))

    assert classify(Angka(50), skala()) == Kategori("atas", 2, "dua")
    with pytest.raises(GalatSkala, match="Nilai 50 masuk dua kelas sekaligus"):
        ensure_skala(skala(atas_termasuk=True))


@pytest.mark.parametrize("angka", [Angka(-1, 1000), Angka(-1, 2), Angka(-1), Angka(-1000)])
def test_a_negative_number_belongs_to_the_lowest_class_of_a_scale_without_minimum(angka: Angka) -> None:
    skala = load_skala("permendagri-86-2017-batas-bawah")
    assert classify(angka, skala) == Kategori(skala.kelas[0].label, 1, skala.id)


def test_a_scale_with_a_minimum_below_zero_orders_its_classes_from_there() -> None:
    daftar = (Kelas(label="turun"), Kelas(label="tetap", bawah=Angka(-10)), Kelas(label="naik", bawah=Angka(10)))
    for kelas in (daftar, daftar[::-1]):
        skala = Skala(id="laju", nama="Laju", jenis="kelas", kelas=kelas, minimum=Angka(-100))
        didapat = [classify(Angka(n), skala) for n in (-100, -11, -10, 9, 10)]
        assert didapat == [Kategori(*isi, "laju") for isi in (("turun", 1),) * 2 + (("tetap", 2),) * 2 + (("naik", 3),)]
        assert isinstance(classify(Angka(-101), skala), TidakDapatDihitung)


def test_a_scale_starts_at_zero_so_a_class_below_zero_leaves_none_for_the_lowest() -> None:
    daftar = (Kelas(label="turun"), Kelas(label="tetap", bawah=Angka(-10)), Kelas(label="naik", bawah=Angka(10)))
    for kelas in (daftar, daftar[::-1]):
        with pytest.raises(GalatSkala, match="Kelas “turun” kosong: batas bawahnya 0, batas atasnya −10"):
            ensure_skala(Skala(id="laju", nama="Laju", jenis="kelas", kelas=kelas))


@pytest.mark.parametrize(
    ("capaian", "bulat", "batas_bawah", "batas_atas"),
    [
        ("-50", "Sangat rendah", "Sangat rendah", "Sangat rendah"),
        ("0", "Sangat rendah", "Sangat rendah", "Sangat rendah"),
        ("50", "Sangat rendah", "Sangat rendah", "Sangat rendah"),
        ("50.4", "Sangat rendah", "Sangat rendah", "Rendah"),
        ("50.5", "Rendah", "Sangat rendah", "Rendah"),
        ("51", "Rendah", "Rendah", "Rendah"),
        ("65", "Rendah", "Rendah", "Rendah"),
        ("65.01", "Rendah", "Rendah", "Sedang"),
        ("66", "Sedang", "Sedang", "Sedang"),
        ("75.4", "Sedang", "Sedang", "Tinggi"),
        ("75.5", "Tinggi", "Sedang", "Tinggi"),
        ("76", "Tinggi", "Tinggi", "Tinggi"),
        ("81.77", "Tinggi", "Tinggi", "Tinggi"),
        ("90", "Tinggi", "Tinggi", "Tinggi"),
        ("90.01", "Tinggi", "Tinggi", "Sangat tinggi"),
        ("90.5", "Sangat tinggi", "Tinggi", "Sangat tinggi"),
        ("91", "Sangat tinggi", "Sangat tinggi", "Sangat tinggi"),
        ("122.67", "Sangat tinggi", "Sangat tinggi", "Sangat tinggi"),
    ],
)
def test_permendagri_86_2017_in_its_three_readings(capaian: str, bulat: str, batas_bawah: str, batas_atas: str) -> None:
    didapat = []
    for cara in ("bulat", "batas-bawah", "batas-atas"):
        kategori = classify(_angka(capaian), load_skala(f"permendagri-86-2017-{cara}"))
        assert isinstance(kategori, Kategori)
        didapat.append(kategori.label)
    assert didapat == [bulat, batas_bawah, batas_atas]


@pytest.mark.parametrize(
    ("skala", "angka", "label"),
    [
        ("lan-2003", "85", "Sangat berhasil"),
        ("lan-2003", "84.999", "Berhasil"),
        ("lan-2003", "55", "Cukup berhasil"),
        ("akip-enam-kelas", "85", "Sangat baik"),
        ("akip-enam-kelas", "30", "Kurang"),
        ("lima-kelas-dua-puluhan", "80", "Baik"),
        ("lima-kelas-dua-puluhan", "85", "Sangat baik"),
        ("lima-kelas-dua-puluhan", "20", "Kurang"),
        ("tiga-keadaan", "100", "Sesuai target"),
        ("tiga-keadaan", "100.0001", "Melebihi target"),
        ("tiga-keadaan", "99.9999", "Tidak tercapai"),
        ("lampu", "70", "Kuning"),
        ("lampu", "90", "Kuning"),
        ("lampu", "90.01", "Hijau"),
        ("kla", "500", "Pratama"),
        ("kla", "600", "Pratama"),
        ("kla", "601", "Madya"),
        ("kla", "1000", "KLA"),
        ("skm-2017", "88.30", "Baik"),
        ("skm-2017", "88.304", "Baik"),
        ("skm-2017", "88.305", "Sangat baik"),
        ("skm-2017", "64.994", "Tidak baik"),
        ("skm-2017", "100", "Sangat baik"),
        ("skm-2017", "25", "Tidak baik"),
        ("ipp-2022", "4.50", "Sangat baik"),
        ("ipp-2022", "4.51", "Pelayanan prima"),
        ("ipp-2022", "0", "Pembinaan intensif"),
        ("ipp-2022", "5", "Pelayanan prima"),
    ],
)
def test_published_scales_own_each_bound_once(skala: str, angka: str, label: str) -> None:
    kategori = classify(_angka(angka), load_skala(skala))
    assert isinstance(kategori, Kategori)
    assert (kategori.label, kategori.skala) == (label, skala)


def test_a_number_outside_a_closed_scale_has_no_class() -> None:
    for skala, angka in (("kla", "499"), ("skm-2017", "24.99"), ("ipp-2022", "5.01"), ("ipp-2022", "-1")):
        hasil = classify(_angka(angka), load_skala(skala))
        assert isinstance(hasil, TidakDapatDihitung)
        assert hasil.alasan is AlasanTakTerhitung.KATEGORI_DI_LUAR_SKALA
        assert "di luar jangkauan" in hasil.keterangan


def test_a_scale_of_labels_without_bounds_classifies_no_number() -> None:
    hasil = classify(Angka(80), load_skala("ape-2020"))
    assert isinstance(hasil, TidakDapatDihitung)
    assert hasil.alasan is AlasanTakTerhitung.BUKAN_ANGKA


def test_categories_are_compared_by_rank_not_by_text() -> None:
    kla = load_skala("kla")
    utama, nindya = find_kategori("UTAMA", kla), find_kategori("nindya", kla)
    assert utama is not None
    assert nindya is not None
    assert compare_kategori(utama, nindya) == 1
    assert compare_kategori(nindya, utama) == -1
    assert compare_kategori(utama, utama) == 0


def test_an_empty_label_names_no_class() -> None:
    assert find_kategori(" ", load_skala("kla")) is None


def test_an_unknown_label_is_a_state_that_lists_what_exists() -> None:
    hasil = read_kategori("Mentor", load_skala("kla"))
    assert isinstance(hasil, TidakDapatDihitung)
    assert hasil.alasan is AlasanTakTerhitung.KATEGORI_DI_LUAR_SKALA
    assert "Pratama, Madya, Nindya, Utama, KLA" in hasil.keterangan


def test_a_scale_edition_serves_its_own_years_only() -> None:
    lama, baru = load_skala("ape-2020"), load_skala("ape-2023")
    assert read_kategori("Utama", lama, tahun=2020) == Kategori("Utama", 3, "ape-2020")
    assert read_kategori("Utama", baru, tahun=2023) == Kategori("Utama", 4, "ape-2023")
    hasil = read_kategori("Utama", lama, tahun=2023)
    assert isinstance(hasil, TidakDapatDihitung)
    assert hasil.alasan is AlasanTakTerhitung.EDISI_TIDAK_SEBANDING
    assert not is_skala_berlaku(baru, 2022)
    assert not is_skala_berlaku(lama, 2019)
    assert is_skala_berlaku(load_skala("kla"), 1999)


def test_ranks_of_two_scale_editions_are_not_comparable() -> None:
    hasil = compare_kategori(Kategori("Utama", 3, "ape-2020"), Kategori("Utama", 4, "ape-2023"))
    assert isinstance(hasil, TidakDapatDihitung)
    assert hasil.alasan is AlasanTakTerhitung.EDISI_TIDAK_SEBANDING


_BATAS = st.lists(st.integers(1, 10**6), min_size=1, max_size=6, unique=True).map(sorted)


@given(_BATAS, st.lists(st.booleans(), min_size=6, max_size=6), st.data())
def test_every_number_from_zero_up_has_one_class_and_a_bound_belongs_where_it_says(
    batas: list[int], termasuk: list[bool], data: st.DataObject
) -> None:
    """Exact at equality also for bounds that no 28-digit decimal holds (sevenths)."""
    titik = [Angka(b, 7) for b in batas]
    skala = _skala(
        Kelas(label="0"),
        *(
            Kelas(label=str(n), bawah=t, bawah_termasuk=milik)
            for n, (t, milik) in enumerate(zip(titik, termasuk, strict=False), start=1)
        ),
    )
    assert check_skala(skala) == ()
    angka = data.draw(st.sampled_from(titik) | st.integers(0, 10**6).map(lambda p: Angka(p, 7)))
    kategori = classify(angka, skala)
    assert isinstance(kategori, Kategori)
    seharusnya = sum(angka > t or (angka == t and milik) for t, milik in zip(titik, termasuk, strict=False))
    assert kategori.peringkat == seharusnya + 1
    assert kategori.label == str(seharusnya)
