"""Opciones lado a lado (`scancost compare`)."""

SENTENCES = {
    "subject": "{service:service}: las opciones comparadas",
    "cheapest": "Lo más barato: {label}. Usted pagaría {amount:money}.",
    "cheapest_year": "Lo más barato en el año: {label}. En total usted pagaría {amount:money}.",
    "same": "El mismo monto: {labels}.",
    "no_cheapest": "No se puede decir qué es lo más barato: los montos no se conocen bastante bien.",
    "saves": "Son {saved:money} menos que la opción más cara.",
    "cheaper_now": "Solo por este estudio, {label} sería más barato ({amount:money}), pero en el año "
    "suma {year:money}.",
    "catch_cash": "La desventaja: un precio en efectivo queda fuera del plan. No cuenta para su "
    "deducible ni para su gasto máximo de bolsillo. La atención posterior los encuentra como están.",
    "catch_not_covered": "La desventaja: el plan no lo cubre. Usted lo paga todo, y nada cuenta para "
    "sus límites.",
    "catch_conditional": "La desventaja: vale con una condición, que se nombra abajo.",
    "catch_range": "Es lo máximo que puede sumar: no se conoce el precio o lo que usted ya pagó este "
    "año.",
    "section_table": "Lado a lado",
    "section_notes": "De qué depende cada opción",
    "section_assumed": "Lo que se supuso",
    "choice": "opción",
    "you_pay": "usted paga ahora",
    "counts": "cuenta para el máximo",
    "year_total": "en total este año",
    "plan_pays": "el plan paga",
    "marked": "{label} (lo más barato)",
    "unanswered": "sin respuesta",
    "unknown": "no se sabe",
    "note": "{labels}: {sentence}",
    "no_answer": "sin respuesta: {reason}",
    "new_year": "Un nuevo año del plan: lo pagado antes ya no cuenta, y todavía no se ha pagado nada.",
    "status_denied": "El plan lo deniega, así que no se cuenta como una forma de hacerse el estudio.",
    "status_not_covered": "El plan no lo cubre.",
    "assumed_more_care": "La atención posterior: monto permitido de {amount:money}, más tarde en el "
    "mismo año del plan, dentro de la red, aprobada, con las condiciones de este plan para un estudio "
    "así.",
    "assumed_cash": "El precio en efectivo se paga en lugar de usar el plan, y por todo.",
    "assumed_balances": "Cada lado de la red tiene sus propios límites. Lo que usted indicó como "
    "pagado se tomó como pagado en cada lado.",
    # etiquetas
    "label": "{name}: {value}",
    "label_cash": "pagar en efectivo, {price:money}",
    "of_bill": "factura {number}: {label}",
    "label_allowed": "monto permitido {value:money}",
    "label_billed": "cargo {value:money}",
    "label_service_date": "el {value:day}",
    "label_deductible_before": "antes de pagar el deducible",
    "label_deductible_after": "con el deducible ya pagado",
    "label_deductible_met": "{value:money} del deducible ya pagados",
    "label_out_of_pocket_met": "{value:money} del máximo ya pagados",
    "label_preauthorization": "autorización previa: {value}",
    "label_preauthorization_approved": "con autorización previa",
    "label_preauthorization_missing": "sin autorización previa",
    "label_preauthorization_denied": "con la autorización previa denegada",
    "label_preauthorization_pending": "con la autorización previa sin decidir",
    "label_preauthorization_unknown": "sin saber de la autorización previa",
    "label_follows_screening_true": "como seguimiento de una prueba de detección",
    "label_follows_screening_false": "sin seguir a una prueba de detección",
    # uso
    "vary_unknown": '--vary: no hay un campo "{name}".{hint}',
    "vary_needs_values": '--vary {name}: indique los valores, como --vary "{name}=uno,otro".',
    "vary_commas": '--vary {name}: escriba los montos sin comas de miles, o sepárelos con ";".',
    "vary_no_bill": "--vary: la orden no tiene la factura {number}.",
    "vary_twice": "--vary: el mismo campo se varía dos veces; dé todos sus valores una vez.",
    "vary_deductible": "--vary deductible: sus valores son before (antes) y after (después).",
    "nothing_to_vary": 'indique qué comparar: --vary network, --vary "allowed=700,1250" o --cash 450.',
    "too_many": "son {count} combinaciones; se pueden comparar como máximo {most}. Varíe menos cosas.",
}
