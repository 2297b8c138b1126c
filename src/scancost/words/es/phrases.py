"""Frases de costo compartido y lo que hace una autorización que falta."""

SENTENCES = {
    "no_charge": "sin cargo",
    "no_charge_after": "sin cargo después del deducible",
    "not_covered": "no cubierto",
    "not_stated": "no se dice",
    "copay": "copago de {amount}",
    "copay_per_day": "copago de {amount} por día",
    "coinsurance": "coseguro del {rate:percent}",
    "coinsurance_most": "coseguro del {rate:percent}, hasta {most} por servicio",
    "deductible_waived": ", sin aplicar el deducible",
    "before_deductible": " antes del deducible",
    "after_deductible": " después del deducible",
    "then": ", luego ",
    "missing_not_required": "nada, no hace falta",
    "missing_not_stated": "la póliza no lo dice",
    "missing_write_off": "el proveedor asume la pérdida y no puede cobrarle a usted",
    "missing_denied": "el plan no paga nada y usted debe el precio",
    "missing_penalty": "usted paga una penalización de {amount}",
    "missing_penalty_on_plan_payment": "usted paga además el {rate:percent} de lo que pagaría el "
    "plan",
    "missing_penalty_on_allowed": "usted paga además el {rate:percent} del precio que el plan "
    "reconoce",
    "penalty_most": ", como máximo {most}",
}
