"""Lo que se decidió, en frases."""

from scancost.words.es.prices import FINDINGS as PRICE_FINDINGS

SENTENCES = {
    **PRICE_FINDINGS,
    "in_network": "El proveedor está {tier:tier}, así que valen el precio del plan y sus condiciones "
    "{tier:tier}.",
    "out_of_network": "El proveedor está fuera de la red: valen las condiciones del plan fuera de la "
    "red, y el proveedor puede cobrar más de lo que el plan permite.",
    "protected_emergency": "Es una emergencia: la ley federal ({source}) le da las condiciones del "
    "plan {tier:tier} en cualquier lugar donde le atiendan, sin autorización previa y sin "
    "facturación de saldo.",
    "protected_emergency_unverified": "Es una emergencia: la ley federal ({source}) le da las "
    "condiciones del plan {tier:tier} en cualquier lugar donde le atiendan, sin autorización previa y "
    "sin facturación de saldo. Eso no está verificado, así que confírmelo con el plan; no demore la "
    "atención de emergencia.",
    "protected_facility": "El proveedor está fuera de la red, pero el lugar ({site:site}) está en la "
    "red de su plan: la ley federal ({source}) le da las condiciones {tier:tier} y prohíbe la "
    "facturación de saldo. Un consentimiento firmado no cambia eso para los estudios de imagen.",
    "protected_by_policy": "El proveedor está fuera de la red, pero el lugar ({site:site}) está en la "
    "red de su plan, y su póliza le protege allí, donde la ley federal no lo hace: tiene las "
    "condiciones {tier:tier} y no debe facturación de saldo.",
    "not_protected_site": "El proveedor está fuera de la red. La ley federal protege las "
    "interpretaciones en hospitales y centros de cirugía dentro de la red, pero no en {site:site}: "
    "es posible la facturación de saldo. La ley del estado puede decir más.",
    "not_protected_urgent_care": "El proveedor está fuera de la red. La ley federal protege las "
    "interpretaciones en hospitales y centros de cirugía dentro de la red, pero no en {site:site}, a "
    "menos que tenga licencia para dar atención de emergencia: es posible la facturación de saldo. "
    "La ley del estado puede decir más.",
    "emergency_not_protected": "La protección federal para emergencias no alcanza a {market:market}.",
    "diagnostic": "El estudio es de diagnóstico: se hace por un síntoma, un hallazgo o un "
    "seguimiento.",
    "guideline_none": "El plan no tiene una regla preventiva que este estudio pueda cumplir.",
    "settled_as_diagnostic": "No cuenta como preventivo, así que se calcula como estudio de "
    "diagnóstico.",
    "guideline_rule": "La regla: {says:text} Fuente: {source}, al {as_of:day}.",
    "guideline_rule_unverified": "La regla: {says:text} Fuente: {source}, al {as_of:day}; no está "
    "verificada, así que confírmela con el plan.",
    "guideline_caution": "{says:text}",
    "guideline_caution_unverified": "{says:text} Sin verificar: compruébelo antes de confiar en ello.",
    "state_law": "La ley de {state:text} ({source}): {says:text}. "
    "Esta estimación no cuenta con ella: pregunte al plan si por esta ley no le cuesta nada.",
    "state_law_unverified": "La ley de {state:text} ({source}): {says:text}. No está verificada. "
    "Esta estimación no cuenta con ella: pregunte al plan si por esta ley no le cuesta nada.",
    "state_law_if_insured": "Si el plan es asegurado (no lo paga el empleador mismo), vale la ley de {state:text} ({source}): {says:text}. "
    "Esta estimación no cuenta con ella: pregunte al plan si por esta ley no le cuesta nada.",
    "state_law_if_insured_unverified": "Si el plan es asegurado (no lo paga el empleador mismo), vale la ley de {state:text} ({source}): {says:text}. No está verificada. "
    "Esta estimación no cuenta con ella: pregunte al plan si por esta ley no le cuesta nada.",
    "grandfathered_preventive": "El plan es anterior a la ley de 2010 (grandfathered): las reglas "
    "federales de atención preventiva no lo obligan y valen sus propios términos.",
    "hdhp_preventive": "En un plan de deducible alto con HSA, la atención preventiva se puede pagar "
    "antes del deducible sin perder la HSA.",
    "condition_met": "Atención preventiva ({guideline:guideline}): {condition:condition}: se cumple.",
    "condition_not_met": "Atención preventiva ({guideline:guideline}): {condition:condition}: no se "
    "cumple.",
    "condition_unknown": "Atención preventiva ({guideline:guideline}): "
    "{condition:condition}: no se sabe.",
    "benefit": "Las condiciones del plan {tier:tier}: {phrase:phrase}.",
    "benefit_unknown": "No se conocen las condiciones del plan {tier:tier}.",
    "not_covered": "El plan no lo cubre.",
    "not_covered_outside": "El plan no lo cubre fuera de la red; dentro de la red sí.",
    "necessity_not_met": "El plan considera que no es médicamente necesario.",
    "necessity_owed": "Lo que eso deja por pagar lo debe {owed:owed}.",
    "authorization_not_stated": "La póliza no dice si hace falta una autorización previa.",
    "authorization_not_required": "No hace falta autorización previa.",
    "authorization_approved": "El plan lo aprobó de antemano. Una aprobación no es una promesa de "
    "pago.",
    "authorization_unknown": "El plan debe aprobarlo primero. Si eso falta: "
    "{consequence:consequence}.",
    "authorization_pending": "El plan todavía no ha decidido la autorización previa. Si falta: "
    "{consequence:consequence}.",
    "authorization_missing": "Falta la autorización previa. La consecuencia según la póliza: "
    "{consequence:consequence}.",
    "authorization_denied": "El plan negó la autorización previa.",
    "authorization_lapsed": "La aprobación vence antes de la fecha del estudio, así que cuenta como "
    "si faltara.",
    "authorization_other_service": "La aprobación es para otro estudio, así que cuenta como si "
    "faltara.",
    "allowed_above_billed": "El monto permitido era mayor que la factura; nadie debe más que la "
    "factura ({billed:money}).",
    "row_balances": "Órdenes de la misma familia calculadas antes: {rows}. Hasta entonces el miembro "
    "había cumplido {deductible:money} del deducible y {out_of_pocket:money} del gasto máximo de "
    "bolsillo.",
    "code_unverified": "El código {code} viene del conocimiento general; confírmelo con el "
    "proveedor.",
    "service_matched": 'Se leyó "{typed}" como {service:mid}.',
    "met_above_limit": "Usted dice que ya cumplió {met:money} ({name:balance}), pero el límite completo es "
    "{limit:money}. Uno de los dos está mal; mire el sitio del plan.",
    "card_maximum_below": "Usted dio un deducible de {deductible:money} y un gasto máximo de bolsillo de "
    "{most:money}. El máximo incluye el deducible, así que uno de los dos está mal.",
    "card_plan": "El plan es como usted lo describió. Se tomó por {market:market}; indique --market "
    "si es de otro tipo, porque las protecciones de la ley son distintas.",
    "card_deductible_unknown": "Usted no sabe el deducible, así que todo el precio puede caer en él, "
    "hasta el gasto máximo de bolsillo si lo hay.",
    "card_deductible_left": "Usted no sabe el deducible. Lo que queda de él basta aquí.",
    "card_no_maximum": "Usted no sabe el gasto máximo de bolsillo, y la ley no fija ninguno para este "
    "tipo de plan, así que no se tomó ninguno.",
    "card_maximum_unknown": "Usted no sabe el gasto máximo de bolsillo. Se tomó el límite federal de "
    "{year} para una persona: {most:money}.",
    "card_benefit_if_not_preventive": "Usted no sabe qué dice el plan sobre los estudios de imagen. No "
    "importa mientras el estudio cuente como preventivo. El resumen de beneficios lo dice, en la fila "
    "“Imágenes”.",
    "card_benefit_not_asked": "Usted no sabe qué dice el plan sobre los estudios de imagen. No importa "
    "para un estudio que el plan deniega.",
    "card_benefit_unknown": "Usted no sabe qué dice el plan sobre los estudios de imagen, así que el "
    "rango va de nada al precio completo. El resumen de beneficios lo dice, en la fila “Imágenes”.",
}
