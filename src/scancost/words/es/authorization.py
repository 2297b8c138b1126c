"""La respuesta de `scancost authorization`."""

SENTENCES = {
    "subject": "Autorización previa: {service:service} · {day:day}",
    "yes": "Sí: el plan debe aprobar este estudio antes de que se haga.",
    "yes_approved": "El plan aprobó este estudio. Revise qué nombra la aprobación.",
    "yes_pending": "El plan debe aprobar este estudio y aún no ha decidido.",
    "yes_missing": "El plan debe aprobar este estudio y falta la autorización previa.",
    "yes_denied": "Se le pidió al plan y dijo que no. Usted puede apelar antes del estudio.",
    "no": "Este estudio no necesita autorización previa.",
    "not_stated": "La póliza no dice si este estudio necesita autorización previa. Pregunte al plan.",
    "not_covered": "El plan no cubre este estudio, así que una autorización previa no ayuda.",
    "by_tier": "Depende de la red del proveedor:",
    "section_tiers": "Por red",
    "heading_tier": "red",
    "heading_needed": "se necesita",
    "heading_missing": "si falta",
    "needed_yes": "sí",
    "needed_no": "no",
    "needed_not_stated": "la póliza no lo dice",
    "needed_not_covered": "no cubierto",
    "section_clock": "Hasta cuándo pedirla",
    "section_names": "Qué debe nombrar la aprobación",
    "name_scan": "El estudio: {service:service}.",
    "name_code": "El código: {codes}. Vea que la orden, la aprobación y la factura tengan el mismo.",
    "name_codes": "El código: uno de {codes}. Pregunte cuál al médico que pidió el estudio, y vea "
    "que la orden, la aprobación y la factura tengan el mismo.",
    "name_site": "El lugar: {site:site}. Una aprobación para un lugar puede no valer en otro.",
    "name_site_open": "El lugar donde se hará el estudio. Una aprobación para un lugar puede no "
    "valer en otro.",
    "name_expires": "Vale hasta el {expires:day}; el estudio es el {day:day}.",
    "name_expired": "Termina el {expires:day}, antes del estudio del {day:day}. Pida una nueva.",
    "name_valid": "Un último día igual o posterior al {day:day}, el día del estudio.",
    "name_number": "Su número es {number}.",
    "name_number_open": "Un número. Anótelo con el nombre de quien se lo dio.",
    "section_missing": "Si falta",
    "consequence": "La póliza dice: {consequence:consequence}.",
    "not_without": "Lo más probable es que el proveedor no haga el estudio sin ella.",
    "with_it": "Usted paga con la autorización previa",
    "without_it": "Usted paga sin ella",
    "at_stake": "Lo que el plan paga solo con ella",
    "open_deductible": "Dependen de su deducible: lo menos es si este año ya lo cumplió todo, lo más si "
    "no ha cumplido nada. Indíquelo con --deductible-met.",
    "open_out_of_pocket": "Usted paga menos si este año casi ha llegado a su gasto máximo de bolsillo. "
    "Indíquelo con --out-of-pocket-met.",
    "open_billed": "Fuera de la red el proveedor puede cobrar más de lo que el plan permite. Pregunte el "
    "cargo completo e indíquelo con --billed.",
    "price_open": "Dé el precio (--allowed) para ver los montos.",
    "who_asks": "Casi siempre la pide el consultorio del médico que ordenó el estudio. Pregunte si "
    "ya lo hizo.",
    "emergency": "En una emergencia no hace falta autorización previa, diga lo que diga el plan.",
    "emergency_open": "Una emergencia se calcula aquí como si no hiciera falta autorización previa, pero "
    "ninguna ley federal lo promete para {market:market}. Pregunte al plan, y no demore la atención "
    "de emergencia.",
    "section_policy": "Las palabras de la póliza",
    "section_source": "La regla",
    "not_a_promise": "Una aprobación no es una promesa de pago. No es asesoría legal.",
}
