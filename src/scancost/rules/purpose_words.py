"""What a kind of scan becomes once its purpose is known: a mammogram, screening or diagnostic."""

from __future__ import annotations

from scancost.data.services import Catalogue


def with_purpose(service: str, purpose: str, catalogue: Catalogue) -> dict[str, str]:
    """The service that is meant, as a field of the order, where the purpose tells it; else none.

    A modality that has a service of its own for screening and one for diagnosis means one of them.
    """
    meant = catalogue.by_modality.get(service, ())
    ending = "screening" if purpose == "preventive" else "diagnostic"
    chosen = f"{service}_{ending}"
    return {"service": chosen} if chosen in meant else {}
