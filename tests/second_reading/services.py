"""What can be ordered, and where: modalities, services, codes and sites (SPEC, first page)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .written import SpecError

MODALITIES = (
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
)
OUTPATIENT = frozenset(
    {"freestanding", "office", "urgent_care", "hospital_outpatient", "ambulatory_surgical_center"}
)
SITES = OUTPATIENT | {"emergency", "inpatient"}
FEDERAL_SITES = frozenset(
    {"hospital_outpatient", "inpatient", "ambulatory_surgical_center", "emergency"}
)


@dataclass(frozen=True)
class Services:
    """A table of services: each one's modality, the codes that order them, which ones screen."""

    modality_of: Mapping[str, str]
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    screening: frozenset[str] = frozenset()

    def named(self, name: str) -> frozenset[str] | None:
        """The services that a modality's or a service's name stands for; None if it is neither."""
        if name in MODALITIES:
            return frozenset(s for s, modality in self.modality_of.items() if modality == name)
        if name in self.modality_of:
            return frozenset({name})
        return None

    def all_named(self, names: Iterable[str]) -> frozenset[str]:
        """The services that a clause's list of names stands for."""
        found: frozenset[str] = frozenset()
        for name in names:
            meant = self.named(name)
            if meant is None:
                raise SpecError(f"no such service: {name}")
            found |= meant
        return found

    def ordered(self, text: str) -> tuple[str, frozenset[str], tuple[str, ...]]:
        """An order's `service`: its name as resolved, what it may mean, modifiers in its code."""
        meant = self.named(text)
        if meant:
            return text, meant, ()
        code, *modifiers = text.upper().split("-")
        if code not in self.codes:
            raise SpecError("no such service")
        several = self.codes[code]
        resolved = several[0] if len(several) == 1 else code
        return resolved, frozenset(several), tuple(modifiers)


def table(
    modality_of: Mapping[str, str],
    codes: Mapping[str, Iterable[str]] | None = None,
    screening: Iterable[str] = (),
) -> Services:
    """A table from plain mappings, as tests have them."""
    by_code = {code: tuple(names) for code, names in (codes or {}).items()}
    return Services(
        MappingProxyType(dict(modality_of)), MappingProxyType(by_code), frozenset(screening)
    )


A_HANDFUL = table(
    {
        "xray_chest": "xray",
        "xray_wrist": "xray",
        "fluoroscopy_swallow": "fluoroscopy",
        "fluoroscopy_upper_gi": "fluoroscopy",
        "ultrasound_abdomen": "ultrasound",
        "ultrasound_breast": "ultrasound",
        "ultrasound_aorta_screening": "ultrasound",
        "ct_head": "ct",
        "ct_chest": "ct",
        "ct_chest_low_dose": "ct",
        "mri_brain": "mri",
        "mri_knee": "mri",
        "mri_breast": "mri",
        "pet_brain": "pet",
        "pet_whole_body": "pet",
        "nuclear_heart": "nuclear",
        "nuclear_bone": "nuclear",
        "mammogram_screening": "mammogram",
        "mammogram_diagnostic": "mammogram",
        "dexa_axial": "dexa",
        "dexa_peripheral": "dexa",
        "colonoscopy_screening": "colonoscopy",
        "colonoscopy_diagnostic": "colonoscopy",
    },
    {
        "70450": ["ct_head"],
        "70551": ["mri_brain"],
        "70553": ["mri_brain"],
        "71046": ["xray_chest"],
        "71250": ["ct_chest"],
        "71271": ["ct_chest_low_dose"],
        "73721": ["mri_knee"],
        "76706": ["ultrasound_aorta_screening"],
        "77065": ["mammogram_diagnostic"],
        "77067": ["mammogram_screening"],
        "77080": ["dexa_axial"],
        "78452": ["nuclear_heart"],
        "78608": ["pet_brain"],
        "76642": ["ultrasound_breast", "ultrasound_abdomen"],
    },
    {
        "ultrasound_aorta_screening",
        "ct_chest_low_dose",
        "mammogram_screening",
        "colonoscopy_screening",
    },
)
