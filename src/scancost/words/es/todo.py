"""Lo que tiene que pasar primero, en frases para el paciente."""

SENTENCES = {
    "get_authorization": "Pida al consultorio del médico que ordenó el estudio que obtenga la "
    "autorización previa del plan antes del estudio. Debe nombrar este estudio y este lugar. Anote "
    "el número.",
    "get_authorization_now": "Falta la autorización previa. Pida al consultorio del médico que la "
    "solicite ahora, y pregunte si el plan la acepta después del estudio.",
    "await_authorization": "Espere hasta que el plan decida la autorización previa. No demore la "
    "atención de emergencia.",
    "ask_authorization": "Pregunte al plan si este estudio necesita una autorización previa: la "
    "póliza no lo dice.",
    "verify": "Confirme con el proveedor que el lugar y el radiólogo que lo interpreta están los dos "
    "dentro de la red, y pida el código y el precio. Para ver la lista completa y qué decir por "
    "teléfono, use `scancost checklist` con el mismo archivo o con las mismas opciones del plan y del "
    "estudio.",
    "appeal": "Usted puede presentar una apelación. La carta de denegación dice cómo y hasta "
    "cuándo.",
    "ask_service": "Pregunte al plan si este estudio cuenta como atención preventiva.",
    "ask_age": "Indique la fecha de nacimiento (--birth-date): la regla preventiva tiene una edad.",
    "ask_sex": "Indique el sexo en el registro del seguro (--sex): la regla preventiva lo pide.",
    "ask_interval": "Indique la fecha del último estudio de detección de este tipo "
    "(--last-service-date, o never si nunca).",
    "ask_risk": "Pregunte al médico si usted cumple la condición de riesgo de la regla "
    "(--risk-criteria).",
    "ask_if_not_preventive": "La póliza no dice cuánto cuesta si no es preventivo. Pregunte.",
    "balances_not_stated": "No se dijo qué se ha cumplido este año, así que se supone que no hay nada "
    "cumplido. Indíquelo en deductible_met y out_of_pocket_met, o con --balances.",
    "after_rejected": "Una orden anterior de esta familia fue rechazada, así que no se cuenta aquí. "
    "Corrija primero esa fila.",
}
