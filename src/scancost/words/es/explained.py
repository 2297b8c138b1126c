"""La hoja de cálculo contada paso a paso, en frases cortas y sencillas."""

SENTENCES = {
    "section": "Paso a paso",
    "section_tier": "Paso a paso, {tier:tier}",
    "says": "La póliza dice: “{words}”",
    "says_page": "La póliza dice: “{words}” (página {page})",
    # el precio
    "allowed": "El precio del plan para este estudio es {allowed:money}.",
    "allowed_is_charge": "El precio del plan para este estudio es {allowed:money}, igual que el cargo.",
    "allowed_below": "El cargo completo es {billed:money}, pero el precio del plan para este estudio "
    "es {allowed:money}.",
    "no_price_open": "Todavía no se sabe el precio. Tampoco cuánto queda de su deducible.",
    "no_price": "Todavía no se sabe el precio. La tabla muestra cómo crece su parte con él.",
    "free": "El plan no le cobra ninguna parte por esto.",
    "terms_unknown": "Usted no sabe qué dice el plan de los estudios. Así que su parte puede ser nada, o todo.",
    # copago primero
    "copay": "Usted paga un copago de {copay:money}.",
    "copay_first": "Usted paga primero un copago de {copay:money}.",
    "copay_whole": "Su copago nunca es más que el precio, así que usted paga {copay:money}.",
    "copay_day": "El copago de {whole:money} es por todo el día. Ya le cobraron {charged:money} de esos "
    "copagos ese día, así que ahora paga {copay:money}.",
    "copay_day_paid": "El copago de {whole:money} es por todo el día. Ya le cobraron {charged:money} de "
    "esos copagos ese día, así que ahora no paga copago.",
    "copay_professional": "El copago era por el estudio. No lo paga otra vez por la interpretación.",
    # deducible
    "deductible_waived": "Aquí no se aplica el deducible.",
    "deductible_none": "Su plan no tiene deducible para esto.",
    "deductible_met": "Usted ya cumplió su deducible, así que no paga nada por él.",
    "deductible_part": "Todavía le falta pagar {left:money} de su deducible, así que paga eso primero.",
    "deductible_part_then": "Luego paga los {left:money} que todavía le faltan de su deducible.",
    "deductible_all": "Todavía le falta pagar {left:money} de su deducible. El precio no pasa de eso, así "
    "que usted lo paga todo: {deductible:money}.",
    "deductible_rest_all": "Todavía le falta pagar {left:money} de su deducible. Lo que queda del precio no "
    "pasa de eso, así que también lo paga: {deductible:money}.",
    "deductible_part_open": "No sabemos cuánto de su deducible ha cumplido. Si no ha cumplido nada, "
    "paga {deductible:money} primero.",
    # después
    "copay_after": "Luego paga un copago de {copay:money}.",
    "coinsurance": "Quedan {base:money}. Usted paga el {rate:percent} de eso: {coinsurance:money}.",
    "coinsurance_whole": "Usted paga el {rate:percent} del precio: {coinsurance:money}.",
    "coinsurance_most": "Quedan {base:money}. Usted pagaría el {rate:percent} de eso, pero no más de "
    "{coinsurance:money} por un estudio.",
    "coinsurance_whole_most": "Usted pagaría el {rate:percent} del precio, pero no más de "
    "{coinsurance:money} por un estudio.",
    # el límite
    "share": "Así que su parte es {cost_share:money}.",
    "share_none": "Así que su parte es $0.00.",
    "cut": "Eso sumaría {before:money}. Pero este año usted solo puede pagar {cost_share:money} más. "
    "Su parte se detiene ahí.",
    "cut_none": "Pero usted ya pagó lo máximo que puede pagar este año. Así que su parte es $0.00.",
    "not_cut": "Lo máximo que usted todavía puede pagar este año es {left:money}. Queda por debajo.",
    "not_cut_exactly": "Eso es justo lo máximo que usted todavía puede pagar este año.",
    "no_maximum": "Aquí ningún límite del año detiene su parte.",
    "maximum_open": "Si usted ya ha pagado mucho este año, su parte puede ser menor.",
    # además
    "penalty": "El plan no dijo que sí primero. Por eso usted paga {penalty:money} más.",
    "balance_bill": "El proveedor no tiene contrato con su plan. Por eso puede cobrarle {balance:money} "
    "por encima del precio del plan.",
    "balance_bill_open": "El proveedor no tiene contrato con su plan. Por eso puede cobrarle más que "
    "el precio del plan.",
    "plan_pays": "El plan paga {plan:money}.",
    "writeoff": "El resto del cargo, {writeoff:money}, lo cancela el proveedor (ajuste). Usted no los debe.",
    "total": "En total, usted paga {pays:money}.",
    # sin parte
    "not_covered": "El plan no paga esto. Usted paga el precio: {pays:money}.",
    "denied_provider": "El plan dice que no, y el proveedor no puede cobrarle. Usted paga $0.00.",
    "denied_patient": "El plan dice que no. Usted debe {pays:money}.",
    # la aprobación del plan
    "assumed": "El plan debe decir que sí antes del estudio. Todo esto vale si lo hace.",
    "approved": "El plan dijo que sí a este estudio.",
    "missing": "El plan tenía que decir que sí primero, y no se le preguntó a tiempo.",
    "denied": "Se le preguntó primero al plan, y dijo que no.",
    "preventive": "El estudio cuenta como revisión de rutina. Por eso vale su propia regla.",
    "protected_by_policy": "Aquí su póliza le protege. Usted paga como si el proveedor estuviera en la "
    "red de su plan.",
    "protected": "Aquí la ley le protege. Usted paga como si el proveedor estuviera en la red de su "
    "plan.",
}
