"""The closed lists of the contract (SPEC, first page and 3): modalities, sites, codes of places."""

from __future__ import annotations

from typing import Literal, get_args

Modality = Literal[
    "xray",
    "fluoroscopy",
    "ultrasound",
    "ct",
    "mri",
    "pet",
    "nuclear",
    "mammogram",
    "dexa",
    "colonoscopy",
]
Site = Literal[
    "freestanding",
    "office",
    "urgent_care",
    "hospital_outpatient",
    "ambulatory_surgical_center",
    "emergency",
    "inpatient",
]
Purpose = Literal["diagnostic", "preventive"]
Component = Literal["global", "technical", "professional"]
PlanType = Literal["HMO", "EPO", "POS", "PPO", "HDHP", "INDEMNITY", "MEDICARE", "MEDICAID"]
Market = Literal[
    "employer",
    "individual",
    "marketplace",
    "medicare",
    "medicare_advantage",
    "medicaid",
    "short_term",
]
Preauthorization = Literal["approved", "denied", "pending", "missing", "unknown"]
Answer = Literal["met", "not_met", "unknown"]

MODALITIES: tuple[str, ...] = get_args(Modality)
SITES: tuple[str, ...] = get_args(Site)
PURPOSES: tuple[str, ...] = get_args(Purpose)
OUTPATIENT_SITES = SITES[:5]
IN_NETWORK = "in_network"
OUT_OF_NETWORK = "out_of_network"
MOST_TIERS = 4

PLACES_OF_SERVICE = {
    "19": "hospital_outpatient",
    "20": "urgent_care",
    "21": "inpatient",
    "22": "hospital_outpatient",
    "23": "emergency",
    "24": "ambulatory_surgical_center",
}
MODIFIERS = {
    "26": ("component", "professional"),
    "TC": ("component", "technical"),
    "33": ("purpose", "preventive"),
    "GA": ("patient_waiver", "true"),
}
