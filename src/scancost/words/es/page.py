"""La página para llevar, y las etiquetas de las líneas simples."""

SENTENCES = {
    # líneas simples
    "subject": "Estudio",
    "about": "Tema",
    "plan": "Plan",
    "answer": "Respuesta",
    "note": "Nota",
    "part": "Sección",
    "row": "Fila",
    "of": "{number} de {all}",
    # la página
    "title": "Lo que este estudio puede costarle",
    "bar_alt": "{label}. {parts}.",
    "bar_part": "{label}: {cents:money}",
    "take_along": "Lleve esta página a su cita. Haga las preguntas de abajo y anote las respuestas.",
    "section_ask": "Pregunte y anote la respuesta",
    "ask_price": "¿Cuál es el monto permitido (el precio del plan) de este estudio con mi plan?",
    "ask_facility": "¿Está este lugar dentro de la red de mi plan? Pregunte también al plan.",
    "ask_reader": "¿Está dentro de la red el radiólogo que interpreta el estudio? ¿Es una segunda "
    "factura?",
    "ask_authorization": "¿Está aprobada la autorización previa para este estudio y este lugar? Su "
    "número:",
    "ask_terms": "¿Qué dice mi plan sobre este estudio: un copago o un porcentaje, y va primero el "
    "deducible?",
    "ask_left": "¿Cuánto queda de mi deducible?",
    "ask_met": "¿Cuánto de mi deducible he cumplido este año?",
    "answer_line": "Respuesta",
    "made_by": "Hecho con scancost.",
    "written": "La página está en {path}. Ábrala con un navegador; no necesita red.",
}
