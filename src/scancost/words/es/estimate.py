"""La respuesta de `scancost estimate`."""

SENTENCES = {
    "subject": "{service:service} · {tier:tier} · {day:day}",
    "subject_by_tier": "{service:service} · {day:day}",
    "card_title": "Su plan, como usted lo describió",
    # titulares
    "pay": "Por esta factura usted pagaría {patient_pays:money}.",
    "pay_between": "Por esta factura usted pagaría entre {low:money} y {high:money}.",
    "pay_at_least": "Por esta factura usted pagaría al menos {low:money}, más lo que el proveedor "
    "cobre por encima de los {allowed:money} que el plan permite.",
    "pay_at_most": "Por esta factura usted pagaría como máximo {high:money}.",
    "pay_nothing_any_price": "Por esta factura usted pagaría $0.00, sea cual sea el precio.",
    "pay_unpriced": "Lo que usted pagaría depende del precio: {share}.",
    "pay_unpriced_open": "Lo que usted pagaría depende del precio: {share}, más lo que el proveedor "
    "cobre por encima de lo que el plan permite.",
    "pay_unknown_terms": "Lo que usted pagaría va de nada al precio completo.",
    "pay_unknown_terms_most": "Lo que usted pagaría va de nada al precio completo, como máximo "
    "{most:money}.",
    "not_covered": "No cubierto: usted mismo pagaría {patient_pays:money}.",
    "not_covered_unpriced": "No cubierto: usted mismo pagaría el precio completo del proveedor.",
    "not_covered_at_least": "No cubierto: usted mismo pagaría todo lo que cobre el proveedor, al "
    "menos {low:money}.",
    "denied_at_least": "Denegado: usted debería todo lo que cobre el proveedor, al menos {low:money}.",
    "denied_provider": "Denegado, y el proveedor no puede cobrarle: usted pagaría $0.00.",
    "denied_patient": "Denegado: usted debería {patient_pays:money}.",
    "denied_patient_unpriced": "Denegado: usted debería el precio completo.",
    "denied_provider_unpriced": "Denegado, y el proveedor no puede cobrarle: usted pagaría $0.00.",
    "by_tier": "Lo que usted pagaría depende de la red del proveedor; vea la tabla.",
    # condiciones
    "if_approved": "Eso es si el plan lo aprueba primero. Sin la autorización previa usted pagaría "
    "{other:money}.",
    "if_approved_same": "El plan debe aprobarlo primero; con este precio eso no cambia lo que usted "
    "paga.",
    "if_approved_provider": "Eso es si el plan lo aprueba primero. Sin la autorización previa, el "
    "proveedor asume la pérdida y no puede cobrarle a usted.",
    "if_approved_unpriced": "Eso es si el plan lo aprueba primero. Si no: "
    "{consequence:consequence}.",
    "if_approved_between": "Eso es si el plan lo aprueba primero. Sin la autorización previa usted "
    "pagaría entre {low:money} y {high:money}.",
    "if_approved_least": "Eso es si el plan lo aprueba primero. Sin la autorización previa usted "
    "pagaría al menos {low:money}, más lo que el proveedor cobre por encima de lo que el plan permite.",
    "if_preventive_open": "Eso es si cuenta como preventivo. Si no, usted pagaría entre $0.00 y "
    "{other:money}, según condiciones de su plan que no se conocen.",
    "if_diagnostic_open": "Si pasa a ser de diagnóstico, por un síntoma o un hallazgo, la misma factura "
    "le costaría entre $0.00 y {other:money}, según condiciones de su plan que no se conocen.",
    "if_preventive": "Eso es si cuenta como preventivo. Si no, usted pagaría {other:money}.",
    "if_preventive_between": "Eso es si cuenta como preventivo. Si no, usted pagaría entre {low:money} y "
    "{high:money}.",
    "if_preventive_unpriced": "Eso es si cuenta como preventivo. Si no, lo que pagaría depende del precio: "
    "indíquelo con --allowed para ver las dos cosas.",
    "if_preventive_least": "Eso es si cuenta como preventivo. Si no, usted pagaría al menos {low:money}, "
    "más lo que el proveedor cobre por encima de lo que el plan permite.",
    "if_diagnostic": "Si pasa a ser de diagnóstico, por un síntoma o un hallazgo, la misma factura le "
    "costaría {other:money}.",
    "if_diagnostic_between": "Si pasa a ser de diagnóstico, por un síntoma o un hallazgo, la misma "
    "factura le costaría entre {low:money} y {high:money}.",
    "if_diagnostic_least": "Si pasa a ser de diagnóstico, por un síntoma o un hallazgo, la misma factura "
    "le costaría al menos {low:money}, más lo que el proveedor cobre por encima de lo que el plan "
    "permite.",
    "if_had_authorization": "Con la autorización previa usted pagaría {other:money}.",
    "if_had_authorization_same": "Con la autorización previa usted pagaría lo mismo con este precio.",
    "if_had_authorization_between": "Con la autorización previa usted pagaría entre {low:money} y "
    "{high:money}.",
    "if_had_authorization_least": "Con la autorización previa usted pagaría al menos {low:money}, "
    "más lo que el proveedor cobre por encima de lo que el plan permite.",
    "deductible_open": "Depende de su deducible: {low:money} si ya lo cumplió este año, "
    "{high:money} si todavía no ha cumplido nada. El sitio de su aseguradora lo muestra; indíquelo "
    "con --deductible-met.",
    "deductible_unknown": "Depende de cuánto queda de su deducible, y eso no se sabe: {low:money} si no "
    "queda nada, hasta {high:money} si queda mucho. El sitio de su aseguradora lo muestra; indíquelo con "
    "--deductible-remaining.",
    "deductible_open_family": "Depende de cuánto de los {family:money} que su familia ha cumplido del "
    "deducible es suyo: {low:money} si todo lo es, {high:money} si nada lo es. El sitio de su "
    "aseguradora lo muestra; indíquelo con --deductible-met.",
    "maximum_open": "Es menos, hasta llegar a $0.00, si este año casi ha llegado a su gasto máximo "
    "de bolsillo (indíquelo con --out-of-pocket-met).",
    "maximum_open_some": "Es menos si este año casi ha llegado a su gasto máximo de bolsillo "
    "(indíquelo con --out-of-pocket-met).",
    "billed_open": "No se indicó el cargo completo del proveedor, y fuera de la red ese cargo decide "
    "la facturación de saldo: pregúntelo (--billed).",
    "billed_open_whole": "No se indicó el cargo completo del proveedor, y ese cargo decide lo que usted "
    "pagaría: pregúntelo (--billed).",
    "price_open": "Pregunte al proveedor el monto permitido con su plan (el precio negociado) para "
    "este estudio, e indíquelo con --allowed.",
    "scope_global": "Es por una sola factura. Si el radiólogo cobra aparte la interpretación, esa es "
    "una segunda factura con su propia parte.",
    "scope_technical": "Es solo por el estudio. La interpretación es una segunda factura.",
    "scope_professional": "Es solo por la interpretación. El estudio es otra factura.",
    "not_a_promise": "Es una estimación, no una decisión sobre un reclamo: una aprobación no "
    "es una promesa de pago. No es asesoría legal.",
    # también conviene saber
    "emergency_first": "Si es una emergencia, no espere por el costo. Llame al 911 o vaya a la sala "
    "de emergencias más cercana: un hospital debe atender la emergencia aunque usted no pueda pagar.",
    "hospital_help": "Un hospital sin fines de lucro debe tener un programa de ayuda económica. "
    "Pídalo antes de pagar, aunque tenga seguro.",
    "other_insurance": "Si usted tiene otro seguro, esto es antes de lo que ese seguro pague.",
    # partes sin un precio
    "share_nothing": "usted no paga nada",
    "share_copay": "como máximo el copago de {copay:money}",
    "share_rate": "{part:money} de cada $100",
    "share_rate_most": "{part:money} de cada $100, como máximo {most:money}",
    "share_deductible": "los primeros {left:money} completos (su deducible)",
    "share_deductible_unknown": "hasta {left:money} completos (lo que queda de su deducible)",
    "share_deductible_open": "todo hasta cumplir su deducible (no se sabe cuánto queda de él)",
    "share_then": ", luego ",
    "share_plus": "{first}, luego {rest}",
    "share_most": "{share}, como máximo {most:money} en total",
    "share_all": "usted lo paga todo",
    # secciones
    "section_worksheet": "Cómo se suma",
    "section_left": "Lo que queda de sus límites después",
    "section_first": "Lo que tiene que pasar primero",
    "section_policy": "Las palabras de la póliza",
    "section_why": "Por qué",
    "section_tiers": "Según la red",
    "page": "página {page}",
    "quote": "“{words}”",
    "no_words": "El archivo de la póliza no cita palabras para esto; las condiciones se leyeron como "
    "“{phrase:phrase}”.",
    "left_of_none": "no hay",
    "unanswered": "{tier:tier}: {problem}",
    "stake": "{amount:money} del pago del plan dependen de la autorización previa.",
    "tier": "red",
    "you_pay": "usted paga",
    "plan_pays": "el plan paga",
    "status": "estado",
}
