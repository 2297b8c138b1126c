"""El borrador de la carta de apelación; [[...]] marca lo que solo el paciente sabe."""

SENTENCES = {
    "name": "carta-de-apelacion",
    "title": "Carta de apelación",
    "from_name": "[[su nombre completo]]",
    "from_address": "[[su dirección]]",
    "from_phone": "[[su número de teléfono]]",
    "to": "{to}",
    "to_open": "[[la dirección de apelaciones de la carta de denegación]]",
    "re_member": "Número de miembro: [[su número de miembro]]",
    "re_claim": "Número de reclamo o referencia: [[número del aviso]]",
    "re_authorization": "Número de autorización previa: {number}",
    "re_plan": "Plan: {title}",
    "re_plan_open": "Plan: [[nombre de su plan]]",
    "re_scan": "Estudio: {service:service}, código {codes}",
    "re_scan_code_open": "Estudio: {service:service}, código [[código de la orden]]",
    "re_scan_open": "Estudio: [[el estudio y su código]]",
    "re_day": "Fecha del estudio: {day:day}",
    "re_day_open": "Fecha del estudio: [[fecha]]",
    "re_notice": "Fecha de su aviso: {day:day}",
    "re_notice_open": "Fecha de su aviso: [[fecha]]",
    "re_code": "Motivo que dan: {code} ({label})",
    "re": "Asunto: Apelación de una denegación",
    "re_urgent": "Asunto: Apelación URGENTE (acelerada) de una denegación",
    "hello": "Al departamento de apelaciones:",
    "opening_pre_service": "Apelo su decisión de no aprobar este estudio. Por favor, revísenla y "
    "apruébenlo.",
    "opening_post_service": "Apelo su decisión sobre el reclamo de este estudio. Por favor, "
    "revísenla y páguenlo según los términos de mi plan.",
    "urgent": "Esta apelación es urgente. Esperar el tiempo normal pondría en riesgo mi salud: "
    "[[lo que su médico dice del riesgo]]. Por favor, decidan en {hours} horas.",
    "why": "Por qué debe cambiar la decisión",
    "why_authorization": "Su aviso dice que faltaba una autorización previa o que no correspondía. "
    "[[Elija lo que sea cierto: Se dio una autorización en esta fecha con este número. / Se pidió "
    "en esta fecha. / No se pudo pedir porque ...]] El estudio lo pidió [[médico]] porque [[el "
    "síntoma o hallazgo]].",
    "why_authorization_denied": "Se les pidió una autorización previa y dijeron que no. El estudio hace "
    "falta porque [[el síntoma o hallazgo]]. Antes, [[el tratamiento o los estudios probados]] no "
    "resolvieron la cuestión. Se adjunta una carta de [[médico]].",
    "why_medical_judgment": "Su revisor no creyó que el estudio hiciera falta. Mi médico sí: "
    "[[médico]] lo pidió porque [[el síntoma o hallazgo]]. Antes, [[el tratamiento o los estudios "
    "probados]] no resolvieron la cuestión. Lo que muestre decidirá [[el siguiente paso de su "
    "atención]]. Se adjuntan una carta de mi médico y la guía que apoya el estudio.",
    "why_not_covered": "Su aviso dice que el estudio no está cubierto. [[Diga dónde el plan dice "
    "otra cosa, o por qué la exclusión no corresponde a este estudio.]]",
    "why_preventive": "Este estudio fue una detección. Ese día yo tenía [[edad]], la última fue el "
    "[[fecha]], y [[la condición de riesgo, si la regla tiene una]]. Según las reglas de atención "
    "preventiva no tiene costo compartido.",
    "why_network": "Su aviso dice que el proveedor no está en la red. [[Elija lo que sea cierto: Su "
    "directorio incluía al proveedor en esta fecha. / Nadie de la red podía hacer el estudio en ... "
    "días. / Fue una emergencia. / El hospital está en la red y yo no elegí quién leyó el "
    "estudio.]]",
    "why_claim_error": "Su aviso señala un error en el reclamo. Los datos correctos son: [[lo que "
    "dicen la orden y los registros]]. También pedí al proveedor que corrija el reclamo.",
    "why_papers": "Su aviso dice que faltan papeles. Se adjuntan: [[lista]].",
    "why_enrollment": "Su aviso dice que yo no tenía cobertura. La tenía: [[fechas de cobertura y "
    "la prueba]].",
    "why_other_payer": "Su aviso dice que otra aseguradora paga primero. Los hechos son: [[qué "
    "aseguradora paga primero y por qué]].",
    "why_limit": "Su aviso dice que se alcanzó un límite. Según mi cuenta no es así, o corresponde "
    "una excepción: [[cuenta y razón]].",
    "why_other": "La decisión es incorrecta porque [[diga por qué en pocas frases sencillas]].",
    "quote": "Mi plan dice: “{words}” {page}",
    "quote_open": "Mi plan dice: [[cite la página del documento del plan que cubre este estudio]]",
    "policy_needs_none": "Según los propios términos del plan este estudio no necesita "
    "autorización.",
    "policy_silent": "No encontré nada en los términos del plan que pida una autorización previa para este "
    "estudio. Por favor, muéstrenme la página si la hay.",
    "policy_says_provider": "Según los propios términos del plan una autorización que falta la "
    "debe asumir el proveedor, no el miembro.",
    "contract_says_provider": "[[Deje esto si es cierto:]] No firmé antes del estudio que yo lo "
    "pagaría. Un proveedor de la red debe asumir una denegación así.",
    "policy_covers": "Según los propios términos del plan este estudio está cubierto.",
    "emergency": "El estudio fue atención de emergencia, que no necesita autorización previa.",
    "protected": "El lugar está en la red. Por eso la ley federal me da la parte de dentro de la "
    "red y prohíbe la facturación de saldo.",
    "protected_by_policy": "El lugar está en la red, y la póliza me da allí la parte de dentro de la red "
    "y ninguna facturación de saldo, también de un proveedor fuera de la red.",
    "ask": "Lo que pido",
    "ask_reverse": "Por favor, reviertan la decisión.",
    "ask_amounts": "Según los términos del plan como yo los leo, el plan pagaría {plan_pays:money} "
    "y mi parte sería {patient_pays:money}.",
    "ask_reviewer": "Por favor, que lea el caso un médico de la misma especialidad que no haya "
    "participado en la primera decisión, y llamen a mi médico antes de decidir.",
    "ask_file": "Por favor, envíenme gratis mi expediente, los criterios que usaron y el nombre del "
    "revisor.",
    "ask_external": "Si no cambian la decisión, por favor díganme por escrito cómo pedir una "
    "revisión externa.",
    "ask_writing": "Por favor, respondan por escrito.",
    "enclosed": "Adjuntos",
    "bye": "Atentamente,",
    "sign": "[[su firma y la fecha]]",
}
