"""Los titulares de un cálculo en las pocas palabras de una casilla, bajo “usted paga”."""

SENTENCES = {
    "pay": "{patient_pays:money}",
    "pay_between": "de {low:money} a {high:money}",
    "pay_at_least": "al menos {low:money}, más lo que el proveedor cobre por encima de los "
    "{allowed:money} que el plan permite",
    "pay_at_most": "como máximo {high:money}",
    "pay_nothing_any_price": "$0.00, sea cual sea el precio",
    "pay_unpriced": "{share}",
    "pay_unpriced_open": "{share}, más lo que el proveedor cobre por encima de lo que el plan permite",
    "pay_unknown_terms": "de nada al precio completo",
    "pay_unknown_terms_most": "de nada al precio completo, como máximo {most:money}",
    "not_covered": "{patient_pays:money} (no cubierto)",
    "not_covered_unpriced": "el precio completo del proveedor (no cubierto)",
    "not_covered_at_least": "todo lo que cobre el proveedor, al menos {low:money} (no cubierto)",
    "denied_at_least": "todo lo que cobre el proveedor, al menos {low:money} (denegado)",
    "denied_provider": "$0.00 (denegado; el proveedor no puede cobrarle)",
    "denied_patient": "{patient_pays:money} (denegado)",
    "denied_patient_unpriced": "el precio completo (denegado)",
    "denied_provider_unpriced": "$0.00 (denegado; el proveedor no puede cobrarle)",
    # donde no hay un monto
    "not_stated": "no se dice: pregunte al plan",
    "unsaid": "no se dice",
    "which_scan": "depende del estudio exacto",
    "which_place": "depende del lugar",
    "which_both": "depende del estudio exacto y del lugar",
    "no_amount": "no se sabe",
    "no_price": "depende de los precios",
    # varios en una casilla
    "other_bill": "{said}; {part:component} {tier:tier}: no se sabe",
    "of_tier": "{tier:tier}: {said}",
    "between": "; ",
}
