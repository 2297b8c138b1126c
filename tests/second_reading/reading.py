"""The second reading of SPEC 1 to 7, as tests use it; it knows nothing of the program."""

from .batch import settle_batch, settle_batch_and_close
from .columns import COLUMNS
from .deciding import Guideline
from .ledger import ACA_SELF_ONLY
from .policy import Policy
from .policy_file import read_policy
from .services import A_HANDFUL, MODALITIES, SITES, Services, table
from .written import PolicyError, SpecError

__all__ = [
    "ACA_SELF_ONLY",
    "A_HANDFUL",
    "COLUMNS",
    "MODALITIES",
    "SITES",
    "Guideline",
    "Policy",
    "PolicyError",
    "Services",
    "SpecError",
    "read_policy",
    "settle_batch",
    "settle_batch_and_close",
    "table",
]
