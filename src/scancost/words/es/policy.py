"""Una póliza como la lee un paciente (`scancost policy show`)."""

SENTENCES = {
    "context": "{policy} · {plan_type} · {market:market} · del {from_day:day} al {through:day}",
    "context_state": "{policy} · {plan_type} · {market:market} · {state} · del {from_day:day} al "
    "{through:day}",
    "footer": "Es una lectura de la póliza, no la póliza: deciden los documentos del plan. No es "
    "asesoría legal.",
    # lo que significa el tipo de plan
    "means.HMO": "HMO: usted se queda en la red del plan, por lo general con una orden de su médico "
    "de cabecera. Fuera de la red, un HMO paga solo las emergencias.",
    "means.EPO": "EPO: usted se queda en la red del plan, por lo general sin orden de otro médico. "
    "Fuera de la red, un EPO paga solo las emergencias.",
    "means.PPO": "PPO: puede ir a cualquier proveedor sin orden de otro médico, y paga menos en la "
    "red del plan.",
    "means.POS": "POS: paga menos en la red del plan, con una orden de su médico de cabecera. Puede "
    "salir de la red y pagar más, si el plan lo dice.",
    "means.HDHP": "HDHP: usted paga el estudio entero, al precio del plan, hasta llegar a un "
    "deducible alto; antes solo se paga la atención preventiva. Puede ir con una cuenta de ahorros "
    "para la salud.",
    "means.INDEMNITY": "Indemnización: puede ir a cualquier proveedor. El plan paga su parte del "
    "precio que reconoce, y el proveedor puede cobrarle más.",
    "means.MEDICARE": "Medicare Original: puede ir a cualquier proveedor que acepte Medicare, sin "
    "orden de otro médico. El que acepta la asignación no cobra más que el precio de Medicare.",
    "means.MEDICAID": "Medicaid: usted va a proveedores que lo aceptan, y su parte es poca o nada.",
    "outside.covered": "Fuera de la red esta póliza también paga; la tabla dice cuánto le toca a "
    "usted.",
    "outside.not_covered": "Fuera de la red esta póliza no paga nada por un estudio programado.",
    "outside.not_stated": "Lo que esta póliza paga fuera de la red no está en su fuente: pregunte al "
    "plan antes de ir.",
    "outside.mixed": "Fuera de la red esta póliza cubre unos estudios y otros no; vea la tabla.",
    "emergency_protected": "Una emergencia se liquida como en la red, vaya adonde vaya.",
    "emergency_open": "La protección federal de las emergencias no alcanza a esta clase de plan.",
    # límites
    "section_limits": "Sus límites del año",
    "limit": "límite",
    "deductible_alone": "Deducible, usted solo",
    "deductible_person": "Deducible, una persona de la familia",
    "deductible_family": "Deducible, toda la familia",
    "maximum_alone": "Gasto máximo de bolsillo, usted solo",
    "maximum_person": "Gasto máximo de bolsillo, una persona de la familia",
    "maximum_family": "Gasto máximo de bolsillo, toda la familia",
    "limit_none": "ninguno",
    "limit_not_given": "no se dice",
    "limit_no_own": "ningún límite propio",
    "limit_of_law": "{amount} (límite federal)",
    "limit_shared": "compartido: {tier:tier}",
    "limit_absent": "–",
    "section_limits_mean": "Qué significan los límites",
    "mean_deductible": "Deducible: lo que usted paga en el año antes de que el plan empiece a "
    "compartir el costo.",
    "mean_maximum": "Gasto máximo de bolsillo: lo más que usted paga en el año por la atención "
    "cubierta. La facturación de saldo, las penalizaciones y lo no cubierto van aparte.",
    "mean_no_maximum": "No hay gasto máximo de bolsillo ({tier:tier}): su parte no tiene tope.",
    "mean_embedded": "En una familia cada persona tiene un límite, y la familia tiene uno para todos "
    "juntos; cuenta el que se alcanza primero (embedded).",
    "mean_aggregate": "En una familia hay un solo límite para todos: se alcanza cuando lo alcanzan "
    "los pagos de todos juntos (aggregate).",
    "mean_deductible_only_aggregate": "El deducible de una familia es uno para todos juntos "
    "(aggregate); del gasto máximo de bolsillo cada persona tiene también el suyo (embedded).",
    "mean_maximum_only_aggregate": "Del deducible cada persona de una familia tiene también el suyo "
    "(embedded); el gasto máximo de bolsillo es uno para todos juntos (aggregate).",
    "mean_also_counts": "Lo que cuenta para los límites “{tier:tier}” cuenta también para los "
    "límites “{others:tier}”.",
    # beneficios
    "section_benefits": "Lo que usted paga por un estudio",
    "section_benefits_more": "Lo que usted paga por un estudio (más niveles)",
    "scan_and_place": "clase de estudio y lugar",
    "all_services": "Cualquier estudio",
    "at_outpatient": "{services}: ambulatorio",
    "at_everywhere": "{services}: en cualquier lugar",
    "at_sites": "{services}: {sites:site}",
    "section_legend": "Cómo leerlo",
    "narrower": "Donde sirven dos filas, se aplica la más específica.",
    "outpatient": "Ambulatorio: {sites:site}.",
    "legend": "Copago: un monto fijo. Coseguro: su porcentaje del precio que el plan reconoce.",
    "share.no_charge": "Sin cargo",
    "share.no_charge_after": "Sin cargo después del deducible",
    "share.not_covered": "No cubierto",
    "share.not_stated": "No se dice: pregunte al plan",
    "share.copay": "{amount} de copago{per}{deductible}",
    "share.coinsurance": "{rate:percent} de coseguro{ceiling}{deductible}",
    "share.per_day": " por día",
    "share.ceiling": ", como máximo {amount} por estudio",
    "share.deductible waived": ", sin deducible",
    "share.before deductible": " primero, luego el deducible",
    "share.after deductible": " después del deducible",
    "share.then": "{first}, luego {then}",
    "share.uncounted": "{share} (no cuenta para el gasto máximo de bolsillo)",
    "share.each_part": "{share} (el estudio y su interpretación, cada uno)",
    # prevención
    "section_preventive": "Estudios preventivos",
    "preventive.tier": "{tier}: {share}.",
    "preventive.aca": "Un estudio es preventivo si cumple {guideline:guideline}: deciden la edad, "
    "el tiempo desde el último y el riesgo.",
    "preventive.none": "Esta póliza no sigue ninguna guía: ningún estudio cuenta como preventivo.",
    "preventive.diagnostic": "Un estudio de detección que no cumple cuesta lo que cuesta uno de "
    "diagnóstico.",
    "preventive.not covered": "Un estudio de detección que no cumple no está cubierto.",
    "preventive.absent": "La póliza no dice cuánto cuestan los estudios preventivos: pregunte al "
    "plan.",
    # autorización
    "section_authorization": "Aprobación antes del estudio (autorización previa)",
    "authorization.absent": "La póliza no dice si un estudio necesita la aprobación del plan: "
    "pregunte antes de cada estudio programado.",
    "authorization.none": "Ningún estudio necesita antes la aprobación del plan.",
    "authorization.clause": "{what}{purposes}. {tiers}.",
    "authorization.purposes": ", {purposes:purpose}",
    "authorization.tier": "{tiers}: {consequence}",
    "authorization.join": ". ",
    "authorization.not_required": "no se necesita aprobación",
    "authorization.not_stated": "la póliza no lo dice: pregunte",
    "authorization.write_off": "se necesita aprobación; sin ella el proveedor asume toda la pérdida "
    "y no puede cobrarle",
    "authorization.denied": "se necesita aprobación; sin ella el plan no paga nada y usted debe el "
    "precio entero",
    "authorization.penalty": "se necesita aprobación; sin ella usted paga además {amount}",
    "authorization.penalty_on_plan_payment": "se necesita aprobación; sin ella usted paga además el "
    "{rate:percent} de lo que el plan habría pagado{ceiling}",
    "authorization.penalty_on_allowed": "se necesita aprobación; sin ella usted paga además el "
    "{rate:percent} del precio que el plan reconoce{ceiling}",
    "authorization.ceiling": ", como máximo {amount}",
    "authorization.emergency": "Una emergencia nunca necesita aprobación.",
    "authorization.emergency_open": "Una emergencia se calcula aquí como si no hiciera falta "
    "aprobación, pero ninguna ley federal lo promete para {market:market}: pregunte al plan.",
    # facturas por encima del precio del plan
    "section_balance": "Facturas por encima del precio del plan (facturación de saldo)",
    "balance.full": "Un proveedor fuera de la red puede cobrarle todo lo que pase del precio que el "
    "plan reconoce.",
    "balance.none": "Un proveedor no puede cobrarle más que el precio que el plan reconoce.",
    "balance.limited": "Un proveedor fuera de la red puede cobrarle hasta un {rate:percent} más que "
    "el precio que el plan reconoce.",
    "protected_sites": "Usted está protegido de esa factura cuando un proveedor fuera de la red "
    "(como el radiólogo que interpreta el estudio) lo atiende en un establecimiento de la red de esta "
    "clase: {sites:site}.",
    "protected_not": "No lo está en: {sites:site}.",
    # lo demás
    "section_words": "Las palabras de la póliza",
    "quote": "“{words}”",
    "quote_page": "“{words}” (página {page})",
    "section_contacts": "Contactos",
    "contact": "{name}: {value}",
    "contact.member_services": "Servicios para miembros",
    "contact.appeals": "Apelaciones",
    "contact.preauthorization": "Autorización previa",
    "section_source": "Dónde se leyó",
    "source": "{title}.",
    "source_read": "Leído: {day:day}.",
    "source.published": "Publicada: tomada de la fuente de arriba.",
    "source.illustrative": "Ilustrativa: inventada como ejemplo. Ninguna aseguradora la vende.",
    "section_caveats": "Tenga cuidado",
    "caveat.ended": "Su año de beneficios terminó: {day:day}. No dice nada de un estudio posterior.",
    "caveat.not_begun": "Su año de beneficios aún no empieza: {day:day}. No dice nada de un estudio "
    "anterior.",
    "caveat.grandfathered": "Es un plan antiguo exento (grandfathered): la atención preventiva gratis "
    "y el límite federal del gasto máximo de bolsillo pueden no aplicarse.",
    "caveat.no_family": "La fuente no da límites de familia ({tier:tier}); no se puede estimar la "
    "cobertura familiar.",
    "caveat.not_stated": "Algunos costos no están en la fuente. Que no se digan no significa que no "
    "estén cubiertos: pregunte al plan.",
    "caveat.gap": "No tiene cláusula para {services:mid} en: {sites:site}. Eso no significa que "
    "no esté cubierto: pregunte al plan.",
}
