"""The columns of a snapshot's and a run's tables with their kinds; the names are part of the door."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

Kind = Literal["text", "words", "whole", "number", "yes_no", "code"]
"""`words` are what people wrote: they may begin like a formula."""
Columns = Mapping[str, Kind]


def _ordered(order: str, **groups: str) -> Columns:
    """Columns in their order; each keyword is a kind with the names of that kind."""
    kinds = {name: kind for kind in get_args(Kind) for name in groups.get(kind, "").split()}
    return MappingProxyType({name: kinds[name] for name in order.split()})


def _texts(names: str) -> Columns:
    return _ordered(names, text=names)


RESPONSES = _ordered(
    "response cell stratum psu ssu base_weight weight mode access form n_eligible_units n_rated excluded reason"
    " day day_to language item_order seconds collector burst instrument",
    text="response cell stratum psu ssu mode access form reason day day_to language item_order collector instrument",
    number="base_weight weight seconds",
    whole="n_eligible_units n_rated",
    yes_no="excluded burst",
)
RATINGS = _ordered(
    "response unit roles chosen_prob weight own_choice usable",
    text="response unit roles",
    number="chosen_prob weight",
    yes_no="own_choice usable",
)
STRATA = _ordered(
    "stratum unit N psus drawn delivered refused ineligible unknown usable",
    text="stratum unit",
    whole="N psus drawn delivered refused ineligible unknown usable",
)
FRAME = _ordered("cell stratum unit N invited used usable", text="cell stratum unit", whole="N invited used usable")
PSUS = _ordered("psu stratum unit N drawn usable", text="psu stratum unit", whole="N drawn usable")
EXCLUSIONS = _texts("response reason decided role")
TEXTS = _ordered("row item unit text code", text="item unit text code", whole="row")
HARD = _ordered(
    "unit indicator value numerator denominator source period prepared_by confirmed_by",
    text="unit indicator prepared_by confirmed_by",
    words="source period",
    number="value numerator denominator",
)
CRITERIA = _ordered(
    "unit indicator self_assessed evidence evidence_number evidence_date evidence_issuer appraised reason"
    " not_applicable",
    text="unit indicator evidence_date",
    words="evidence evidence_number evidence_issuer reason",
    number="self_assessed appraised",
    yes_no="not_applicable",
)
UNITS = _texts("unit block name_vi name_en short_name kind parent sort_key")
WAVE = _ordered(
    "wave snapshot made name_vi name_en organisation period_from period_to opened stopped closed"
    " official_access inference simulated",
    text="wave made name_vi name_en organisation period_from period_to opened stopped closed official_access inference",
    whole="snapshot",
    yes_no="simulated",
)

ESTIMATES = _ordered(
    "wave block unit node measure definition kind parent official source aggregation scale_min scale_max direction"
    " estimate se lower upper df variance interval n n_kish n_frame n_answers n_na n_missing weight_present n_psu"
    " n_eff deff access_mix rank rank_of rank_lower rank_upper rank_lower_marginal rank_upper_marginal prob_top_k"
    " tier tier_lower tier_upper floored opinion state reason simulated",
    text="wave block unit node measure definition kind parent source aggregation variance interval access_mix"
    " tier tier_lower tier_upper state reason",
    number="scale_min scale_max estimate se lower upper df n_kish weight_present n_eff deff prob_top_k opinion",
    whole="direction n n_frame n_answers n_na n_missing n_psu rank rank_of rank_lower rank_upper"
    " rank_lower_marginal rank_upper_marginal",
    yes_no="official floored simulated",
)
COVARIANCE = _ordered(
    "wave block node measure definition unit_a unit_b cov",
    text="wave block node measure definition unit_a unit_b",
    number="cov",
)
CHANGES = _ordered(
    "run_a run_b block unit node delta se lower upper p_holm verdict reason",
    text="run_a run_b block unit node verdict reason",
    number="delta se lower upper p_holm",
)
GOALPOSTS = _ordered(
    "indicator block lo hi source_waves set_by decision",
    text="indicator block source_waves",
    words="set_by decision",
    number="lo hi",
)
RELIABILITY = _ordered(
    "block definition node lambda_b alpha omega advised_form",
    text="block definition node advised_form",
    number="lambda_b alpha omega",
)
TARGETS = _ordered(
    "block unit node operator value measured_in figure lower upper verdict",
    text="block unit node operator measured_in verdict",
    number="value figure lower upper",
)
SUMS = _ordered(
    "block unit item definition sum_wy sum_wa n_answers",
    text="block unit item definition",
    number="sum_wy sum_wa",
    whole="n_answers",
)
DISTRIBUTIONS = _ordered("block unit item code n share", text="block unit item", whole="code n", number="share")
MODEL = _ordered(
    "block unit node estimate mse a covariates benchmark",
    text="block unit node covariates",
    number="estimate mse a benchmark",
)
SENSITIVITY = _ordered(
    "unit node rank_best rank_worst rank_mode_standardised",
    text="unit node",
    whole="rank_best rank_worst rank_mode_standardised",
)
