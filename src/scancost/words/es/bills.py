"""Una orden de varias facturas."""

SENTENCES = {
    "subject": "{count} facturas · {day:day}",
    "pay": "Por estas {count} facturas juntas usted pagaría {patient_pays:money}.",
    "pay_between": "Por estas {count} facturas juntas usted pagaría entre {low:money} y {high:money}.",
    "pay_at_least": "Por estas {count} facturas juntas usted pagaría al menos {low:money}.",
    "pay_unpriced": "Lo que usted pagaría por estas {count} facturas depende de precios que no se "
    "conocen.",
    "in_turn": "Se calculan una tras otra: lo que la primera usa de su deducible cuenta para la "
    "siguiente.",
    "bill": "Factura {number}: {part}, {service:service}, {tier:tier}",
    "bill_protected": "Factura {number}: {part}, {service:service}, fuera de la red, pero como si "
    "estuviera {tier:tier}, porque la ley le protege",
    "shown_case": "Las líneas de arriba son lo que usted paga {case}.",
    "price_open": "Pregunte a cada proveedor el monto permitido con su plan (el precio negociado), y "
    "escriba allowed: bajo cada factura en su archivo de la orden.",
    "billed_open": "No se indicó el cargo completo del proveedor, y ese cargo decide lo que usted paga: "
    "pregúntelo, y escriba billed: bajo esa factura en su archivo de la orden.",
    "section_total": "En total",
    "bill_short": "Factura {number}",
    "value_between": "de {low:money} a {high:money}",
    "value_at_least": "{low:money} o más",
    "you_pay": "Usted paga en total",
    "plan_pays": "El plan paga en total",
    "section_when": "Cuándo se lo pedirán",
    "due_now": "Factura {numbers}: el lugar que hace el estudio puede pedir su parte el mismo día.",
    "due_later": "Factura {numbers}: el médico que lee las imágenes suele facturar por correo, semanas "
    "después.",
    "due_apart": "Cada proveedor factura por su cuenta, a veces con semanas de diferencia. Pague solo "
    "contra una factura que coincida con la explicación de beneficios del plan.",
    "due_match": "Antes de pagar una factura posterior, compárela con la explicación de beneficios "
    "del plan.",
    "price_range": "El precio es un rango. Los montos línea por línea son con {allowed:money}.",
}
