"""La lista antes de un estudio, y el guion para el teléfono."""

SENTENCES = {
    "title": "Antes de su estudio: {service:service}",
    "plan": "Plan: {title}. Estudio el {day:day}, {tier:tier}.",
    "plan_open": "Plan: {title}. Estudio el {day:day}. La red aún no se sabe; esta página supone "
    "que es {tier:tier}.",
    "plan_described": "El plan es como usted lo describió, y se tomó por {market:market}: de eso "
    "dependen los plazos y sus derechos.",
    "title_open": "[[nombre del plan]]",
    "provider": "Pregunte al centro de imágenes u hospital",
    "insurer": "Pregunte a la aseguradora",
    "authorization": "La autorización previa",
    "rights": "Sus derechos",
    "cautions": "Preventivo o de diagnóstico",
    "script": "Qué decir por teléfono",
    "calls": "Notas de sus llamadas",
    "call_insurer": "Aseguradora: [[fecha y hora]], hablé con [[nombre]], número de llamada "
    "[[referencia]]",
    "call_provider": "Centro u hospital: [[fecha y hora]], hablé con [[nombre]]",
    "call_doctor": "Médico que pidió el estudio: [[fecha y hora]], hablé con [[nombre]]",
    "not_advice": "Una estimación y una lista de preguntas, no una decisión sobre un reclamo. No "
    "es asesoría legal.",
    # el proveedor
    "p_network": "¿Están en la red de {title} el {day:day}? Diga el nombre exacto del plan, no solo "
    "el de la aseguradora.",
    "p_reader": "¿Qué médicos interpretan el estudio, y están también en la red?",
    "p_site": "En la factura, ¿esto es {site:site}? El precio se calculó para eso.",
    "p_site_open": "En la factura, ¿esto es un departamento de hospital o un centro independiente? "
    "Un hospital suele costar mucho más.",
    "p_code": "¿Qué código se va a cobrar? Debería ser {codes}.",
    "p_codes": "¿Qué código se va a cobrar? Casi siempre es uno de {codes}.",
    "p_reason": "¿Se va a cobrar como {purpose:purpose}? Pida que la orden también lo diga.",
    "p_price": "¿Cuál es el precio con mi plan? Esta estimación usó {allowed:money}.",
    "p_price_open": "¿Cuál es el precio con mi plan (el monto permitido)? Sin él no se saben "
    "los montos: [[precio]]",
    "p_fees": "¿Habrá algo más en la factura: un cargo del centro, contraste, otra factura por la "
    "interpretación?",
    "p_cash": "¿Cuál es el precio si pago yo? [[precio en efectivo]]",
    "p_authorization": "¿Quién pide la autorización previa, y ya se pidió?",
    # la aseguradora
    "i_force": "¿Está vigente mi póliza el {day:day}? (Año del plan: del {from_day:day} al "
    "{through:day}.)",
    "i_force_open": "¿Está vigente mi póliza el {day:day}, y cuándo empieza y termina su año del plan? "
    "[[primer y último día]]",
    "i_benefit": "¿Es este el beneficio para {service:one}, {tier:tier}: {phrase:phrase}?",
    "i_benefit_open": "¿Qué dice mi plan sobre {service:one}, {tier:tier}: un copago o un porcentaje, "
    "y va primero el deducible? [[las condiciones del plan]]",
    "i_benefit_words": "¿Es este el beneficio para {service:one}, {tier:tier}: {phrase:phrase}? El "
    "plan dice: “{words}”",
    "i_deductible": "¿Cuánto queda de mi deducible? Esta estimación usó {left:money}.",
    "i_deductible_open": "¿Cuánto queda de mi deducible? [[monto]]",
    "i_maximum": "¿Cuánto falta para mi gasto máximo de bolsillo? Esta estimación usó "
    "{left:money}.",
    "i_maximum_open": "¿Cuánto falta para mi gasto máximo de bolsillo? [[monto]]",
    "i_authorization_yes": "¿Este estudio necesita autorización previa? Según la póliza, sí.",
    "i_authorization_no": "¿Este estudio necesita autorización previa? Según la póliza, no.",
    "i_authorization_not_stated": "¿Este estudio necesita autorización previa? La póliza no lo dice.",
    "i_authorization_not_covered": "¿De verdad no se cubre este estudio? Así se lee la póliza.",
    "i_number": "¿Cuál es el número de la autorización previa, qué código y lugar cubre y cuándo termina? "
    "[[número, código, lugar, último día]]",
    "i_number_given": "¿La autorización previa {number} cubre este código en este lugar el {day:day}?",
    "i_reading": "¿La interpretación del radiólogo me cuesta una parte aparte?",
    "i_preventive": "¿Se va a pagar como preventivo? Lo que la regla aún pide: "
    "{conditions:condition}.",
    "i_risk": "¿Consta en mi expediente la condición de riesgo: {risk}?",
    "i_preventive_met": "¿Se va a pagar como preventivo? Según la regla, califica.",
    "i_preventive_not_met": "Con lo que se dijo no califica como preventivo "
    "({conditions:condition}). ¿Es correcto?",
    "i_preventive_from": "Según la regla contaría como preventivo desde el {from_day:day}, si nada más "
    "cambia. Pida al plan que confirme ese día.",
    "i_reference": "¿Cuál es el número de referencia de esta llamada? [[número]]",
    "of_bill": "Factura {numbers}: {text}",
    # derechos
    "r_emergency": "En una emergencia usted debe solo la parte de dentro de la red, lo atiendan "
    "donde lo atiendan. No hace falta autorización previa y no se permite la facturación de saldo.",
    "r_emergency_short_term": "Un plan de corto plazo está fuera de las reglas federales de "
    "facturas sorpresa, también en una emergencia.",
    "r_protected": "Este estudio está protegido: usted debe solo la parte de dentro de la red, y "
    "nadie puede hacerle facturación de saldo.",
    "r_facility": "En {sites:site} de su red, el médico que interpreta el estudio no puede hacerle "
    "facturación de saldo, aunque ese médico esté fuera de la red.",
    "r_by_policy": "En {sites:site} de su red, su póliza dice que un médico fuera de la red que "
    "interpreta el estudio no puede hacerle facturación de saldo. La ley federal no lo dice allí: pida "
    "al plan que lo confirme.",
    "r_not_protected": "En {sites:site}, la ley federal no impide la facturación de saldo de alguien "
    "fuera de la red. Revise el lugar y quién interpreta el estudio. La ley del estado puede decir más.",
    "r_urgent_care": "Un centro de atención urgente con licencia para atender emergencias es otra "
    "cosa: pregunte al centro si la tiene.",
    "r_outside": "Usted eligió un proveedor fuera de la red, así que puede llegar una factura de "
    "saldo.",
    "r_consent": "Nadie puede pedirle que renuncie por escrito a su protección para imágenes. Si "
    "firmó, la protección sigue.",
    "r_medicare": "Medicare Original: un proveedor que acepta la asignación no puede agregar nada "
    "al precio de Medicare. Uno que no la acepta solo puede agregar un monto limitado. Para "
    "tomografía, resonancia, PET y medicina nuclear, un centro sin acreditación no puede cobrarle "
    "nada.",
    "r_medicare_advantage": "Medicare Advantage: nadie puede hacerle facturación de saldo por "
    "atención cubierta.",
    "r_medicaid": "Medicaid: un proveedor que lo acepta no puede cobrarle más que el copago pequeño "
    "de Medicaid. Verifíquelo con su estado.",
    "r_short_term": "Un plan de corto plazo está fuera de las reglas federales de facturas sorpresa "
    "y de estudios de detección sin cargo.",
    "r_self_pay": "Si paga usted, tiene derecho a una estimación de buena fe por escrito: en "
    "{workdays} días hábiles cuando la pide. Si el estudio se programa con {far} o más días hábiles "
    "de anticipación, se la deben en {far_within} días hábiles; con {near} a {near_most}, en "
    "{near_within}; con menos de {near}, no se la deben. Si la factura de un proveedor la pasa por "
    "{amount:money} o más, puede disputarla en {days} días desde la primera factura, por una tarifa "
    "de {fee:money} ({phone}).",
    # preventivo o de diagnóstico
    "c_rule": "La regla: {rule} {source} Al {as_of:day}.",
    # guion
    "s_hello": "“Hola, me llamo [[nombre]]. Soy miembro de {title}; mi número de miembro es "
    "[[número]]. Tengo un estudio el {day:day} y quiero verificar unas cosas.”",
    "s_scan": "“Es {service:one}, por orden de [[médico]], código [[código de la orden]], en "
    "[[nombre y dirección del lugar]].”",
    "s_benefit": "“¿Ese lugar está en mi red ese día? ¿Cuál es mi parte ahí, y cuánto queda de mi "
    "deducible y de mi gasto máximo de bolsillo?”",
    "s_authorization": "“¿Este código en este lugar necesita autorización previa? Si la necesita, ¿ya hay "
    "una, cuál es su número y hasta cuándo vale?”",
    "s_authorization_by": "“El plan debe tener la solicitud a más tardar el {day:day}. ¿Ya llegó?”",
    "s_preventive": "“¿Se va a pagar como atención preventiva y, si no, cuánto pagaría yo?”",
    "s_reader": "“¿Qué grupo interpreta los estudios ahí, y está en mi red?”",
    "s_close": "“Por favor, deme su nombre y el número de referencia de esta llamada. Gracias.”",
}
