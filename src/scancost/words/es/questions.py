"""Por qué no es cero, y qué lo haría más barato."""

SENTENCES = {
    "section_why": "¿Por qué no es $0?",
    "section_cheaper": "¿Qué lo haría más barato?",
    "why_deductible": "Todavía no ha cumplido su deducible: {amount:money} de esto se aplican a él.",
    "why_copay": "El plan pide un copago: {amount:money} de esto.",
    "why_coinsurance": "El resto lo comparte con el plan (coseguro): su parte es {amount:money}.",
    "why_penalty": "Falta la autorización previa: eso le cuesta {amount:money}.",
    "why_balance_bill": "El proveedor está fuera de la red y puede cobrarle {amount:money} más de lo "
    "que el plan permite (facturación de saldo).",
    "why_not_covered": "El plan no lo paga: {amount:money} corren por su cuenta.",
    "why_maximum": "Todavía no ha llegado a su gasto máximo de bolsillo. Cuando llegue, pagaría "
    "{amount:money}.",
    "why_diagnostic": "No es una prueba de detección de rutina. Como atención preventiva pagaría "
    "{amount:money}.",
    "cheaper_network": "Con un proveedor {tier:tier} pagaría {amount:money}: {saved:money} menos.",
    "cheaper_site": "En {site:site} pagaría {amount:money}: {saved:money} menos.",
    "cheaper_deductible": "Cuando haya cumplido su deducible pagaría {amount:money}: {saved:money} "
    "menos.",
    "cheaper_authorization": "Con la autorización previa pagaría {amount:money}: {saved:money} menos.",
    "cheaper_preventive": "Como atención preventiva, si cumple las condiciones, pagaría "
    "{amount:money}: {saved:money} menos. Pregunte al médico si lo es.",
    "cheaper_next_year": "Al comienzo del próximo año del plan pagaría {amount:money}: {saved:money} "
    "menos. No aplace la atención que necesita.",
    "same_price": "Todo al mismo precio. Otro lugar u otra red pueden tener también otro precio: "
    "pregunte.",
}
