"""A small world for documents: three blocks, four items in two components, units with given scores."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd
import pytest

from instruments.index import Block, Index, Node, Tier
from instruments.model import Instrument, Item, Option, Role, Scale, Section
from instruments.vietnamese import sort_key
from scoring.run import Run
from scoring.weights import applicable_items

FINGERPRINT = "1a2b3c4d5e6f7a8b" + "0" * 48
ANSWERS = (
    ("Rất không hài lòng", "Very dissatisfied"), ("Không hài lòng", "Dissatisfied"), ("Bình thường", "Neutral"),
    ("Hài lòng", "Satisfied"), ("Rất hài lòng", "Very satisfied"),
)  # fmt: skip
ROLES = (
    ("noi_tiep_nhan", "Nơi tiếp nhận hồ sơ", "Place that received the file"),
    ("co_quan_giai_quyet", "Cơ quan giải quyết hồ sơ", "Office that decided on the file"),
)
TIERS = (("xuat_sac", 90, "Xuất sắc", "Excellent"), ("tot", 80, "Tốt", "Good"), ("kha", 0, "Khá", "Fair"))
ITEMS = (
    ("Q1", "II_A", "noi_tiep_nhan", "Biển hiệu, chỉ dẫn rõ, dễ tìm", "Signs are clear"),
    ("Q2", "II_A", "noi_tiep_nhan", "Đủ ghế chờ, chỗ làm việc", "Enough seats"),
    ("Q3", "II_B", "co_quan_giai_quyet", "Giấy tờ cần nộp được dán ở nơi dễ thấy", "Papers are posted"),
    ("Q4", "II_B", "co_quan_giai_quyet", "Thời hạn giải quyết đúng quy định", "Time as ruled"),
)


@dataclass(frozen=True)
class Given:
    """What a test says of one unit: its score, its ratings and, where it has none, why there is no rank."""

    score: float
    n: int = 150
    name: str = ""
    name_en: str = ""
    state: str = "ranked"
    reason: str | None = None
    short: str = ""


@dataclass(frozen=True)
class World:
    """Units per block, and what the wave says of itself."""

    blocks: Mapping[str, Mapping[str, Given]]
    simulated: bool = False
    wave: Mapping[str, object] = field(default_factory=dict)


def text(vi: str, en: str = "") -> dict[str, str]:
    return {"vi": vi, "en": en or vi}


def small_instrument() -> Instrument:
    scale = Scale(
        code="sat5",
        label=text("Mức độ hài lòng", "Satisfaction"),
        options=tuple(Option(code=code, label=text(*words)) for code, words in enumerate(ANSWERS, start=1)),
        favourable_from=4,
    )
    items = tuple(
        Item(code=code, number=f"9.{place}", kind="single", text=text(vi, en), scale="sat5", role=role)
        for place, (code, _, role, vi, en) in enumerate(ITEMS, start=24)
    )
    blocks = ("phuong", "so-ban-nganh", "khong-xep-hang")
    roles = tuple(
        Role(code=code, label=text(vi, en), question=text("Đơn vị nào?"), blocks=blocks) for code, vi, en in ROLES
    )
    return Instrument(
        code="sipas-thu", version="1", title=text("Chỉ số hài lòng", "Satisfaction index"),
        short_title=text("SIPAS"), intro=text("Mời Ông/Bà cho ý kiến."), wording="adapted",
        source=text("QĐ 1001"), languages=("vi", "en"), minutes=5, unit_of_analysis="transaction",
        roles=roles, scales=(scale,), index=_index(),
        sections=(Section(code="S1", title=text("Phục vụ"), items=items),),
    )  # fmt: skip


def _index() -> Index:
    parts = (
        Node(code="II_A", kind="component", label=text("Tiếp cận dịch vụ", "Access"), items=("Q1", "Q2")),
        Node(code="II_B", kind="component", label=text("Thủ tục hành chính", "Procedures"), items=("Q3", "Q4")),
    )
    both = ("noi_tiep_nhan", "co_quan_giai_quyet")
    return Index(
        code="II", label=text("Chỉ số hài lòng", "Satisfaction index"), official="top2_share",
        beside=("mean_percent",),
        definition_label={
            "top2_share": text("Tỷ lệ hài lòng (%)", "Satisfied (%)"),
            "mean_percent": text("Mức độ hài lòng quy đổi (%)", "Mean level (%)"),
        },
        nodes=(*parts, Node(code="II", kind="index", label=text("Chỉ số"), nodes=("II_A", "II_B"))),
        blocks=(
            Block(code="phuong", label=text("Khối phường", "Wards"), roles=both),
            Block(code="so-ban-nganh", label=text("Sở, ban, ngành", "Departments"), roles=both[1:]),
            Block(code="khong-xep-hang", label=text("Không xếp hạng", "Unranked"), roles=both, ranked=False),
        ),
        tiers=tuple(Tier(code=code, label=text(vi, en), at_least=bound) for code, bound, vi, en in TIERS), ties=2,
        note=text("Kết quả này do {cap_tinh} tự khảo sát, không so sánh trực tiếp với Chỉ số SIPAS của Bộ Nội vụ.",
                  "Measured by {cap_tinh} itself; not to be compared with the ministry's SIPAS."),
    )  # fmt: skip


def run_of(world: World, instrument: Instrument | None = None) -> Run:
    """A run whose figures are exactly those given: components and items lie a fixed way off the unit's score."""
    instrument = instrument or small_instrument()
    given = [(block, code, unit) for block, units in world.blocks.items() for code, unit in units.items()]
    empty = pd.DataFrame()
    return Run(
        instrument=instrument,
        instrument_file=b"",
        covariance=empty,
        sums=empty,
        strata=empty,
        hard=empty,
        estimates=pd.DataFrame(_estimates(world, instrument)),
        reliability=pd.DataFrame(_reliability(world, instrument)),
        distributions=pd.DataFrame(_distributions(given, instrument)),
        units=pd.DataFrame([_unit(*entry) for entry in given]),
        wave=_wave(world),
        meta={"fingerprint": FINGERPRINT, "weighted": True},
    )


def _wave(world: World) -> dict[str, object]:
    return {
        "wave": "sipas-2026", "snapshot": 1, "made": date(2026, 12, 15), "name_vi": "Khảo sát hài lòng năm 2026",
        "name_en": "Satisfaction survey 2026", "organisation": "so-noi-vu", "period_from": date(2026, 9, 1),
        "period_to": date(2026, 11, 30), "official_access": "invited;interviewer", "inference": "process",
        "simulated": world.simulated, **world.wave,
    }  # fmt: skip


def _unit(block: str, code: str, unit: Given) -> dict[str, object]:
    name = unit.name or code
    return {
        "unit": code, "block": block, "name_vi": name, "name_en": unit.name_en or name,
        "short_name": unit.short or name,
        "kind": "ward", "parent": None, "sort_key": sort_key(name),
    }  # fmt: skip


def _nodes(instrument: Instrument, block: str) -> list[tuple[str, str, float]]:
    """Nodes, items and how far each lies from the unit's score."""
    index = instrument.index
    assert index is not None
    asked = applicable_items(instrument, block)
    offsets = {code: (place % 7 - 3) * 1.2 for place, code in enumerate(asked)}
    rows = [(code, "indicator", offset) for code, offset in offsets.items()]
    for node in index.nodes:
        below = [offsets[code] for code in index.items_below(node.code) if code in offsets]
        if below:
            rows.append((node.code, node.kind, 0.0 if node.code == index.code else sum(below) / len(below)))
    return rows


def _estimates(world: World, instrument: Instrument) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for block, units in world.blocks.items():
        ranks = _ranks(units)
        for definition, shift in (("top2_share", 0.0), ("mean_percent", -4.0)):
            for node, kind, offset in _nodes(instrument, block):
                rows += [
                    _figure(unit, offset + shift)
                    | {"unit": code}
                    | _rank(ranks, code, kind, units)
                    | _key(block, node, kind, definition)
                    for code, unit in units.items()
                ]
                printed = [u.score for u in units.values() if u.state in ("ranked", "reported")]
                mean = Given(sum(printed) / max(len(printed), 1), n=1000)
                rows.append(_figure(mean, offset + shift) | {"unit": None, "rank": None, "state": "reported"}
                            | _key(block, node, kind, definition))  # fmt: skip
    return rows


def _key(block: str, node: str, kind: str, definition: str) -> dict[str, object]:
    return {
        "wave": "sipas-2026",
        "block": block,
        "node": node,
        "kind": kind,
        "measure": "score",
        "definition": definition,
    }


def _figure(unit: Given, offset: float) -> dict[str, object]:
    if unit.state in ("suppressed", "withheld"):
        return {"estimate": None, "lower": None, "upper": None, "n": None, "n_answers": None, "state": unit.state,
                "reason": unit.reason}  # fmt: skip
    score = min(max(unit.score + offset, 0.0), 100.0)
    half = 98 * (max(score * (100 - score), 100) / 10000 / unit.n) ** 0.5
    return {
        "estimate": score, "lower": max(score - 1.2 * half, 0.0), "upper": min(score + 0.8 * half, 100.0),
        "access_mix": f"interviewer:10 invited:{unit.n - 10}",
        "n": unit.n, "n_answers": unit.n - 3, "state": unit.state,
        "reason": unit.reason,
    }  # fmt: skip


def _ranks(units: Mapping[str, Given]) -> dict[str, int]:
    scores = {code: round(unit.score, 2) for code, unit in units.items() if unit.state == "ranked"}
    return {code: 1 + sum(other > score for other in scores.values()) for code, score in scores.items()}


def _rank(ranks: Mapping[str, int], code: str, kind: str, units: Mapping[str, Given]) -> dict[str, object]:
    if kind != "index" or code not in ranks:
        return {"rank": None}
    rank, last = ranks[code], len(ranks)
    tier = next(name for name, bound, *_ in TIERS if units[code].score >= bound)
    return {
        "rank": rank, "rank_of": last, "rank_lower": max(rank - 3, 1), "rank_upper": min(rank + 4, last), "tier": tier,
    }  # fmt: skip


def _reliability(world: World, instrument: Instrument) -> list[dict[str, object]]:
    assert instrument.index is not None
    return [
        {"block": block, "definition": definition, "node": instrument.index.code, "lambda_b": value, "alpha": 0.9,
         "omega": 0.9, "advised_form": "bands"}
        for block in world.blocks for definition, value in (("top2_share", 0.72), ("mean_percent", 0.81))
    ]  # fmt: skip


def _distributions(given: Sequence[tuple[str, str, Given]], instrument: Instrument) -> list[dict[str, object]]:
    shares = (0.02, 0.04, 0.10, 0.54, 0.30)
    return [
        {"block": block, "unit": code, "item": node, "code": answer, "n": int(unit.n * share), "share": share}
        for block, code, unit in given if unit.state in ("ranked", "reported")
        for node, kind, _ in _nodes(instrument, block) if kind == "indicator"
        for answer, share in enumerate(shares, start=1)
    ]  # fmt: skip


@pytest.fixture(scope="session")
def make_run() -> Callable[..., Run]:
    """Makes a run out of units and what is given of them, block by block."""

    def make(blocks: Mapping[str, Mapping[str, Given]], *, simulated: bool = False) -> Run:
        return run_of(World(blocks, simulated))

    return make


@pytest.fixture(scope="session")
def given() -> type[Given]:
    """What a test says of one unit."""
    return Given


@pytest.fixture(scope="session")
def change_instrument() -> Callable[..., Run]:
    """The same run under another instrument: parts of it exchanged, the figures as they are."""

    def change(run: Run, parts: Mapping[str, object]) -> Run:
        kept = {name: getattr(run.instrument, name) for name in Instrument.model_fields}
        return replace(run, instrument=Instrument(**kept | dict(parts)))

    return change


@pytest.fixture(scope="session")
def two_blocks(make_run: Callable[..., Run]) -> Run:
    """Wards with a tie, a unit of few ratings, one suppressed and one withheld; departments; one unranked office."""
    return make_run({
        "phuong": {
            "w1": Given(91.5, name="Phường Hà Tu", name_en="Ha Tu Ward"),
            "w2": Given(88.0, name="Phường Bãi Cháy", name_en="Bai Chay Ward"),
            "w3": Given(88.0, name="Phường Ba Chẽ", name_en="Ba Che Ward"),
            "w4": Given(80.0, n=24, name="Phường Đông Triều", state="reported", reason="below_minimum"),
            "w5": Given(0, n=7, name="Phường Cửa Ông", name_en="Cua Ong Ward", state="suppressed"),
            "w6": Given(0, name="Phường Uông Bí", state="withheld", reason="decision: đang phúc tra"),
        },
        "so-ban-nganh": {
            "s1": Given(85.0, name="Sở Văn hóa, Thể thao và Du lịch", name_en="Department of Culture"),
            "s2": Given(79.0, name="Sở Y tế", name_en="Department of Health"),
        },
        "khong-xep-hang": {"t1": Given(90.0, name="Trung tâm PVHCC", state="reported", reason="block_not_ranked")},
    })  # fmt: skip
